/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The articles of the library as a list that is kept in step with it. */

#define G_LOG_DOMAIN "cp-article-list"

#include "config.h"

#include "cp-article-list.h"

struct _CpArticleList
{
  GObject     parent_instance;

  GListStore *store;

  /* id → Entry, of the articles in the store and of those hidden since the program began. There is one
   * object for each article, so that all that refer to it see its changes. */
  GHashTable *entries;
};

typedef struct
{
  CpArticle *article;
  gboolean   hidden;

  /* How many articles came after a hidden one. New ones come before, so that this finds its place again. */
  guint      n_after;
} Entry;

enum
{
  REPLACED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CpArticleList, cp_article_list, G_TYPE_OBJECT)

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->article);
  g_free (entry);
}

static Entry *
find_entry (CpArticleList *self,
            CpArticle     *article)
{
  return g_hash_table_lookup (self->entries, cp_article_get_id (article));
}

static void
add_entry (CpArticleList *self,
           CpArticle     *article)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->article = g_object_ref (article);
  g_hash_table_insert (self->entries, g_strdup (cp_article_get_id (article)), entry);
}

static guint
count (CpArticleList *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->store));
}

static void
cp_article_list_finalize (GObject *object)
{
  CpArticleList *self = CP_ARTICLE_LIST (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->entries, g_hash_table_unref);

  G_OBJECT_CLASS (cp_article_list_parent_class)->finalize (object);
}

static void
cp_article_list_class_init (CpArticleListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = cp_article_list_finalize;

  /**
   * CpArticleList::replaced:
   * @before: an article that was in the list
   * @after: the article of the same id that is in its place now
   */
  signals[REPLACED] = g_signal_new ("replaced", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 2, CP_TYPE_ARTICLE, CP_TYPE_ARTICLE);
}

static void
cp_article_list_init (CpArticleList *self)
{
  self->store = g_list_store_new (CP_TYPE_ARTICLE);
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, entry_free);
}

CpArticleList *
cp_article_list_new (void)
{
  return g_object_new (CP_TYPE_ARTICLE_LIST, NULL);
}

/**
 * cp_article_list_get_model:
 *
 * Returns: (transfer none): the #CpArticle that are not hidden, the last added first
 */
GListModel *
cp_article_list_get_model (CpArticleList *self)
{
  g_return_val_if_fail (CP_IS_ARTICLE_LIST (self), NULL);

  return G_LIST_MODEL (self->store);
}

/**
 * cp_article_list_find:
 *
 * Returns: (transfer none) (nullable): the article, or %NULL when it is not in the list or hidden
 */
CpArticle *
cp_article_list_find (CpArticleList *self,
                      const char    *id)
{
  Entry *entry;

  g_return_val_if_fail (CP_IS_ARTICLE_LIST (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  entry = g_hash_table_lookup (self->entries, id);

  return entry != NULL && !entry->hidden ? entry->article : NULL;
}

/**
 * cp_article_list_load:
 * @articles: (element-type CpArticle): what the library has, the last added first
 *
 * Puts @articles after those that came meanwhile, which may be among them.
 */
void
cp_article_list_load (CpArticleList *self,
                      GPtrArray     *articles)
{
  g_autoptr (GPtrArray) fresh = g_ptr_array_new ();

  g_return_if_fail (CP_IS_ARTICLE_LIST (self));
  g_return_if_fail (articles != NULL);

  for (guint i = 0; i < articles->len; i++)
    {
      CpArticle *article = g_ptr_array_index (articles, i);

      if (find_entry (self, article) != NULL)
        continue;
      add_entry (self, article);
      g_ptr_array_add (fresh, article);
    }

  g_list_store_splice (self->store, count (self), 0, fresh->pdata, fresh->len);
}

/**
 * cp_article_list_add:
 * @article: an article that has come into the library, perhaps back into it
 *
 * Puts @article first; one that was hidden takes its old place.
 */
void
cp_article_list_add (CpArticleList *self,
                     CpArticle     *article)
{
  g_return_if_fail (CP_IS_ARTICLE_LIST (self));
  g_return_if_fail (CP_IS_ARTICLE (article));

  if (find_entry (self, article) != NULL)
    {
      cp_article_list_unhide (self, article);
      return;
    }

  add_entry (self, article);
  g_list_store_insert (self->store, 0, article);
}

/**
 * cp_article_list_hide:
 * @article: an article of the list
 *
 * Takes @article out of the list until cp_article_list_unhide().
 */
void
cp_article_list_hide (CpArticleList *self,
                      CpArticle     *article)
{
  Entry *entry;
  guint position;

  g_return_if_fail (CP_IS_ARTICLE_LIST (self));
  g_return_if_fail (CP_IS_ARTICLE (article));

  entry = find_entry (self, article);
  if (entry == NULL || entry->hidden || !g_list_store_find (self->store, entry->article, &position))
    return;

  entry->hidden = TRUE;
  entry->n_after = count (self) - position - 1;
  g_list_store_remove (self->store, position);
}

/**
 * cp_article_list_unhide:
 * @article: an article of the list
 *
 * Puts a hidden article where it was.
 */
void
cp_article_list_unhide (CpArticleList *self,
                        CpArticle     *article)
{
  Entry *entry;

  g_return_if_fail (CP_IS_ARTICLE_LIST (self));
  g_return_if_fail (CP_IS_ARTICLE (article));

  entry = find_entry (self, article);
  if (entry == NULL || !entry->hidden)
    return;

  entry->hidden = FALSE;
  g_list_store_insert (self->store, count (self) - MIN (entry->n_after, count (self)), entry->article);
}

/**
 * cp_article_list_replace:
 * @before: an article of the list
 * @after: the same article with other contents
 *
 * Puts @after where @before is.
 */
void
cp_article_list_replace (CpArticleList *self,
                         CpArticle     *before,
                         CpArticle     *after)
{
  Entry *entry;
  guint position;

  g_return_if_fail (CP_IS_ARTICLE_LIST (self));
  g_return_if_fail (CP_IS_ARTICLE (before) && CP_IS_ARTICLE (after));

  entry = find_entry (self, before);
  if (entry != NULL)
    {
      gboolean listed = !entry->hidden && g_list_store_find (self->store, entry->article, &position);

      g_set_object (&entry->article, after);
      if (listed)
        g_list_store_splice (self->store, position, 1, (gpointer *) &after, 1);
    }
  g_signal_emit (self, signals[REPLACED], 0, before, after);
}
