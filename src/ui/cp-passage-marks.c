/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The passages of some themes as they stand in one article, in step with the marks on its page. */

#define G_LOG_DOMAIN "cp-passage-marks"

#include "config.h"

#include "cp-passage-marks.h"

struct _CpPassageMarks
{
  GPtrArray *themes;

  /* One a passage, in step with each other: theme by theme, in reading order within a theme. */
  GArray    *marks;
  GPtrArray *passages;
};

static void
add_theme (CpPassageMarks *self,
           CpArticle      *article,
           CpTheme        *theme,
           guint           color)
{
  const char *text = cp_article_get_text (article);

  for (guint i = 0; i < cp_theme_get_n_passages (theme); i++)
    {
      CpPassage *passage = cp_theme_get_passage (theme, i);
      CpReaderMark mark = { .theme = self->themes->len, .color = color };

      /* By its words, not its numbers: the text may have been edited since. */
      if (!cp_passage_locate (passage, text, &mark.start, &mark.end))
        continue;

      g_array_append_val (self->marks, mark);
      g_ptr_array_add (self->passages, g_object_ref (passage));
    }

  g_ptr_array_add (self->themes, g_object_ref (theme));
}

/**
 * cp_passage_marks_new:
 *
 * Returns: (transfer full): no marks yet
 */
CpPassageMarks *
cp_passage_marks_new (void)
{
  CpPassageMarks *self = g_new0 (CpPassageMarks, 1);

  self->themes = g_ptr_array_new_with_free_func (g_object_unref);
  self->passages = g_ptr_array_new_with_free_func (g_object_unref);
  self->marks = g_array_new (FALSE, FALSE, sizeof (CpReaderMark));

  return self;
}

/**
 * cp_passage_marks_free:
 * @self: marks
 */
void
cp_passage_marks_free (CpPassageMarks *self)
{
  g_clear_pointer (&self->themes, g_ptr_array_unref);
  g_clear_pointer (&self->passages, g_ptr_array_unref);
  g_clear_pointer (&self->marks, g_array_unref);
  g_free (self);
}

/**
 * cp_passage_marks_fill:
 * @self: marks
 * @article: (nullable): what the themes are of; may be %NULL if there are none
 * @themes: (array length=n_themes): themes
 * @color_indices: (array length=n_themes): the color of each, see cp_theme_colors_get()
 * @n_themes: how many, 0 for none
 *
 * Replaces all marks. Passages whose words are not in @article are left out.
 */
void
cp_passage_marks_fill (CpPassageMarks  *self,
                       CpArticle       *article,
                       CpTheme        **themes,
                       const guint     *color_indices,
                       guint            n_themes)
{
  g_return_if_fail (n_themes == 0 || (article != NULL && themes != NULL && color_indices != NULL));

  g_ptr_array_set_size (self->themes, 0);
  g_ptr_array_set_size (self->passages, 0);
  g_array_set_size (self->marks, 0);
  for (guint i = 0; i < n_themes; i++)
    add_theme (self, article, themes[i], color_indices[i]);
}

/**
 * cp_passage_marks_get_n:
 *
 * Returns: how many marks there are
 */
guint
cp_passage_marks_get_n (CpPassageMarks *self)
{
  return self->marks->len;
}

/**
 * cp_passage_marks_get_all:
 *
 * Returns: (transfer none) (array): the marks
 */
const CpReaderMark *
cp_passage_marks_get_all (CpPassageMarks *self)
{
  return (const CpReaderMark *) (gpointer) self->marks->data;
}

/**
 * cp_passage_marks_get:
 * @mark: position of a mark
 *
 * Returns: (transfer none): the mark
 */
const CpReaderMark *
cp_passage_marks_get (CpPassageMarks *self,
                      int             mark)
{
  return &g_array_index (self->marks, CpReaderMark, mark);
}

/**
 * cp_passage_marks_get_passage:
 * @mark: position of a mark
 *
 * Returns: (transfer none): the passage it marks
 */
CpPassage *
cp_passage_marks_get_passage (CpPassageMarks *self,
                              int             mark)
{
  return g_ptr_array_index (self->passages, mark);
}

/**
 * cp_passage_marks_get_theme:
 * @theme: position of a theme
 *
 * Returns: (transfer none): the theme
 */
CpTheme *
cp_passage_marks_get_theme (CpPassageMarks *self,
                            int             theme)
{
  return g_ptr_array_index (self->themes, theme);
}

/**
 * cp_passage_marks_get_theme_of:
 * @mark: position of a mark
 *
 * Returns: (transfer none): the theme of the passage it marks
 */
CpTheme *
cp_passage_marks_get_theme_of (CpPassageMarks *self,
                               int             mark)
{
  return cp_passage_marks_get_theme (self, cp_passage_marks_get (self, mark)->theme);
}

/**
 * cp_passage_marks_count:
 * @theme: position of a theme, or -1
 * @first: (out): position of its first mark; the others follow it. Left alone if there is none
 *
 * Returns: how many marks the theme has
 */
guint
cp_passage_marks_count (CpPassageMarks *self,
                        int             theme,
                        int            *first)
{
  guint n_marks = 0;

  for (guint i = 0; i < self->marks->len; i++)
    {
      if ((int) cp_passage_marks_get (self, i)->theme == theme && n_marks++ == 0)
        *first = i;
    }

  return n_marks;
}

/**
 * cp_passage_marks_find_theme:
 * @theme: a theme, or a copy of it, as comparisons may hold
 *
 * Returns: its position, or -1
 */
int
cp_passage_marks_find_theme (CpPassageMarks *self,
                             CpTheme        *theme)
{
  for (guint i = 0; i < self->themes->len; i++)
    {
      CpTheme *candidate = cp_passage_marks_get_theme (self, i);

      if (candidate == theme || g_strcmp0 (cp_theme_get_id (candidate), cp_theme_get_id (theme)) == 0)
        return i;
    }

  return -1;
}

/**
 * cp_passage_marks_find_passage:
 * @passage: a passage
 * @theme: position of the theme that goes first where several share the passage, or -1
 *
 * Returns: position of the mark of the passage, or -1
 */
int
cp_passage_marks_find_passage (CpPassageMarks *self,
                               CpPassage      *passage,
                               int             theme)
{
  int found = -1;

  for (guint i = 0; i < self->passages->len; i++)
    {
      if (cp_passage_compare (cp_passage_marks_get_passage (self, i), passage) != 0)
        continue;

      if (found < 0 || (int) cp_passage_marks_get (self, i)->theme == theme)
        found = i;
    }

  return found;
}
