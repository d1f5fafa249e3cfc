/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Annotations become highlights of their articles, or wait as rows for these to come. */

#define G_LOG_DOMAIN "cp-sqlite-annotations"

#include "config.h"

#include "cp-sqlite-annotations.h"
#include "cp-sqlite-articles.h"
#include "cp-sqlite-highlights.h"
#include "cp-sqlite-statement.h"
#include "cp-url.h"

static char *
dup_key (const char *url)
{
  char *key = cp_url_dup_key (url);

  return key != NULL ? key : g_strdup (url != NULL ? url : "");
}

static gboolean
put_off (CpSqliteDatabase    *database,
         const CpAnnotation  *annotation,
         GError             **error)
{
  g_autofree char *key = dup_key (annotation->target);
  g_autoptr (CpSqliteStatement) statement =
    cp_sqlite_database_prepare (database,
                                "INSERT INTO pending_annotations (url_key, source, quote, prefix, suffix, note, created) "
                                "SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7 WHERE NOT EXISTS (SELECT 1 FROM pending_annotations "
                                "WHERE url_key = ?1 AND source = ?2 AND quote = ?3 AND prefix = ?4 AND suffix = ?5 "
                                "AND note IS ?6)");

  cp_sqlite_statement_bind_text (statement, 1, key);
  cp_sqlite_statement_bind_text (statement, 2, annotation->source);
  cp_sqlite_statement_bind_text (statement, 3, annotation->quote);
  cp_sqlite_statement_bind_text (statement, 4, annotation->prefix);
  cp_sqlite_statement_bind_text (statement, 5, annotation->suffix);
  cp_sqlite_statement_bind_text (statement, 6, annotation->note);
  cp_sqlite_statement_bind_text (statement, 7, annotation->created);

  return cp_sqlite_statement_run (statement, error);
}

static gboolean
put_all_off (CpSqliteDatabase  *database,
             GPtrArray         *annotations,
             GError           **error)
{
  for (guint i = 0; i < annotations->len; i++)
    {
      if (!put_off (database, g_ptr_array_index (annotations, i), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_highlights (CpSqliteDatabase  *database,
                gint64             number,
                CpArticle         *article,
                GPtrArray         *annotations,
                gboolean          *any,
                GError           **error)
{
  g_autoptr (GListStore) highlights = g_list_store_new (CP_TYPE_HIGHLIGHT);

  *any = FALSE;
  cp_annotations_place (annotations, article, highlights);
  for (guint i = 0; i < annotations->len; i++)
    {
      g_autoptr (CpHighlight) highlight = g_list_model_get_item (G_LIST_MODEL (highlights), i);
      gboolean added;

      if (!cp_sqlite_highlights_add (database, number, highlight, &added, error))
        return FALSE;
      *any = *any || added;
    }

  return TRUE;
}

/* Key → those of the annotations, which the groups do not own. */
static GHashTable *
group_by_target (GPtrArray *annotations)
{
  GHashTable *groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < annotations->len; i++)
    {
      CpAnnotation *annotation = g_ptr_array_index (annotations, i);
      g_autofree char *key = dup_key (annotation->target);
      GPtrArray *group = g_hash_table_lookup (groups, key);

      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_hash_table_insert (groups, g_steal_pointer (&key), group);
        }
      g_ptr_array_add (group, annotation);
    }

  return groups;
}

/* Stores the annotations of one target. */
static gboolean
store_group (CpSqliteDatabase  *database,
             GPtrArray         *group,
             GHashTable        *ids,
             guint             *n_pending,
             GError           **error)
{
  CpAnnotation *first = g_ptr_array_index (group, 0);
  gint64 number = cp_sqlite_articles_find_url (database, first->target);
  g_autoptr (CpArticle) article = NULL;
  gboolean any;

  if (number == 0)
    {
      *n_pending += group->len;
      return put_all_off (database, group, error);
    }

  article = cp_sqlite_articles_read (database, number, error);
  if (article == NULL || !add_highlights (database, number, article, group, &any, error))
    return FALSE;

  if (any)
    g_hash_table_add (ids, g_strdup (cp_article_get_id (article)));

  return TRUE;
}

/**
 * cp_sqlite_annotations_store:
 * @annotations: (element-type CpAnnotation): annotations with a target
 * @ids: a set of strings, to which the ids of the articles that gained highlights are added
 * @n_pending: (out): how many have no article yet
 *
 * See cp_library_annotate(). Inside the caller's transaction.
 */
gboolean
cp_sqlite_annotations_store (CpSqliteDatabase  *database,
                             GPtrArray         *annotations,
                             GHashTable        *ids,
                             guint             *n_pending,
                             GError           **error)
{
  g_autoptr (GHashTable) groups = group_by_target (annotations);
  GHashTableIter iter;
  gpointer group;

  *n_pending = 0;
  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, NULL, &group))
    {
      if (!store_group (database, group, ids, n_pending, error))
        return FALSE;
    }

  return TRUE;
}

static CpAnnotation *
make_annotation (CpSqliteStatement *row)
{
  CpAnnotation *annotation = g_new0 (CpAnnotation, 1);
  char **fields[] = { &annotation->source, &annotation->quote, &annotation->prefix, &annotation->suffix,
                      &annotation->note, &annotation->created };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    *fields[i] = cp_sqlite_statement_dup_text (row, i);

  return annotation;
}

static gboolean
forget_put_off (CpSqliteDatabase  *database,
                const char        *key,
                GError           **error)
{
  g_autoptr (CpSqliteStatement) statement =
    cp_sqlite_database_prepare (database, "DELETE FROM pending_annotations WHERE url_key = ?");

  cp_sqlite_statement_bind_text (statement, 1, key);

  return cp_sqlite_statement_run (statement, error);
}

static GPtrArray *
read_put_off (CpSqliteDatabase  *database,
              const char        *key,
              GError           **error)
{
  g_autoptr (GPtrArray) annotations = g_ptr_array_new_with_free_func ((GDestroyNotify) cp_annotation_free);
  g_autoptr (CpSqliteStatement) statement =
    cp_sqlite_database_prepare (database,
                                "SELECT source, quote, prefix, suffix, note, created FROM pending_annotations "
                                "WHERE url_key = ? ORDER BY number");

  cp_sqlite_statement_bind_text (statement, 1, key);
  while (cp_sqlite_statement_next (statement))
    g_ptr_array_add (annotations, make_annotation (statement));

  return cp_sqlite_statement_check (statement, error) ? g_steal_pointer (&annotations) : NULL;
}

/**
 * cp_sqlite_annotations_attach:
 * @number: the number of the row of @article
 *
 * Makes the annotations that waited for @article its highlights, inside the caller's transaction.
 */
gboolean
cp_sqlite_annotations_attach (CpSqliteDatabase  *database,
                              gint64             number,
                              CpArticle         *article,
                              GError           **error)
{
  g_autofree char *key = dup_key (cp_article_get_url (article));
  g_autoptr (GPtrArray) annotations = read_put_off (database, key, error);
  gboolean any;

  if (annotations == NULL)
    return FALSE;

  return annotations->len == 0 ||
         (add_highlights (database, number, article, annotations, &any, error) &&
          forget_put_off (database, key, error));
}
