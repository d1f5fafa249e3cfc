/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A library in an SQLite database. */

#define G_LOG_DOMAIN "cp-sqlite-library"

#include "config.h"

#include "cp-sqlite-articles.h"
#include "cp-sqlite-library.h"
#include "cp-sqlite-schema.h"
#include "cp-sqlite-search.h"
#include "cp-sqlite-statement.h"
#include "cp-sqlite-themes.h"

#include <glib/gi18n.h>

struct _CpSqliteLibrary
{
  GObject           parent_instance;

  /* Each connection serves one thread at a time, under its lock. There are two, so that what the reviewer
   * changes never waits for a long search or for the whole list. */
  GMutex            read_lock;
  CpSqliteDatabase *reader;
  GMutex            write_lock;
  CpSqliteDatabase *writer;
};

static void library_iface_init (CpLibraryInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CpSqliteLibrary, cp_sqlite_library, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (CP_TYPE_LIBRARY, library_iface_init))

static gboolean
fail_not_found (const char  *id,
                GError     **error)
{
  g_set_error (error, CP_ERROR, CP_ERROR_NOT_FOUND,
               _("There is no op-ed “%s” in the library: list the library to see what it has."), id);
  return FALSE;
}

/* Finds the row of an article, removed or not. Without such a row, *number is 0. */
static gboolean
find_row (CpSqliteDatabase  *database,
          const char        *id,
          gint64            *number,
          gboolean          *removed,
          GError           **error)
{
  g_autoptr (CpSqliteStatement) statement =
    cp_sqlite_database_prepare (database, "SELECT number, removed FROM articles WHERE id = ?");

  *number = 0;
  *removed = FALSE;
  cp_sqlite_statement_bind_text (statement, 1, id);
  if (cp_sqlite_statement_next (statement))
    {
      *number = cp_sqlite_statement_get_int (statement, 0);
      *removed = cp_sqlite_statement_get_int (statement, 1) != 0;
    }

  return cp_sqlite_statement_check (statement, error);
}

/* The row of an article that there must be; 0 with an error otherwise. */
static gint64
require_row (CpSqliteDatabase  *database,
             const char        *id,
             GError           **error)
{
  gboolean removed;
  gint64 number;

  if (!find_row (database, id, &number, &removed, error))
    return 0;
  if (number == 0)
    fail_not_found (id, error);

  return number;
}

static gboolean
set_removed (CpSqliteDatabase  *database,
             gint64             number,
             gboolean           removed,
             GError           **error)
{
  g_autoptr (CpSqliteStatement) statement =
    cp_sqlite_database_prepare (database, "UPDATE articles SET removed = ? WHERE number = ?");

  cp_sqlite_statement_bind_int (statement, 1, removed);
  cp_sqlite_statement_bind_int (statement, 2, number);

  return cp_sqlite_statement_run (statement, error);
}

static gboolean
add_article (CpSqliteDatabase  *database,
             CpArticle         *article,
             GBytes            *original,
             const char        *media_type,
             GListModel        *themes,
             GError           **error)
{
  const char *id = cp_article_get_id (article);
  gboolean removed;
  gint64 number;

  if (!find_row (database, id, &number, &removed, error))
    return FALSE;

  if (removed)
    return set_removed (database, number, FALSE, error);

  if (number != 0)
    {
      g_set_error (error, CP_ERROR, CP_ERROR_EXISTS, _("“%s” is in the library already."),
                   cp_article_get_title (article));
      return FALSE;
    }

  return cp_sqlite_articles_insert (database, article, original, media_type, &number, error) &&
         cp_sqlite_themes_replace (database, number, themes, error);
}

static gboolean
cp_sqlite_library_add (CpLibrary   *library,
                       CpArticle   *article,
                       GBytes      *original,
                       const char  *media_type,
                       GListModel  *themes,
                       GError     **error)
{
  CpSqliteLibrary *self = CP_SQLITE_LIBRARY (library);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->write_lock);
  gboolean success;

  if (!cp_sqlite_database_begin_write (self->writer, error))
    return FALSE;

  success = add_article (self->writer, article, original, media_type, themes, error);

  return cp_sqlite_database_end (self->writer, success, error);
}

static gboolean
cp_sqlite_library_contains (CpLibrary  *library,
                            const char *id)
{
  CpSqliteLibrary *self = CP_SQLITE_LIBRARY (library);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->read_lock);
  gboolean removed;
  gint64 number;

  return find_row (self->reader, id, &number, &removed, NULL) && number != 0 && !removed;
}

static CpArticle *
cp_sqlite_library_get (CpLibrary   *library,
                       const char  *id,
                       GError     **error)
{
  CpSqliteLibrary *self = CP_SQLITE_LIBRARY (library);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->read_lock);
  g_autoptr (CpArticle) article = NULL;
  g_autoptr (GError) local_error = NULL;

  if (!cp_sqlite_database_begin_read (self->reader, error))
    return NULL;

  article = cp_sqlite_articles_read (self->reader, id, &local_error);
  if (article == NULL && local_error == NULL)
    fail_not_found (id, &local_error);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));

  return cp_sqlite_database_end (self->reader, article != NULL, error) ? g_steal_pointer (&article) : NULL;
}

static GPtrArray *
cp_sqlite_library_list (CpLibrary  *library,
                        GError    **error)
{
  CpSqliteLibrary *self = CP_SQLITE_LIBRARY (library);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->read_lock);
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean success;

  if (!cp_sqlite_database_begin_read (self->reader, error))
    return NULL;

  success = cp_sqlite_articles_read_all (self->reader, articles, error);

  return cp_sqlite_database_end (self->reader, success, error) ? g_steal_pointer (&articles) : NULL;
}

static GBytes *
cp_sqlite_library_dup_original (CpLibrary   *library,
                                const char  *id,
                                GError     **error)
{
  CpSqliteLibrary *self = CP_SQLITE_LIBRARY (library);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->read_lock);
  g_autoptr (CpSqliteStatement) statement =
    cp_sqlite_database_prepare (self->reader,
                                "SELECT bytes FROM originals JOIN articles ON hash = original WHERE id = ?");

  cp_sqlite_statement_bind_text (statement, 1, id);
  if (cp_sqlite_statement_next (statement))
    return cp_sqlite_statement_dup_bytes (statement, 0);

  if (cp_sqlite_statement_check (statement, error))
    fail_not_found (id, error);
  return NULL;
}

static gboolean
change_removed (CpSqliteLibrary  *self,
                const char       *id,
                gboolean          removed,
                GError          **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->write_lock);
  gboolean success;
  gint64 number;

  if (!cp_sqlite_database_begin_write (self->writer, error))
    return FALSE;

  number = require_row (self->writer, id, error);
  success = number != 0 && set_removed (self->writer, number, removed, error);

  return cp_sqlite_database_end (self->writer, success, error);
}

static gboolean
cp_sqlite_library_remove (CpLibrary   *library,
                          const char  *id,
                          GError     **error)
{
  return change_removed (CP_SQLITE_LIBRARY (library), id, TRUE, error);
}

static gboolean
cp_sqlite_library_restore (CpLibrary   *library,
                           const char  *id,
                           GError     **error)
{
  return change_removed (CP_SQLITE_LIBRARY (library), id, FALSE, error);
}

static GPtrArray *
cp_sqlite_library_search (CpLibrary   *library,
                          const char  *query,
                          guint        max,
                          GError     **error)
{
  CpSqliteLibrary *self = CP_SQLITE_LIBRARY (library);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->read_lock);

  return cp_sqlite_search_run (self->reader, query, max, error);
}

static GListModel *
cp_sqlite_library_load_themes (CpLibrary   *library,
                               const char  *id,
                               GError     **error)
{
  CpSqliteLibrary *self = CP_SQLITE_LIBRARY (library);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->read_lock);
  g_autoptr (GListModel) themes = NULL;
  gint64 number;

  if (!cp_sqlite_database_begin_read (self->reader, error))
    return NULL;

  number = require_row (self->reader, id, error);
  if (number != 0)
    themes = cp_sqlite_themes_read (self->reader, number, error);

  return cp_sqlite_database_end (self->reader, themes != NULL, error) ? g_steal_pointer (&themes) : NULL;
}

static gboolean
cp_sqlite_library_save_themes (CpLibrary   *library,
                               const char  *id,
                               GListModel  *themes,
                               GError     **error)
{
  CpSqliteLibrary *self = CP_SQLITE_LIBRARY (library);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->write_lock);
  gboolean success;
  gint64 number;

  if (!cp_sqlite_database_begin_write (self->writer, error))
    return FALSE;

  number = require_row (self->writer, id, error);
  success = number != 0 && cp_sqlite_themes_replace (self->writer, number, themes, error);

  return cp_sqlite_database_end (self->writer, success, error);
}

static gboolean
cp_sqlite_library_save_tags (CpLibrary           *library,
                             const char          *id,
                             const char * const  *tags,
                             GError             **error)
{
  CpSqliteLibrary *self = CP_SQLITE_LIBRARY (library);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->write_lock);
  gboolean success;
  gint64 number;

  if (!cp_sqlite_database_begin_write (self->writer, error))
    return FALSE;

  number = require_row (self->writer, id, error);
  success = number != 0 && cp_sqlite_articles_replace_tags (self->writer, number, tags, error);

  return cp_sqlite_database_end (self->writer, success, error);
}

static char **
cp_sqlite_library_list_tags (CpLibrary  *library,
                             GError    **error)
{
  CpSqliteLibrary *self = CP_SQLITE_LIBRARY (library);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->read_lock);
  g_autoptr (CpSqliteStatement) statement =
    cp_sqlite_database_prepare (self->reader,
                                "SELECT DISTINCT tag FROM tags JOIN articles ON number = article "
                                "WHERE NOT removed ORDER BY tag");

  return cp_sqlite_statement_run_strings (statement, error);
}

static void
library_iface_init (CpLibraryInterface *iface)
{
  iface->add = cp_sqlite_library_add;
  iface->contains = cp_sqlite_library_contains;
  iface->get = cp_sqlite_library_get;
  iface->list = cp_sqlite_library_list;
  iface->dup_original = cp_sqlite_library_dup_original;
  iface->remove = cp_sqlite_library_remove;
  iface->restore = cp_sqlite_library_restore;
  iface->search = cp_sqlite_library_search;
  iface->load_themes = cp_sqlite_library_load_themes;
  iface->save_themes = cp_sqlite_library_save_themes;
  iface->save_tags = cp_sqlite_library_save_tags;
  iface->list_tags = cp_sqlite_library_list_tags;
}

static void
cp_sqlite_library_finalize (GObject *object)
{
  CpSqliteLibrary *self = CP_SQLITE_LIBRARY (object);

  g_clear_pointer (&self->reader, cp_sqlite_database_free);
  g_clear_pointer (&self->writer, cp_sqlite_database_free);
  g_mutex_clear (&self->read_lock);
  g_mutex_clear (&self->write_lock);

  G_OBJECT_CLASS (cp_sqlite_library_parent_class)->finalize (object);
}

static void
cp_sqlite_library_class_init (CpSqliteLibraryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = cp_sqlite_library_finalize;
}

static void
cp_sqlite_library_init (CpSqliteLibrary *self)
{
  g_mutex_init (&self->read_lock);
  g_mutex_init (&self->write_lock);
}

/* Another program that has the library open may still undo its removals. What cannot be purged now, as on a
 * full disk, is no reason to keep the library shut: it stays hidden until the next time. */
static void
purge_when_alone (CpSqliteDatabase *database)
{
  g_autoptr (GError) error = NULL;
  gboolean success;

  if (!cp_sqlite_database_try_alone (database) || !cp_sqlite_database_begin_write (database, NULL))
    return;

  success = cp_sqlite_articles_purge (database, &error);
  if (!cp_sqlite_database_end (database, success, success ? &error : NULL))
    g_debug ("Not purged: %s", error->message);
}

/**
 * cp_sqlite_library_new:
 * @patience: milliseconds to wait while another program writes
 *
 * See cp_library_open().
 */
CpLibrary *
cp_sqlite_library_new (const char  *folder,
                       int          patience,
                       GError     **error)
{
  g_autoptr (CpSqliteDatabase) writer = cp_sqlite_database_open (folder, patience, error);
  g_autoptr (CpSqliteDatabase) reader = NULL;
  CpSqliteLibrary *self;

  if (writer == NULL || !cp_sqlite_schema_migrate (writer, error))
    return NULL;

  purge_when_alone (writer);
  reader = cp_sqlite_database_open (folder, patience, error);
  if (reader == NULL)
    return NULL;

  self = g_object_new (CP_TYPE_SQLITE_LIBRARY, NULL);
  self->reader = g_steal_pointer (&reader);
  self->writer = g_steal_pointer (&writer);

  return CP_LIBRARY (self);
}
