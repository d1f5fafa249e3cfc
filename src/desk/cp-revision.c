/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What changed between two editions of a piece. */

#define G_LOG_DOMAIN "cp-revision"

#include "config.h"

#include "cp-revision.h"

#include <glib/gi18n.h>

/* Paragraphs that share less than half of their words are two paragraphs. */
#define MIN_SIMILARITY 0.5

/* Between the first and the last change of two editions of a piece there are some dozens of paragraphs. Where there are so
 * many more that comparing each with each would take long, all of them count as replaced. */
#define MAX_COMPARISONS 250000

/* A paragraph, with the hashes of its words in ascending order. */
typedef struct
{
  const char *text;
  GArray     *words;
} Paragraph;

static void
clear_paragraph (gpointer data)
{
  g_array_unref (((Paragraph *) data)->words);
}

static int
compare_hashes (gconstpointer a,
                gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return (x > y) - (x < y);
}

static GArray *
hash_words (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (guint));
  guint hash = 0;

  for (const char *c = text;; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (g_unichar_isalnum (character))
        {
          hash = hash * 31 + g_unichar_tolower (character);
        }
      else if (hash != 0)
        {
          g_array_append_val (words, hash);
          hash = 0;
        }
      if (character == '\0')
        break;
    }
  g_array_sort (words, compare_hashes);

  return words;
}

static GArray *
list_paragraphs (CpArticle *article)
{
  GArray *paragraphs = g_array_new (FALSE, FALSE, sizeof (Paragraph));

  g_array_set_clear_func (paragraphs, clear_paragraph);
  for (guint i = 0; i < cp_article_get_n_blocks (article); i++)
    {
      CpBlock *block = cp_article_get_block (article, i);
      Paragraph paragraph;

      if (cp_block_get_role (block) != CP_BLOCK_BODY)
        continue;
      paragraph.text = cp_block_get_text (block);
      paragraph.words = hash_words (paragraph.text);
      g_array_append_val (paragraphs, paragraph);
    }

  return paragraphs;
}

/* Dice's coefficient of the words: 2 · shared ÷ all, 0 to 1. */
static double
measure_similarity (const Paragraph *a,
                    const Paragraph *b)
{
  guint i = 0, j = 0, shared = 0;

  if (g_str_equal (a->text, b->text))
    return 1.0;

  while (i < a->words->len && j < b->words->len)
    {
      guint x = g_array_index (a->words, guint, i), y = g_array_index (b->words, guint, j);

      shared += x == y;
      i += x <= y;
      j += y <= x;
    }

  return a->words->len + b->words->len > 0 ? 2.0 * shared / (a->words->len + b->words->len) : 0.0;
}

/* A stretch of paragraphs of each edition. */
typedef struct
{
  const Paragraph *older;
  const Paragraph *newer;
  guint            n_older;
  guint            n_newer;
} Stretch;

static void
add_change (CpRevision      *self,
            const Paragraph *before,
            const Paragraph *after)
{
  CpChange *change = g_new0 (CpChange, 1);

  change->before = before != NULL ? g_strdup (before->text) : NULL;
  change->after = after != NULL ? g_strdup (after->text) : NULL;
  if (before != NULL && after != NULL)
    {
      change->kind = CP_CHANGE_CHANGED;
      self->n_changed++;
    }
  else
    {
      change->kind = before != NULL ? CP_CHANGE_REMOVED : CP_CHANGE_ADDED;
      self->n_removed += before != NULL;
      self->n_added += after != NULL;
    }

  g_ptr_array_add (self->changes, change);
}

static void
add_pair (CpRevision      *self,
          const Paragraph *before,
          const Paragraph *after)
{
  if (g_str_equal (before->text, after->text))
    self->n_same++;
  else
    add_change (self, before, after);
}

/* best[i * (n_newer + 1) + j] is the greatest sum of similarities of pairs in order that the paragraphs from i and from j
 * on can make: the longest common subsequence with degrees of being common. */
static double *
weigh_pairs (const Stretch *stretch)
{
  guint width = stretch->n_newer + 1;
  double *best = g_new0 (double, (gsize) (stretch->n_older + 1) * width);

  for (guint i = stretch->n_older; i-- > 0;)
    {
      for (guint j = stretch->n_newer; j-- > 0;)
        {
          double similarity = measure_similarity (&stretch->older[i], &stretch->newer[j]);
          double *at = &best[i * width + j];

          *at = MAX (at[1], at[width]);
          if (similarity >= MIN_SIMILARITY)
            *at = MAX (*at, at[width + 1] + similarity);
        }
    }

  return best;
}

static void
compare_stretch (CpRevision    *self,
                 const Stretch *stretch)
{
  guint width = stretch->n_newer + 1, i = 0, j = 0;
  g_autofree double *best = weigh_pairs (stretch);

  while (i < stretch->n_older && j < stretch->n_newer)
    {
      const double *at = &best[i * width + j];

      if (*at <= at[width])
        add_change (self, &stretch->older[i++], NULL);
      else if (*at <= at[1])
        add_change (self, NULL, &stretch->newer[j++]);
      else
        add_pair (self, &stretch->older[i++], &stretch->newer[j++]);
    }
  while (i < stretch->n_older)
    add_change (self, &stretch->older[i++], NULL);
  while (j < stretch->n_newer)
    add_change (self, NULL, &stretch->newer[j++]);
}

static void
replace_stretch (CpRevision    *self,
                 const Stretch *stretch)
{
  for (guint i = 0; i < stretch->n_older; i++)
    add_change (self, &stretch->older[i], NULL);
  for (guint j = 0; j < stretch->n_newer; j++)
    add_change (self, NULL, &stretch->newer[j]);
}

/* Editions begin and end alike for the most part. Returns: how many paragraphs were taken off both stretches */
static guint
trim_same (Stretch *stretch)
{
  guint n = 0;

  while (stretch->n_older > 0 && stretch->n_newer > 0 &&
         g_str_equal (stretch->older->text, stretch->newer->text))
    {
      stretch->older++, stretch->n_older--;
      stretch->newer++, stretch->n_newer--;
      n++;
    }
  while (stretch->n_older > 0 && stretch->n_newer > 0 &&
         g_str_equal (stretch->older[stretch->n_older - 1].text, stretch->newer[stretch->n_newer - 1].text))
    {
      stretch->n_older--;
      stretch->n_newer--;
      n++;
    }

  return n;
}

static void
free_change (gpointer data)
{
  CpChange *change = data;

  g_free (change->before);
  g_free (change->after);
  g_free (change);
}

/**
 * cp_revision_new:
 * @older: an edition of a piece
 * @newer: another one
 *
 * Lays the paragraphs of the two texts side by side so that as much as possible of them is the same, and tells where
 * they differ: by the longest common subsequence of paragraphs, of which those that share most of their words are
 * held to be the same one changed.
 *
 * Returns: (transfer full): the differences
 */
CpRevision *
cp_revision_new (CpArticle *older,
                 CpArticle *newer)
{
  g_autoptr (GArray) older_paragraphs = NULL;
  g_autoptr (GArray) newer_paragraphs = NULL;
  Stretch stretch;
  CpRevision *self;

  g_return_val_if_fail (CP_IS_ARTICLE (older) && CP_IS_ARTICLE (newer), NULL);

  older_paragraphs = list_paragraphs (older);
  newer_paragraphs = list_paragraphs (newer);
  stretch.older = (const Paragraph *) older_paragraphs->data;
  stretch.newer = (const Paragraph *) newer_paragraphs->data;
  stretch.n_older = older_paragraphs->len;
  stretch.n_newer = newer_paragraphs->len;

  self = g_new0 (CpRevision, 1);
  self->changes = g_ptr_array_new_with_free_func (free_change);
  self->n_same = trim_same (&stretch);
  if ((guint64) stretch.n_older * stretch.n_newer <= MAX_COMPARISONS)
    compare_stretch (self, &stretch);
  else
    replace_stretch (self, &stretch);

  return self;
}

void
cp_revision_free (CpRevision *self)
{
  g_ptr_array_unref (self->changes);
  g_free (self);
}

static void
append_part (GString *summary,
             char    *part,
             guint    n)
{
  if (n > 0)
    g_string_append_printf (summary, "%s%s", summary->len > 0 ? " · " : "", part);
  g_free (part);
}

/**
 * cp_revision_dup_summary:
 *
 * Returns: (transfer full): in a line how many paragraphs were changed, added and removed
 */
char *
cp_revision_dup_summary (CpRevision *self)
{
  GString *summary = g_string_new (NULL);

  append_part (summary, g_strdup_printf (ngettext ("%u paragraph changed", "%u paragraphs changed",
                                                   self->n_changed), self->n_changed), self->n_changed);
  append_part (summary, g_strdup_printf (ngettext ("%u paragraph added", "%u paragraphs added", self->n_added),
                                         self->n_added), self->n_added);
  append_part (summary, g_strdup_printf (ngettext ("%u paragraph removed", "%u paragraphs removed",
                                                   self->n_removed), self->n_removed), self->n_removed);
  if (summary->len == 0)
    g_string_append (summary, _("The same paragraphs as the version before"));

  return g_string_free (summary, FALSE);
}
