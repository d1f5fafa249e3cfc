/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why passages of two articles were laid side by side, and in what they visibly differ, in words. */

#define G_LOG_DOMAIN "cp-alignment-text"

#include "config.h"

#include "cp-alignment-text.h"

#include <glib/gi18n.h>

static gboolean
is_of_theme (CpTheme   *theme,
             CpPassage *passage)
{
  for (guint i = 0; theme != NULL && i < cp_theme_get_n_passages (theme); i++)
    {
      CpPassage *other = cp_theme_get_passage (theme, i);

      if (cp_passage_get_start (passage) < cp_passage_get_end (other) &&
          cp_passage_get_start (other) < cp_passage_get_end (passage))
        return TRUE;
    }

  return FALSE;
}

static gboolean
concerns (CpAlignment     *alignment,
          CpComparedTheme *theme)
{
  CpTheme *side_a = cp_compared_theme_get_side (theme, cp_alignment_get_article_a (alignment));
  CpTheme *side_b = cp_compared_theme_get_side (theme, cp_alignment_get_article_b (alignment));

  return is_of_theme (side_a, cp_alignment_get_a (alignment)) &&
         is_of_theme (side_b, cp_alignment_get_b (alignment));
}

static gboolean
has_string (GPtrArray  *strings,
            const char *string)
{
  return g_ptr_array_find_with_equal_func (strings, string, g_str_equal, NULL);
}

static void
collect_reasons (CpAlignment *alignment,
                 GPtrArray   *reasons)
{
  const char * const *because = cp_alignment_get_because (alignment);

  for (guint i = 0; because[i] != NULL; i++)
    {
      /* Translators: a word or phrase that two passages share, in quotation marks */
      char *reason = g_markup_printf_escaped (_("“%s”"), because[i]);

      if (has_string (reasons, reason))
        g_free (reason);
      else
        g_ptr_array_add (reasons, reason);
    }
}

static void
collect_cues (CpAlignment *alignment,
              GPtrArray   *cues)
{
  gboolean turned = cp_alignment_get_article_a (alignment) > cp_alignment_get_article_b (alignment);

  for (guint i = 0; i < cp_alignment_get_n_cues (alignment); i++)
    {
      const CpCue *cue = cp_alignment_get_cue (alignment, i);
      const char *here = turned ? cue->b : cue->a;
      const char *there = turned ? cue->a : cue->b;
      char *text = g_markup_printf_escaped ("<i>%s</i> / <i>%s</i>",
                                            here[0] != '\0' ? here : "–", there[0] != '\0' ? there : "–");

      if (has_string (cues, text))
        g_free (text);
      else
        g_ptr_array_add (cues, text);
    }
}

static void
append_sentence (GString    *markup,
                 const char *opening,
                 GPtrArray  *parts,
                 const char *separator)
{
  g_autofree char *joined = NULL;

  if (parts->len == 0)
    return;

  g_ptr_array_add (parts, NULL);
  joined = g_strjoinv (separator, (char **) parts->pdata);
  if (markup->len > 0)
    g_string_append_c (markup, ' ');
  g_string_append (markup, opening);
  g_string_append_c (markup, ' ');
  g_string_append (markup, joined);
  g_string_append_c (markup, '.');
}

/**
 * cp_alignment_text_dup_markup:
 * @comparison: what is compared
 * @theme: a matter out of it
 *
 * Says what words the aligned passages on this matter share, and which cues differ. It says no more than that: what the
 * difference means is the reviewer's to judge.
 *
 * Returns: (transfer full): one or two sentences as Pango markup; "" when no passages were aligned
 */
char *
cp_alignment_text_dup_markup (CpComparison    *comparison,
                              CpComparedTheme *theme)
{
  g_autoptr(GPtrArray) reasons = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) cues = g_ptr_array_new_with_free_func (g_free);
  GListModel *alignments;
  GString *markup;

  g_return_val_if_fail (CP_IS_COMPARISON (comparison), NULL);
  g_return_val_if_fail (CP_IS_COMPARED_THEME (theme), NULL);

  alignments = cp_comparison_list_alignments (comparison);
  for (guint i = 0; i < g_list_model_get_n_items (alignments); i++)
    {
      g_autoptr(CpAlignment) alignment = g_list_model_get_item (alignments, i);

      if (!concerns (alignment, theme))
        continue;

      collect_reasons (alignment, reasons);
      collect_cues (alignment, cues);
    }

  markup = g_string_new (NULL);
  append_sentence (markup, _("Because:"), reasons, ", ");
  append_sentence (markup, _("These differ:"), cues, "; ");

  return g_string_free (markup, FALSE);
}
