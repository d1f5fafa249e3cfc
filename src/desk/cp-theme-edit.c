/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reviewer accepted, renamed or removed a theme. */

#define G_LOG_DOMAIN "cp-theme-edit"

#include "config.h"

#include "cp-theme-edit.h"

#include <glib/gi18n.h>

/* All that an edit may change about a theme. */
typedef struct
{
  char         *label;
  CpProvenance  provenance;
  gboolean      listed;
} State;

struct _CpThemeEdit
{
  CpEdit      parent_instance;

  CpLibrary  *library;
  CpArticle  *article;
  GListStore *themes;
  CpTheme    *theme;

  /* Where the theme stands in the list when it does. Undoing goes back step by step, so that
   * the list is then what it was. */
  guint       position;
  State       before;
  State       after;
};

G_DEFINE_FINAL_TYPE (CpThemeEdit, cp_theme_edit, CP_TYPE_EDIT)

/* Reports count the suggestions that the reviewer removed; the reviewer's own themes are no suggestions. */
static void
set_listed (CpThemeEdit *self,
            gboolean     listed)
{
  gboolean suggestion = cp_theme_get_provenance (self->theme) != CP_PROVENANCE_ADDED;
  guint n_removed = cp_article_get_n_removed_themes (self->article);

  if (listed)
    g_list_store_insert (self->themes, self->position, self->theme);
  else
    g_list_store_remove (self->themes, self->position);

  if (suggestion)
    cp_article_set_n_removed_themes (self->article, listed ? n_removed - 1 : n_removed + 1);
}

static void
set_state (CpThemeEdit *self,
           const State *from,
           const State *to)
{
  cp_theme_set_label (self->theme, to->label);
  cp_theme_set_provenance (self->theme, to->provenance);
  if (from->listed != to->listed)
    set_listed (self, to->listed);
}

/* All themes of an article are saved together: a short transaction, made here in the main thread so that
 * whatever the reviewer does next finds it done. */
static gboolean
move (CpThemeEdit  *self,
      const State  *from,
      const State  *to,
      GError      **error)
{
  set_state (self, from, to);
  if (cp_library_save_themes (self->library, cp_article_get_id (self->article), G_LIST_MODEL (self->themes), error))
    return TRUE;

  set_state (self, to, from);
  return FALSE;
}

static gboolean
cp_theme_edit_apply (CpEdit  *edit,
                     GError **error)
{
  CpThemeEdit *self = CP_THEME_EDIT (edit);

  return move (self, &self->before, &self->after, error);
}

static gboolean
cp_theme_edit_revert (CpEdit  *edit,
                      GError **error)
{
  CpThemeEdit *self = CP_THEME_EDIT (edit);

  return move (self, &self->after, &self->before, error);
}

static void
cp_theme_edit_finalize (GObject *object)
{
  CpThemeEdit *self = CP_THEME_EDIT (object);

  g_clear_object (&self->library);
  g_clear_object (&self->article);
  g_clear_object (&self->themes);
  g_clear_object (&self->theme);
  g_clear_pointer (&self->before.label, g_free);
  g_clear_pointer (&self->after.label, g_free);

  G_OBJECT_CLASS (cp_theme_edit_parent_class)->finalize (object);
}

static void
cp_theme_edit_class_init (CpThemeEditClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  CpEditClass *edit_class = CP_EDIT_CLASS (klass);

  object_class->finalize = cp_theme_edit_finalize;
  edit_class->apply = cp_theme_edit_apply;
  edit_class->revert = cp_theme_edit_revert;
}

static void
cp_theme_edit_init (CpThemeEdit *self)
{
}

/* An edit that changes nothing yet. */
static CpThemeEdit *
new_edit (CpLibrary  *library,
          CpArticle  *article,
          GListStore *themes,
          CpTheme    *theme,
          const char *label)
{
  CpThemeEdit *self = g_object_new (CP_TYPE_THEME_EDIT, NULL);

  self->library = g_object_ref (library);
  self->article = g_object_ref (article);
  self->themes = g_object_ref (themes);
  self->theme = g_object_ref (theme);
  self->before.label = g_strdup (cp_theme_get_label (theme));
  self->before.provenance = cp_theme_get_provenance (theme);
  self->before.listed = g_list_store_find (themes, theme, &self->position);
  self->after = self->before;
  self->after.label = g_strdup (self->before.label);
  cp_edit_set_label (CP_EDIT (self), label);

  return self;
}

/* A name is the reviewer's, unless it is the suggested one again. */
static CpProvenance
provenance_of_name (CpTheme    *theme,
                    const char *label)
{
  if (cp_theme_get_provenance (theme) == CP_PROVENANCE_ADDED)
    return CP_PROVENANCE_ADDED;

  return g_str_equal (label, cp_theme_get_suggested_label (theme)) ? CP_PROVENANCE_ACCEPTED : CP_PROVENANCE_EDITED;
}

/**
 * cp_theme_edit_new_accept:
 * @library: where the themes are saved
 * @article: the article they belong to
 * @themes: all its themes
 * @theme: one of them
 *
 * Returns: (transfer full): an edit by which the reviewer lets a suggestion stand
 */
CpEdit *
cp_theme_edit_new_accept (CpLibrary  *library,
                          CpArticle  *article,
                          GListStore *themes,
                          CpTheme    *theme)
{
  CpThemeEdit *self = new_edit (library, article, themes, theme, _("Accept Theme"));

  self->after.provenance = CP_PROVENANCE_ACCEPTED;

  return CP_EDIT (self);
}

/**
 * cp_theme_edit_new_rename:
 * @label: what the theme is called from now on
 *
 * Returns: (transfer full): an edit by which the reviewer gives a theme another name
 */
CpEdit *
cp_theme_edit_new_rename (CpLibrary  *library,
                          CpArticle  *article,
                          GListStore *themes,
                          CpTheme    *theme,
                          const char *label)
{
  CpThemeEdit *self = new_edit (library, article, themes, theme, _("Rename Theme"));

  g_free (self->after.label);
  self->after.label = g_strdup (label);
  self->after.provenance = provenance_of_name (theme, label);

  return CP_EDIT (self);
}

/**
 * cp_theme_edit_new_remove:
 *
 * Returns: (transfer full): an edit by which the reviewer says that the piece is not about this
 */
CpEdit *
cp_theme_edit_new_remove (CpLibrary  *library,
                          CpArticle  *article,
                          GListStore *themes,
                          CpTheme    *theme)
{
  CpThemeEdit *self = new_edit (library, article, themes, theme, _("Remove Theme"));

  self->after.listed = FALSE;

  return CP_EDIT (self);
}
