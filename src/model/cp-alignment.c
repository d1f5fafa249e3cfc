/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two passages of two articles that speak of the same matter, with the reason. */

#define G_LOG_DOMAIN "cp-alignment"

#include "config.h"

#include "cp-alignment.h"

struct _CpAlignment
{
  GObject     parent_instance;

  guint       article_a;
  guint       article_b;
  CpPassage  *a;
  CpPassage  *b;
  double      score;
  char      **because;
  GArray     *cues;
};

G_DEFINE_FINAL_TYPE (CpAlignment, cp_alignment, G_TYPE_OBJECT)

static void
clear_cue (gpointer data)
{
  CpCue *cue = data;

  g_clear_pointer (&cue->a, g_free);
  g_clear_pointer (&cue->b, g_free);
}

static void
cp_alignment_finalize (GObject *object)
{
  CpAlignment *self = CP_ALIGNMENT (object);

  g_clear_object (&self->a);
  g_clear_object (&self->b);
  g_clear_pointer (&self->because, g_strfreev);
  g_clear_pointer (&self->cues, g_array_unref);

  G_OBJECT_CLASS (cp_alignment_parent_class)->finalize (object);
}

static void
cp_alignment_class_init (CpAlignmentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cp_alignment_finalize;
}

static void
cp_alignment_init (CpAlignment *self)
{
  self->cues = g_array_new (FALSE, FALSE, sizeof (CpCue));
  g_array_set_clear_func (self->cues, clear_cue);
}

/**
 * cp_alignment_new:
 * @article_a: position of the first article in the comparison
 * @a: a passage of it
 * @article_b: position of the second article
 * @b: a passage of it
 * @score: how alike the passages are, 0 to 1
 * @because: (array zero-terminated=1): the words both use, most telling first
 *
 * Returns: (transfer full): an alignment without cues
 */
CpAlignment *
cp_alignment_new (guint               article_a,
                  CpPassage          *a,
                  guint               article_b,
                  CpPassage          *b,
                  double              score,
                  const char * const *because)
{
  CpAlignment *self;

  g_return_val_if_fail (CP_IS_PASSAGE (a) && CP_IS_PASSAGE (b), NULL);

  self = g_object_new (CP_TYPE_ALIGNMENT, NULL);
  self->article_a = article_a;
  self->article_b = article_b;
  self->a = g_object_ref (a);
  self->b = g_object_ref (b);
  self->score = CLAMP (score, 0.0, 1.0);
  self->because = because != NULL ? g_strdupv ((char **) because) : g_new0 (char *, 1);

  return self;
}

guint
cp_alignment_get_article_a (CpAlignment *self)
{
  g_return_val_if_fail (CP_IS_ALIGNMENT (self), 0);

  return self->article_a;
}

guint
cp_alignment_get_article_b (CpAlignment *self)
{
  g_return_val_if_fail (CP_IS_ALIGNMENT (self), 0);

  return self->article_b;
}

CpPassage *
cp_alignment_get_a (CpAlignment *self)
{
  g_return_val_if_fail (CP_IS_ALIGNMENT (self), NULL);

  return self->a;
}

CpPassage *
cp_alignment_get_b (CpAlignment *self)
{
  g_return_val_if_fail (CP_IS_ALIGNMENT (self), NULL);

  return self->b;
}

/**
 * cp_alignment_get_score:
 *
 * Returns: how alike the passages are, 0 to 1
 */
double
cp_alignment_get_score (CpAlignment *self)
{
  g_return_val_if_fail (CP_IS_ALIGNMENT (self), 0.0);

  return self->score;
}

/**
 * cp_alignment_get_because:
 *
 * Returns: (array zero-terminated=1): the words both passages use, most telling first; never %NULL
 */
const char * const *
cp_alignment_get_because (CpAlignment *self)
{
  g_return_val_if_fail (CP_IS_ALIGNMENT (self), NULL);

  return (const char * const *) self->because;
}

/**
 * cp_alignment_add_cue:
 * @kind: what differs
 * @a: the words in the first passage, "" when it has none
 * @b: the words in the second passage, "" when it has none
 */
void
cp_alignment_add_cue (CpAlignment *self,
                      CpCueKind    kind,
                      const char  *a,
                      const char  *b)
{
  CpCue cue;

  g_return_if_fail (CP_IS_ALIGNMENT (self));
  g_return_if_fail (a != NULL && b != NULL);

  cue = (CpCue) { kind, g_strdup (a), g_strdup (b) };
  g_array_append_val (self->cues, cue);
}

guint
cp_alignment_get_n_cues (CpAlignment *self)
{
  g_return_val_if_fail (CP_IS_ALIGNMENT (self), 0);

  return self->cues->len;
}

/**
 * cp_alignment_get_cue:
 * @position: counted from 0, less than cp_alignment_get_n_cues()
 *
 * Returns: (transfer none): the cue
 */
const CpCue *
cp_alignment_get_cue (CpAlignment *self,
                      guint        position)
{
  g_return_val_if_fail (CP_IS_ALIGNMENT (self), NULL);
  g_return_val_if_fail (position < self->cues->len, NULL);

  return &g_array_index (self->cues, CpCue, position);
}
