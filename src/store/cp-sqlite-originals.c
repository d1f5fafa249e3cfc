/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bytes that articles were read from, and the files that came with them, as rows. */

#define G_LOG_DOMAIN "cp-sqlite-originals"

#include "config.h"

#include "cp-fingerprint.h"
#include "cp-resource.h"
#include "cp-sqlite-originals.h"
#include "cp-sqlite-statement.h"

/**
 * cp_sqlite_originals_insert:
 *
 * Keeps @bytes, once, whatever articles they belong to. Inside the caller's transaction.
 *
 * Returns: (transfer full): by what the bytes are found; or %NULL
 */
char *
cp_sqlite_originals_insert (CpSqliteDatabase  *database,
                            GBytes            *bytes,
                            GError           **error)
{
  g_autofree char *hash = cp_fingerprint_bytes (bytes);
  g_autoptr (CpSqliteStatement) statement =
    cp_sqlite_database_prepare (database, "INSERT INTO originals VALUES (?, ?) ON CONFLICT DO NOTHING");

  cp_sqlite_statement_bind_text (statement, 1, hash);
  cp_sqlite_statement_bind_bytes (statement, 2, bytes);

  return cp_sqlite_statement_run (statement, error) ? g_steal_pointer (&hash) : NULL;
}

/**
 * cp_sqlite_originals_read:
 * @article: the number of an article's row
 * @media_type: (out) (optional): the format that they were read as
 *
 * Returns: (transfer full): the bytes that the article was read from; or %NULL
 */
GBytes *
cp_sqlite_originals_read (CpSqliteDatabase  *database,
                          gint64             article,
                          char             **media_type,
                          GError           **error)
{
  g_autoptr (CpSqliteStatement) statement =
    cp_sqlite_database_prepare (database,
                                "SELECT bytes, media_type FROM originals JOIN articles ON hash = original "
                                "WHERE number = ?");

  cp_sqlite_statement_bind_int (statement, 1, article);
  if (!cp_sqlite_statement_next (statement))
    {
      if (cp_sqlite_statement_check (statement, error))
        cp_sqlite_database_set_damaged (database, error);
      return NULL;
    }

  if (media_type != NULL)
    *media_type = cp_sqlite_statement_dup_text (statement, 1);

  return cp_sqlite_statement_dup_bytes (statement, 0);
}

static gboolean
insert_resource (CpSqliteDatabase  *database,
                 gint64             article,
                 guint              position,
                 CpResource        *resource,
                 GError           **error)
{
  g_autofree char *hash = cp_sqlite_originals_insert (database, resource->bytes, error);
  g_autoptr (CpSqliteStatement) statement = NULL;

  if (hash == NULL)
    return FALSE;

  statement = cp_sqlite_database_prepare (database, "INSERT INTO resources VALUES (?, ?, ?, ?, ?)");
  cp_sqlite_statement_bind_int (statement, 1, article);
  cp_sqlite_statement_bind_int (statement, 2, position);
  cp_sqlite_statement_bind_text (statement, 3, resource->name);
  cp_sqlite_statement_bind_text (statement, 4, resource->media_type);
  cp_sqlite_statement_bind_text (statement, 5, hash);

  return cp_sqlite_statement_run (statement, error);
}

/**
 * cp_sqlite_originals_insert_resources:
 * @article: the number of the article's row
 * @resources: (element-type CpResource): the files that came with it
 */
gboolean
cp_sqlite_originals_insert_resources (CpSqliteDatabase  *database,
                                      gint64             article,
                                      GPtrArray         *resources,
                                      GError           **error)
{
  for (guint i = 0; i < resources->len; i++)
    {
      if (!insert_resource (database, article, i, g_ptr_array_index (resources, i), error))
        return FALSE;
    }

  return TRUE;
}

/**
 * cp_sqlite_originals_read_resources:
 * @article: the number of the article's row
 *
 * Returns: (transfer full) (element-type CpResource): the files that came with the article; or %NULL
 */
GPtrArray *
cp_sqlite_originals_read_resources (CpSqliteDatabase  *database,
                                    gint64             article,
                                    GError           **error)
{
  g_autoptr (GPtrArray) resources = g_ptr_array_new_with_free_func ((GDestroyNotify) cp_resource_unref);
  g_autoptr (CpSqliteStatement) statement =
    cp_sqlite_database_prepare (database,
                                "SELECT name, media_type, bytes FROM resources JOIN originals USING (hash) "
                                "WHERE article = ? ORDER BY position");

  cp_sqlite_statement_bind_int (statement, 1, article);
  while (cp_sqlite_statement_next (statement))
    {
      g_autofree char *name = cp_sqlite_statement_dup_text (statement, 0);
      g_autofree char *media_type = cp_sqlite_statement_dup_text (statement, 1);
      g_autoptr (GBytes) bytes = cp_sqlite_statement_dup_bytes (statement, 2);

      g_ptr_array_add (resources, cp_resource_new (name, media_type, bytes));
    }

  return cp_sqlite_statement_check (statement, error) ? g_steal_pointer (&resources) : NULL;
}
