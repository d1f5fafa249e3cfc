/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One article that a search found, with the words that show why. */

#define G_LOG_DOMAIN "cp-hit"

#include "config.h"

#include "cp-hit.h"

G_DEFINE_BOXED_TYPE (CpHit, cp_hit, cp_hit_copy, cp_hit_free)

static void
append_escaped (GString  *markup,
                gunichar  character)
{
  char utf8[7] = { 0 };
  g_autofree char *escaped = NULL;

  g_unichar_to_utf8 (character, utf8);
  escaped = g_markup_escape_text (utf8, -1);
  g_string_append (markup, escaped);
}

/* Builds both forms of the snippet in one go, with every white space a single space. A mark that is
 * doubled or missing, as in a text that has such characters itself, is left out. */
static void
take_snippet (CpHit      *self,
              const char *marked)
{
  GString *plain = g_string_new (NULL);
  GString *markup = g_string_new (NULL);
  gunichar start = g_utf8_get_char (CP_HIT_MATCH_START), end = g_utf8_get_char (CP_HIT_MATCH_END);
  gboolean in_match = FALSE, after_space = TRUE;

  for (const char *c = marked; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (character == start || character == end)
        {
          if (in_match != (character == start))
            g_string_append (markup, in_match ? "</b>" : "<b>");
          in_match = character == start;
        }
      else if (g_unichar_iscntrl (character) || g_unichar_isspace (character))
        {
          if (!after_space)
            {
              g_string_append_c (plain, ' ');
              g_string_append_c (markup, ' ');
            }
          after_space = TRUE;
        }
      else
        {
          g_string_append_unichar (plain, character);
          append_escaped (markup, character);
          after_space = FALSE;
        }
    }

  if (in_match)
    g_string_append (markup, "</b>");
  self->snippet = g_string_free (plain, FALSE);
  self->markup = g_string_free (markup, FALSE);
}

/**
 * cp_hit_new:
 * @marked_snippet: words of the article, each match between %CP_HIT_MATCH_START and %CP_HIT_MATCH_END
 * @score: > 0; the higher the better
 *
 * Returns: (transfer full): a hit
 */
CpHit *
cp_hit_new (const char *id,
            const char *title,
            const char *marked_snippet,
            double      score)
{
  CpHit *self;

  g_return_val_if_fail (id != NULL && title != NULL && marked_snippet != NULL, NULL);

  self = g_new0 (CpHit, 1);
  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->score = score;
  take_snippet (self, marked_snippet);

  return self;
}

CpHit *
cp_hit_copy (const CpHit *self)
{
  CpHit *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (CpHit, 1);
  copy->id = g_strdup (self->id);
  copy->title = g_strdup (self->title);
  copy->snippet = g_strdup (self->snippet);
  copy->markup = g_strdup (self->markup);
  copy->score = self->score;

  return copy;
}

void
cp_hit_free (CpHit *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->title);
  g_free (self->snippet);
  g_free (self->markup);
  g_free (self);
}
