/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reviewer changes on the desk: each change is saved at once and can be undone. */

#define G_LOG_DOMAIN "cp-desk-edits"

#include "config.h"

#include "cp-body-edit.h"
#include "cp-desk-private.h"
#include "cp-field-edit.h"
#include "cp-highlight-edit.h"
#include "cp-tags-edit.h"
#include "cp-theme-edit.h"

#include <string.h>

/* The article of the list, whatever object of it the caller still has. */
static CpArticle *
get_current (CpDesk    *self,
             CpArticle *article)
{
  CpArticle *current = cp_desk_get_article (self, cp_article_get_id (article));

  return current != NULL ? current : article;
}

static GListStore *
get_theme_store (CpDesk    *self,
                 CpArticle *article,
                 CpTheme   *theme)
{
  GListModel *themes = cp_desk_get_themes (self, article);

  return themes != NULL && g_list_store_find (G_LIST_STORE (themes), theme, NULL) ? G_LIST_STORE (themes) : NULL;
}

static gboolean
perform (CpDesk *self,
         CpEdit *edit)
{
  gboolean done = cp_history_perform (cp_desk_get_history (self), edit);

  g_object_unref (edit);

  return done;
}

static int
compare_tags (gconstpointer a,
              gconstpointer b)
{
  return strcmp (*(const char **) a, *(const char **) b);
}

/* Sorted, without spaces around them, and each once. */
static char **
tidy_tags (const char * const *tags)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; tags[i] != NULL; i++)
    {
      g_autofree char *tag = g_strstrip (g_strdup (tags[i]));

      if (*tag != '\0' && !g_ptr_array_find_with_equal_func (sorted, tag, g_str_equal, NULL))
        g_ptr_array_add (sorted, g_steal_pointer (&tag));
    }
  g_ptr_array_sort (sorted, compare_tags);
  g_ptr_array_add (sorted, NULL);

  return (char **) g_ptr_array_steal (sorted, NULL);
}

/**
 * cp_desk_accept_theme:
 * @article: an article of the library whose themes are loaded
 * @theme: one of its themes
 *
 * Lets a suggestion stand. A theme that the reviewer has judged already is left as it is.
 *
 * Returns: whether something changed and is saved; when saving failed, #CpDesk::problem has told why
 */
gboolean
cp_desk_accept_theme (CpDesk    *self,
                      CpArticle *article,
                      CpTheme   *theme)
{
  GListStore *themes;

  g_return_val_if_fail (CP_IS_DESK (self), FALSE);
  g_return_val_if_fail (CP_IS_ARTICLE (article) && CP_IS_THEME (theme), FALSE);

  themes = get_theme_store (self, article, theme);
  if (themes == NULL || cp_theme_get_provenance (theme) != CP_PROVENANCE_SUGGESTED)
    return FALSE;

  return perform (self, cp_theme_edit_new_accept (self->library, get_current (self, article), themes, theme));
}

/**
 * cp_desk_rename_theme:
 * @article: an article of the library whose themes are loaded
 * @theme: one of its themes
 * @label: what it is called from now on; spaces around it do not count, and an empty one changes nothing
 *
 * Renames @theme, which is from then on one that the reviewer edited. The suggested label is kept beside.
 *
 * Returns: whether something changed and is saved; when saving failed, #CpDesk::problem has told why
 */
gboolean
cp_desk_rename_theme (CpDesk     *self,
                      CpArticle  *article,
                      CpTheme    *theme,
                      const char *label)
{
  g_autofree char *stripped = NULL;
  GListStore *themes;

  g_return_val_if_fail (CP_IS_DESK (self), FALSE);
  g_return_val_if_fail (CP_IS_ARTICLE (article) && CP_IS_THEME (theme), FALSE);
  g_return_val_if_fail (label != NULL, FALSE);

  stripped = g_strstrip (g_strdup (label));
  themes = get_theme_store (self, article, theme);
  if (themes == NULL || *stripped == '\0' || g_str_equal (stripped, cp_theme_get_label (theme)))
    return FALSE;

  return perform (self, cp_theme_edit_new_rename (self->library, get_current (self, article), themes, theme,
                                                  stripped));
}

/**
 * cp_desk_remove_theme:
 * @article: an article of the library whose themes are loaded
 * @theme: one of its themes
 *
 * Takes @theme out of the article's themes.
 *
 * Returns: whether something changed and is saved; when saving failed, #CpDesk::problem has told why
 */
gboolean
cp_desk_remove_theme (CpDesk    *self,
                      CpArticle *article,
                      CpTheme   *theme)
{
  GListStore *themes;

  g_return_val_if_fail (CP_IS_DESK (self), FALSE);
  g_return_val_if_fail (CP_IS_ARTICLE (article) && CP_IS_THEME (theme), FALSE);

  themes = get_theme_store (self, article, theme);
  if (themes == NULL)
    return FALSE;

  return perform (self, cp_theme_edit_new_remove (self->library, get_current (self, article), themes, theme));
}

/**
 * cp_desk_set_tags:
 * @article: an article of the library
 * @tags: (array zero-terminated=1): all tags that it has from now on, in any order
 *
 * Returns: whether something changed and is saved; when saving failed, #CpDesk::problem has told why
 */
gboolean
cp_desk_set_tags (CpDesk             *self,
                  CpArticle          *article,
                  const char * const *tags)
{
  g_auto (GStrv) tidy = NULL;

  g_return_val_if_fail (CP_IS_DESK (self), FALSE);
  g_return_val_if_fail (CP_IS_ARTICLE (article), FALSE);
  g_return_val_if_fail (tags != NULL, FALSE);

  article = get_current (self, article);
  tidy = tidy_tags (tags);
  if (g_strv_equal ((const char * const *) tidy, cp_article_get_tags (article)))
    return FALSE;

  return perform (self, cp_tags_edit_new (self->library, article, (const char * const *) tidy));
}

/* NULL, which was told, when its text cannot be read; or when it is not in the list. */
static CpArticle *
find_loaded (CpDesk    *self,
             CpArticle *article)
{
  CpArticle *current = cp_desk_get_article (self, cp_article_get_id (article));
  g_autoptr (GError) error = NULL;

  if (current == NULL || cp_article_load (current, &error))
    return current;

  g_signal_emit_by_name (self, "problem", error);
  return NULL;
}

/**
 * cp_desk_set_field:
 * @article: an article of the library
 * @field: what the reviewer knows better
 * @value: (nullable): what it is, as of cp_article_dup_field(); spaces around it do not count, and with none left it
 *   is not known
 *
 * Another article takes the place of @article; see #CpDesk::article-replaced.
 *
 * Returns: whether something changed and is saved; when saving failed or @value cannot be one of @field,
 *   #CpDesk::problem has told why
 */
gboolean
cp_desk_set_field (CpDesk     *self,
                   CpArticle  *article,
                   CpField     field,
                   const char *value)
{
  g_autofree char *stripped = NULL;
  g_autofree char *old = NULL;

  g_return_val_if_fail (CP_IS_DESK (self), FALSE);
  g_return_val_if_fail (CP_IS_ARTICLE (article), FALSE);

  article = find_loaded (self, article);
  if (article == NULL)
    return FALSE;

  stripped = g_strstrip (g_strdup (value != NULL ? value : ""));
  old = cp_article_dup_field (article, field);
  if (g_str_equal (stripped, old != NULL ? old : ""))
    return FALSE;

  return perform (self, cp_field_edit_new (self->library, self->articles, article, field,
                                           *stripped != '\0' ? stripped : NULL));
}

/**
 * cp_desk_set_block_role:
 * @article: an article of the library
 * @position: that of one of its blocks
 * @role: whether the block belongs to the body from now on
 *
 * Takes the block into the body of @article or out of it. Passages of themes and highlights stay on their words; those
 * in a block that leaves come back with it. Another article takes the place of @article; see #CpDesk::article-replaced.
 *
 * Returns: whether something changed and is saved; when reading or saving failed, #CpDesk::problem has told why
 */
gboolean
cp_desk_set_block_role (CpDesk      *self,
                        CpArticle   *article,
                        guint        position,
                        CpBlockRole  role)
{
  g_autoptr (GListModel) themes = NULL;
  g_autoptr (GError) error = NULL;
  GListModel *highlights;

  g_return_val_if_fail (CP_IS_DESK (self), FALSE);
  g_return_val_if_fail (CP_IS_ARTICLE (article), FALSE);

  article = find_loaded (self, article);
  if (article == NULL || position >= cp_article_get_n_blocks (article) ||
      cp_block_get_role (cp_article_get_block (article, position)) == role)
    return FALSE;

  themes = cp_desk_load_themes (self, article, &error);
  highlights = cp_desk_get_highlights (self, article);
  if (themes == NULL || highlights == NULL)
    {
      if (error != NULL)
        g_signal_emit_by_name (self, "problem", error);
      return FALSE;
    }

  return perform (self, cp_body_edit_new (self->library, self->articles, article, G_LIST_STORE (themes),
                                          G_LIST_STORE (highlights), position, role));
}

static GListStore *
get_highlight_store (CpDesk      *self,
                     CpArticle   *article,
                     CpHighlight *highlight)
{
  GListModel *highlights = cp_desk_get_highlights (self, article);

  if (highlights == NULL || (highlight != NULL && !g_list_store_find (G_LIST_STORE (highlights), highlight, NULL)))
    return NULL;

  return G_LIST_STORE (highlights);
}

/**
 * cp_desk_add_highlight:
 * @article: an article of the library whose themes are loaded
 * @passage: a passage of its text
 * @note: (nullable): what the reviewer says about it
 *
 * Returns: whether it is saved; when saving failed, #CpDesk::problem has told why
 */
gboolean
cp_desk_add_highlight (CpDesk     *self,
                       CpArticle  *article,
                       CpPassage  *passage,
                       const char *note)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *created = g_date_time_format_iso8601 (now);
  g_autoptr (CpHighlight) highlight = NULL;
  GListStore *highlights;

  g_return_val_if_fail (CP_IS_DESK (self), FALSE);
  g_return_val_if_fail (CP_IS_ARTICLE (article) && CP_IS_PASSAGE (passage), FALSE);

  highlights = get_highlight_store (self, article, NULL);
  if (highlights == NULL)
    return FALSE;

  highlight = cp_highlight_new (passage, note, "reviewer", created);

  return perform (self, cp_highlight_edit_new (self->library, cp_article_get_id (article), highlights,
                                               NULL, highlight));
}

/**
 * cp_desk_remove_highlight:
 * @article: an article of the library whose themes are loaded
 * @highlight: one of its highlights
 *
 * Returns: whether it is removed; when saving failed, #CpDesk::problem has told why
 */
gboolean
cp_desk_remove_highlight (CpDesk      *self,
                          CpArticle   *article,
                          CpHighlight *highlight)
{
  GListStore *highlights;

  g_return_val_if_fail (CP_IS_DESK (self), FALSE);
  g_return_val_if_fail (CP_IS_ARTICLE (article) && CP_IS_HIGHLIGHT (highlight), FALSE);

  highlights = get_highlight_store (self, article, highlight);

  return highlights != NULL &&
         perform (self, cp_highlight_edit_new (self->library, cp_article_get_id (article), highlights,
                                               highlight, NULL));
}

/**
 * cp_desk_set_note:
 * @article: an article of the library whose themes are loaded
 * @highlight: one of its highlights
 * @note: (nullable): what the reviewer says about the passage now
 *
 * Puts another highlight of the same id in the place of @highlight.
 *
 * Returns: whether something changed and is saved; when saving failed, #CpDesk::problem has told why
 */
gboolean
cp_desk_set_note (CpDesk      *self,
                  CpArticle   *article,
                  CpHighlight *highlight,
                  const char  *note)
{
  g_autoptr (CpHighlight) after = NULL;
  GListStore *highlights;

  g_return_val_if_fail (CP_IS_DESK (self), FALSE);
  g_return_val_if_fail (CP_IS_ARTICLE (article) && CP_IS_HIGHLIGHT (highlight), FALSE);

  highlights = get_highlight_store (self, article, highlight);
  if (highlights == NULL || g_strcmp0 (cp_highlight_get_note (highlight), note) == 0)
    return FALSE;

  after = cp_highlight_copy_noted (highlight, note);

  return perform (self, cp_highlight_edit_new (self->library, cp_article_get_id (article), highlights,
                                               highlight, after));
}
