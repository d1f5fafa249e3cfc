/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A library in an SQLite database. */

#define G_LOG_DOMAIN "cp-sqlite-library"

#include "config.h"

#include "cp-sqlite-annotations.h"
#include "cp-sqlite-articles.h"
#include "cp-sqlite-highlights.h"
#include "cp-sqlite-library.h"
#include "cp-sqlite-originals.h"
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

/* The row of an article that there must be, removed or not; 0 with an error otherwise. */
static gint64
require_row (CpSqliteDatabase  *database,
             const char        *id,
             GError           **error)
{
  gboolean removed;
  gint64 number;

  if (!cp_sqlite_articles_find (database, id, &number, &removed, error))
    return 0;
  if (number == 0)
    fail_not_found (id, error);

  return number;
}

/* What is done to the row of an article; @data is what it is done with. */
typedef gboolean (*ChangeFunc) (CpSqliteDatabase  *database,
                                gint64             number,
                                gconstpointer      data,
                                GError           **error);

/* Changes an article that there must be, in a transaction of its own. */
static gboolean
change (CpLibrary      *library,
        const char     *id,
        ChangeFunc      func,
        gconstpointer   data,
        GError        **error)
{
  CpSqliteLibrary *self = CP_SQLITE_LIBRARY (library);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->write_lock);
  gboolean success;
  gint64 number;

  if (!cp_sqlite_database_begin_write (self->writer, error))
    return FALSE;

  number = require_row (self->writer, id, error);
  success = number != 0 && func (self->writer, number, data, error);

  return cp_sqlite_database_end (self->writer, success, error);
}

/* What is read of the row of an article; @data is where more of the answer goes. */
typedef gpointer (*ReadFunc) (CpSqliteDatabase  *database,
                              gint64             number,
                              gpointer           data,
                              GError           **error);

/* Reads of an article that there must be, all at one moment. */
static gpointer
read_of (CpSqliteLibrary  *self,
         const char       *id,
         ReadFunc          func,
         gpointer          data,
         GError          **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->read_lock);
  gpointer result = NULL;
  gint64 number;

  if (!cp_sqlite_database_begin_read (self->reader, error))
    return NULL;

  number = require_row (self->reader, id, error);
  if (number != 0)
    result = func (self->reader, number, data, error);
  cp_sqlite_database_end (self->reader, result != NULL, NULL);

  return result;
}

static gboolean
insert (CpSqliteDatabase  *database,
        const CpAddition  *addition,
        GError           **error)
{
  g_autofree char *original = cp_sqlite_originals_insert (database, addition->original, error);
  gint64 number;

  if (original == NULL ||
      !cp_sqlite_articles_insert (database, addition->article, original, addition->media_type, &number, error) ||
      !cp_sqlite_themes_replace (database, number, addition->themes, error))
    return FALSE;

  if (addition->resources != NULL &&
      !cp_sqlite_originals_insert_resources (database, number, addition->resources, error))
    return FALSE;

  if (addition->highlights != NULL &&
      !cp_sqlite_highlights_save (database, number, addition->highlights, error))
    return FALSE;

  return cp_sqlite_annotations_attach (database, number, addition->article, error);
}

static gboolean
add (CpSqliteDatabase  *database,
     const CpAddition  *addition,
     GError           **error)
{
  gboolean removed;
  gint64 number;

  if (!cp_sqlite_articles_find (database, cp_article_get_id (addition->article), &number, &removed, error))
    return FALSE;

  if (removed)
    return cp_sqlite_articles_set_removed (database, number, FALSE, error);

  if (number == 0 && cp_sqlite_articles_find_same (database, addition->article) == 0)
    return insert (database, addition, error);

  g_set_error (error, CP_ERROR, CP_ERROR_EXISTS, _("“%s” is in the library already."),
               cp_article_get_title (addition->article));
  return FALSE;
}

static gboolean
cp_sqlite_library_add (CpLibrary         *library,
                       const CpAddition  *addition,
                       GError           **error)
{
  CpSqliteLibrary *self = CP_SQLITE_LIBRARY (library);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->write_lock);
  gboolean success;

  if (!cp_sqlite_database_begin_write (self->writer, error))
    return FALSE;

  success = add (self->writer, addition, error);

  return cp_sqlite_database_end (self->writer, success, error);
}

/* The row of an article that is not removed; 0 when there is none. */
static gint64
find_present (CpSqliteDatabase *database,
              const char       *id)
{
  gboolean removed;
  gint64 number;

  return cp_sqlite_articles_find (database, id, &number, &removed, NULL) && !removed ? number : 0;
}

static gboolean
cp_sqlite_library_contains (CpLibrary  *library,
                            const char *id)
{
  CpSqliteLibrary *self = CP_SQLITE_LIBRARY (library);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->read_lock);

  return find_present (self->reader, id) != 0;
}

static char *
cp_sqlite_library_find_url (CpLibrary  *library,
                            const char *url)
{
  CpSqliteLibrary *self = CP_SQLITE_LIBRARY (library);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->read_lock);

  return cp_sqlite_articles_dup_id (self->reader, cp_sqlite_articles_find_url (self->reader, url));
}

static char *
cp_sqlite_library_find_same (CpLibrary *library,
                             CpArticle *article)
{
  CpSqliteLibrary *self = CP_SQLITE_LIBRARY (library);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->read_lock);
  gint64 number = find_present (self->reader, cp_article_get_id (article));

  if (number == 0)
    number = cp_sqlite_articles_find_same (self->reader, article);

  return cp_sqlite_articles_dup_id (self->reader, number);
}

static gpointer
read_present (CpSqliteDatabase  *database,
              gint64             number,
              gpointer           data,
              GError           **error)
{
  const char *id = data;

  if (find_present (database, id) == 0)
    {
      fail_not_found (id, error);
      return NULL;
    }

  return cp_sqlite_articles_read (database, number, error);
}

static CpArticle *
cp_sqlite_library_get (CpLibrary   *library,
                       const char  *id,
                       GError     **error)
{
  return read_of (CP_SQLITE_LIBRARY (library), id, read_present, (gpointer) id, error);
}

static gpointer
read_whole (CpSqliteDatabase  *database,
            gint64             number,
            gpointer           data,
            GError           **error)
{
  return cp_sqlite_articles_read (database, number, error);
}

/* Brings the text of a listed article, which may have been removed since. */
static CpArticle *
load_article (const char  *id,
              gpointer     data,
              GError     **error)
{
  g_autoptr (CpSqliteLibrary) self = g_weak_ref_get (data);

  if (self != NULL)
    return read_of (self, id, read_whole, NULL, error);

  g_set_error_literal (error, CP_ERROR, CP_ERROR_LIBRARY,
                       _("The library has been closed: open it again to read its op-eds."));
  return NULL;
}

static void
release_weak_ref (gpointer data)
{
  g_atomic_rc_box_release_full (data, (GDestroyNotify) g_weak_ref_clear);
}

/* The articles do not keep the library open. */
static void
init_source (CpSqliteArticleSource *source,
             CpSqliteLibrary       *self)
{
  source->loader = load_article;
  source->data = g_atomic_rc_box_new0 (GWeakRef);
  source->release = release_weak_ref;
  g_weak_ref_init (source->data, self);
}

static GPtrArray *
cp_sqlite_library_list (CpLibrary  *library,
                        GError    **error)
{
  CpSqliteLibrary *self = CP_SQLITE_LIBRARY (library);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->read_lock);
  CpSqliteArticleSource source;
  GPtrArray *articles;

  if (!cp_sqlite_database_begin_read (self->reader, error))
    return NULL;

  init_source (&source, self);
  articles = cp_sqlite_articles_list (self->reader, &source, error);
  source.release (source.data);
  cp_sqlite_database_end (self->reader, articles != NULL, NULL);

  return articles;
}

static gpointer
read_revisions (CpSqliteDatabase  *database,
                gint64             number,
                gpointer           data,
                GError           **error)
{
  CpSqliteArticleSource source;
  GPtrArray *articles;

  init_source (&source, data);
  articles = cp_sqlite_articles_list_revisions (database, number, &source, error);
  source.release (source.data);

  return articles;
}

static GPtrArray *
cp_sqlite_library_list_revisions (CpLibrary   *library,
                                  const char  *id,
                                  GError     **error)
{
  return read_of (CP_SQLITE_LIBRARY (library), id, read_revisions, library, error);
}

static gpointer
read_original (CpSqliteDatabase  *database,
               gint64             number,
               gpointer           data,
               GError           **error)
{
  return cp_sqlite_originals_read (database, number, data, error);
}

static GBytes *
cp_sqlite_library_dup_original (CpLibrary   *library,
                                const char  *id,
                                char       **media_type,
                                GError     **error)
{
  return read_of (CP_SQLITE_LIBRARY (library), id, read_original, media_type, error);
}

static gpointer
read_resources (CpSqliteDatabase  *database,
                gint64             number,
                gpointer           data,
                GError           **error)
{
  return cp_sqlite_originals_read_resources (database, number, error);
}

static GPtrArray *
cp_sqlite_library_load_resources (CpLibrary   *library,
                                  const char  *id,
                                  GError     **error)
{
  return read_of (CP_SQLITE_LIBRARY (library), id, read_resources, NULL, error);
}

static gboolean
hide (CpSqliteDatabase  *database,
      gint64             number,
      gconstpointer      data,
      GError           **error)
{
  return cp_sqlite_articles_set_removed (database, number, TRUE, error);
}

static gboolean
cp_sqlite_library_remove (CpLibrary   *library,
                          const char  *id,
                          GError     **error)
{
  return change (library, id, hide, NULL, error);
}

static gboolean
unhide (CpSqliteDatabase  *database,
        gint64             number,
        gconstpointer      data,
        GError           **error)
{
  return cp_sqlite_articles_set_removed (database, number, FALSE, error);
}

static gboolean
cp_sqlite_library_restore (CpLibrary   *library,
                           const char  *id,
                           GError     **error)
{
  return change (library, id, unhide, NULL, error);
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

static gboolean
change_metadata (CpSqliteDatabase  *database,
                 gint64             number,
                 gconstpointer      data,
                 GError           **error)
{
  return cp_sqlite_articles_update_metadata (database, number, (CpArticle *) data, error);
}

static gboolean
cp_sqlite_library_save_metadata (CpLibrary  *library,
                                 CpArticle  *article,
                                 GError    **error)
{
  return change (library, cp_article_get_id (article), change_metadata, article, error);
}

static gboolean
change_body (CpSqliteDatabase  *database,
             gint64             number,
             gconstpointer      data,
             GError           **error)
{
  const CpAddition *body = data;

  return cp_sqlite_articles_update_text (database, number, body->article, error) &&
         cp_sqlite_themes_replace (database, number, body->themes, error) &&
         cp_sqlite_highlights_move (database, number, body->article, body->highlights, error);
}

static gboolean
cp_sqlite_library_save_body (CpLibrary   *library,
                             CpArticle   *article,
                             GListModel  *themes,
                             GListModel  *highlights,
                             GError     **error)
{
  const CpAddition body = { .article = article, .themes = themes, .highlights = highlights };

  return change (library, cp_article_get_id (article), change_body, &body, error);
}

static gpointer
read_themes (CpSqliteDatabase  *database,
             gint64             number,
             gpointer           data,
             GError           **error)
{
  return cp_sqlite_themes_read (database, number, error);
}

static GListModel *
cp_sqlite_library_load_themes (CpLibrary   *library,
                               const char  *id,
                               GError     **error)
{
  return read_of (CP_SQLITE_LIBRARY (library), id, read_themes, NULL, error);
}

static gboolean
change_themes (CpSqliteDatabase  *database,
               gint64             number,
               gconstpointer      data,
               GError           **error)
{
  return cp_sqlite_themes_replace (database, number, (GListModel *) data, error);
}

static gboolean
cp_sqlite_library_save_themes (CpLibrary   *library,
                               const char  *id,
                               GListModel  *themes,
                               GError     **error)
{
  return change (library, id, change_themes, themes, error);
}

static gpointer
read_highlights (CpSqliteDatabase  *database,
                 gint64             number,
                 gpointer           data,
                 GError           **error)
{
  return cp_sqlite_highlights_read (database, number, error);
}

static GListModel *
cp_sqlite_library_load_highlights (CpLibrary   *library,
                                   const char  *id,
                                   GError     **error)
{
  return read_of (CP_SQLITE_LIBRARY (library), id, read_highlights, NULL, error);
}

static gboolean
change_highlights (CpSqliteDatabase  *database,
                   gint64             number,
                   gconstpointer      data,
                   GError           **error)
{
  return cp_sqlite_highlights_save (database, number, (GListModel *) data, error);
}

static gboolean
cp_sqlite_library_save_highlights (CpLibrary   *library,
                                   const char  *id,
                                   GListModel  *highlights,
                                   GError     **error)
{
  return change (library, id, change_highlights, highlights, error);
}

static gboolean
drop_highlight (CpSqliteDatabase  *database,
                gint64             number,
                gconstpointer      data,
                GError           **error)
{
  return cp_sqlite_highlights_remove (database, number, data, error);
}

static gboolean
cp_sqlite_library_remove_highlight (CpLibrary   *library,
                                    const char  *id,
                                    const char  *highlight_id,
                                    GError     **error)
{
  return change (library, id, drop_highlight, highlight_id, error);
}

static char **
dup_keys (GHashTable *set)
{
  g_autofree char **keys = (char **) g_hash_table_get_keys_as_array (set, NULL);

  return g_strdupv (keys);
}

static char **
cp_sqlite_library_annotate (CpLibrary  *library,
                            GPtrArray  *annotations,
                            guint      *n_pending,
                            GError    **error)
{
  CpSqliteLibrary *self = CP_SQLITE_LIBRARY (library);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->write_lock);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_put_off = 0;
  gboolean success;

  if (!cp_sqlite_database_begin_write (self->writer, error))
    return NULL;

  success = cp_sqlite_annotations_store (self->writer, annotations, ids, &n_put_off, error);
  if (!cp_sqlite_database_end (self->writer, success, error))
    return NULL;

  if (n_pending != NULL)
    *n_pending = n_put_off;

  return dup_keys (ids);
}

static gboolean
change_tags (CpSqliteDatabase  *database,
             gint64             number,
             gconstpointer      data,
             GError           **error)
{
  return cp_sqlite_articles_replace_tags (database, number, data, error);
}

static gboolean
cp_sqlite_library_save_tags (CpLibrary           *library,
                             const char          *id,
                             const char * const  *tags,
                             GError             **error)
{
  return change (library, id, change_tags, tags, error);
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
  iface->find_url = cp_sqlite_library_find_url;
  iface->find_same = cp_sqlite_library_find_same;
  iface->get = cp_sqlite_library_get;
  iface->list = cp_sqlite_library_list;
  iface->list_revisions = cp_sqlite_library_list_revisions;
  iface->load_resources = cp_sqlite_library_load_resources;
  iface->dup_original = cp_sqlite_library_dup_original;
  iface->remove = cp_sqlite_library_remove;
  iface->restore = cp_sqlite_library_restore;
  iface->search = cp_sqlite_library_search;
  iface->save_metadata = cp_sqlite_library_save_metadata;
  iface->save_body = cp_sqlite_library_save_body;
  iface->load_highlights = cp_sqlite_library_load_highlights;
  iface->save_highlights = cp_sqlite_library_save_highlights;
  iface->remove_highlight = cp_sqlite_library_remove_highlight;
  iface->annotate = cp_sqlite_library_annotate;
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
