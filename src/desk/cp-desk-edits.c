/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reviewer changes on the desk: each change is saved at once and can be undone. */

#define G_LOG_DOMAIN "cp-desk-edits"

#include "config.h"

#include "cp-desk.h"
#include "cp-tags-edit.h"
#include "cp-theme-edit.h"

#include <string.h>

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

  return perform (self, cp_theme_edit_new_accept (cp_desk_get_library (self), article, themes, theme));
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

  return perform (self, cp_theme_edit_new_rename (cp_desk_get_library (self), article, themes, theme, stripped));
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

  return perform (self, cp_theme_edit_new_remove (cp_desk_get_library (self), article, themes, theme));
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

  tidy = tidy_tags (tags);
  if (g_strv_equal ((const char * const *) tidy, cp_article_get_tags (article)))
    return FALSE;

  return perform (self, cp_tags_edit_new (cp_desk_get_library (self), article, (const char * const *) tidy));
}
