/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reviewer changed what is known about a piece. */

#define G_LOG_DOMAIN "cp-field-edit"

#include "config.h"

#include "cp-field-edit.h"
#include "cp-url.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

struct _CpFieldEdit
{
  CpEdit         parent_instance;

  CpLibrary     *library;
  CpArticleList *articles;
  CpArticle     *before;
  CpArticle     *after;
  CpField        field;
};

G_DEFINE_FINAL_TYPE (CpFieldEdit, cp_field_edit, CP_TYPE_EDIT)

static gboolean
is_day (const char *value)
{
  int year, month, day, length = 0;

  return sscanf (value, "%4d-%2d-%2d%n", &year, &month, &day, &length) == 3 &&
         length == (int) strlen ("YYYY-MM-DD") && value[length] == '\0' &&
         g_date_valid_dmy (day, month, year);
}

static gboolean
is_language (const char *value)
{
  return strlen (value) == 2 && g_ascii_islower (value[0]) && g_ascii_islower (value[1]);
}

/* What other parts of the program take for granted of a value. */
static gboolean
check_value (CpField      field,
             const char  *value,
             GError     **error)
{
  g_autofree char *key = NULL;

  if (field == CP_FIELD_TITLE && *value == '\0')
    {
      g_set_error_literal (error, CP_ERROR, CP_ERROR_FAILED, _("An op-ed has to have a title: enter one."));
      return FALSE;
    }
  if (*value == '\0')
    return TRUE;

  if ((field == CP_FIELD_PUBLISHED || field == CP_FIELD_MODIFIED) && !is_day (value))
    {
      g_set_error (error, CP_ERROR, CP_ERROR_FAILED,
                   _("“%s” is not a day: enter year, month and day as in 2024-02-29."), value);
      return FALSE;
    }
  if (field == CP_FIELD_LANGUAGE && !is_language (value))
    {
      g_set_error (error, CP_ERROR, CP_ERROR_FAILED,
                   _("“%s” is not the code of a language: enter two letters, such as en."), value);
      return FALSE;
    }

  key = cp_url_dup_key (value);
  if (field == CP_FIELD_URL && key == NULL)
    {
      g_set_error (error, CP_ERROR, CP_ERROR_FAILED,
                   _("“%s” is not an address of the web: enter one that begins with https://."), value);
      return FALSE;
    }

  return TRUE;
}

static gboolean
move (CpFieldEdit  *self,
      CpArticle    *from,
      CpArticle    *to,
      GError      **error)
{
  if (!cp_library_save_metadata (self->library, to, error))
    return FALSE;

  cp_article_list_replace (self->articles, from, to);
  return TRUE;
}

static gboolean
cp_field_edit_apply (CpEdit  *edit,
                     GError **error)
{
  CpFieldEdit *self = CP_FIELD_EDIT (edit);
  g_autofree char *value = cp_article_dup_field (self->after, self->field);

  return check_value (self->field, value != NULL ? value : "", error) &&
         move (self, self->before, self->after, error);
}

static gboolean
cp_field_edit_revert (CpEdit  *edit,
                      GError **error)
{
  CpFieldEdit *self = CP_FIELD_EDIT (edit);

  return move (self, self->after, self->before, error);
}

static void
cp_field_edit_finalize (GObject *object)
{
  CpFieldEdit *self = CP_FIELD_EDIT (object);

  g_clear_object (&self->library);
  g_clear_object (&self->articles);
  g_clear_object (&self->before);
  g_clear_object (&self->after);

  G_OBJECT_CLASS (cp_field_edit_parent_class)->finalize (object);
}

static void
cp_field_edit_class_init (CpFieldEditClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  CpEditClass *edit_class = CP_EDIT_CLASS (klass);

  object_class->finalize = cp_field_edit_finalize;
  edit_class->apply = cp_field_edit_apply;
  edit_class->revert = cp_field_edit_revert;
}

static void
cp_field_edit_init (CpFieldEdit *self)
{
}

/**
 * cp_field_edit_new:
 * @library: where the article is saved
 * @articles: the list that shows it
 * @article: an article of both, loaded
 * @field: what is changed
 * @value: (nullable): what the reviewer says it is, as of cp_article_dup_field(); %NULL for not known
 *
 * Returns: (transfer full): an edit, which fails to apply when @value cannot be one of @field
 */
CpEdit *
cp_field_edit_new (CpLibrary     *library,
                   CpArticleList *articles,
                   CpArticle     *article,
                   CpField        field,
                   const char    *value)
{
  CpFieldEdit *self = g_object_new (CP_TYPE_FIELD_EDIT, NULL);

  self->library = g_object_ref (library);
  self->articles = g_object_ref (articles);
  self->before = g_object_ref (article);
  self->after = cp_article_copy (article);
  self->field = field;
  cp_article_set_field (self->after, field, value);
  cp_article_set_evidence (self->after, field, CP_EVIDENCE_REVIEWER, NULL);
  cp_edit_set_label (CP_EDIT (self), _("Edit Details"));

  return CP_EDIT (self);
}
