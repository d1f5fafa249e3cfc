/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A passage that somebody marked, here or where the piece was saved, with a note perhaps. */

#define G_LOG_DOMAIN "cp-highlight"

#include "config.h"

#include "cp-anchor.h"
#include "cp-annotation.h"
#include "cp-highlight.h"
#include "cp-util.h"

struct _CpHighlight
{
  GObject    parent_instance;

  char      *id;
  CpPassage *passage;
  char      *note;
  char      *source;
  char      *created;
};

G_DEFINE_FINAL_TYPE (CpHighlight, cp_highlight, G_TYPE_OBJECT)

static void
cp_highlight_finalize (GObject *object)
{
  CpHighlight *self = CP_HIGHLIGHT (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_object (&self->passage);
  g_clear_pointer (&self->note, g_free);
  g_clear_pointer (&self->source, g_free);
  g_clear_pointer (&self->created, g_free);

  G_OBJECT_CLASS (cp_highlight_parent_class)->finalize (object);
}

static void
cp_highlight_class_init (CpHighlightClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cp_highlight_finalize;
}

static void
cp_highlight_init (CpHighlight *self)
{
  self->id = g_uuid_string_random ();
}

/**
 * cp_highlight_new:
 * @passage: what is marked; starts at −1 when its words are not in the text
 * @note: (nullable): what was said about it
 * @source: where it was marked: "reviewer", or the archive it came in, such as "omnivore"
 * @created: (nullable): when, as an ISO 8601 date and time
 *
 * Returns: (transfer full): the highlight, with an id of its own
 */
CpHighlight *
cp_highlight_new (CpPassage  *passage,
                  const char *note,
                  const char *source,
                  const char *created)
{
  CpHighlight *self;

  g_return_val_if_fail (CP_IS_PASSAGE (passage), NULL);
  g_return_val_if_fail (source != NULL, NULL);

  self = g_object_new (CP_TYPE_HIGHLIGHT, NULL);
  self->passage = g_object_ref (passage);
  self->note = g_strdup (note);
  self->source = g_strdup (source);
  self->created = g_strdup (created);

  return self;
}

/**
 * cp_highlight_copy:
 * @passage: where it is now
 *
 * Returns: (transfer full): the same highlight, id and all, on another passage
 */
CpHighlight *
cp_highlight_copy (CpHighlight *self,
                   CpPassage   *passage)
{
  CpHighlight *copy;

  g_return_val_if_fail (CP_IS_HIGHLIGHT (self), NULL);

  copy = cp_highlight_new (passage, self->note, self->source, self->created);
  cp_highlight_set_id (copy, self->id);

  return copy;
}

/**
 * cp_highlight_copy_noted:
 * @note: (nullable): what is said about the passage now
 *
 * Returns: (transfer full): the same highlight, id and all, with another note
 */
CpHighlight *
cp_highlight_copy_noted (CpHighlight *self,
                         const char  *note)
{
  CpHighlight *copy;

  g_return_val_if_fail (CP_IS_HIGHLIGHT (self), NULL);

  copy = cp_highlight_copy (self, self->passage);
  cp_set_str (&copy->note, note);

  return copy;
}

/**
 * cp_highlight_copy_found:
 * @article: the highlight's article, of whatever text
 *
 * Looks for the words; see cp_annotation_place().
 *
 * Returns: (transfer full): the same highlight, id and all, where its words are in @article, if they are
 */
CpHighlight *
cp_highlight_copy_found (CpHighlight *self,
                         CpArticle   *article)
{
  g_autoptr (CpAnnotation) annotation = NULL;
  g_autoptr (CpHighlight) found = NULL;

  g_return_val_if_fail (CP_IS_HIGHLIGHT (self), NULL);
  g_return_val_if_fail (CP_IS_ARTICLE (article), NULL);

  annotation = cp_annotation_new (self->source, cp_passage_get_quote (self->passage), NULL);
  cp_set_str (&annotation->prefix, cp_passage_get_prefix (self->passage));
  cp_set_str (&annotation->suffix, cp_passage_get_suffix (self->passage));
  found = cp_annotation_place (annotation, article);

  return cp_highlight_copy (self, found->passage);
}

/**
 * cp_highlight_copy_moved:
 * @before: the article that the highlight belongs to
 * @after: the same article with other blocks in its body
 *
 * The highlight stays on its words, whose offsets may be others in @after. One whose words are not in the text of
 * @after is not placed; one that was not placed may be now.
 *
 * Returns: (transfer full): the same highlight, id and all, as one of @after
 */
CpHighlight *
cp_highlight_copy_moved (CpHighlight *self,
                         CpArticle   *before,
                         CpArticle   *after)
{
  g_autoptr (CpPassage) passage = NULL;
  CpAnchor anchor;

  g_return_val_if_fail (CP_IS_HIGHLIGHT (self), NULL);
  g_return_val_if_fail (CP_IS_ARTICLE (before) && CP_IS_ARTICLE (after), NULL);

  if (!cp_highlight_is_placed (self))
    return cp_highlight_copy_found (self, after);

  if (cp_anchor_init (&anchor, before, self->passage))
    passage = cp_anchor_place (&anchor, after);
  if (passage == NULL)
    passage = cp_passage_new_unplaced (cp_passage_get_quote (self->passage), cp_passage_get_prefix (self->passage),
                                       cp_passage_get_suffix (self->passage));

  return cp_highlight_copy (self, passage);
}

const char *
cp_highlight_get_id (CpHighlight *self)
{
  g_return_val_if_fail (CP_IS_HIGHLIGHT (self), NULL);

  return self->id;
}

void
cp_highlight_set_id (CpHighlight *self,
                     const char  *id)
{
  g_return_if_fail (CP_IS_HIGHLIGHT (self));
  g_return_if_fail (id != NULL);

  cp_set_str (&self->id, id);
}

/**
 * cp_highlight_get_passage:
 *
 * Returns: (transfer none): what is marked
 */
CpPassage *
cp_highlight_get_passage (CpHighlight *self)
{
  g_return_val_if_fail (CP_IS_HIGHLIGHT (self), NULL);

  return self->passage;
}

/**
 * cp_highlight_is_placed:
 *
 * Returns: whether its words are in the text of the article
 */
gboolean
cp_highlight_is_placed (CpHighlight *self)
{
  g_return_val_if_fail (CP_IS_HIGHLIGHT (self), FALSE);

  return cp_passage_get_start (self->passage) >= 0;
}

/**
 * cp_highlight_get_note:
 *
 * Returns: (nullable): what was said about the passage
 */
const char *
cp_highlight_get_note (CpHighlight *self)
{
  g_return_val_if_fail (CP_IS_HIGHLIGHT (self), NULL);

  return self->note;
}

/**
 * cp_highlight_get_source:
 *
 * Returns: where it was marked: "reviewer", or the archive it came in, such as "omnivore"
 */
const char *
cp_highlight_get_source (CpHighlight *self)
{
  g_return_val_if_fail (CP_IS_HIGHLIGHT (self), NULL);

  return self->source;
}

/**
 * cp_highlight_get_created:
 *
 * Returns: (nullable): when it was marked, as an ISO 8601 date and time
 */
const char *
cp_highlight_get_created (CpHighlight *self)
{
  g_return_val_if_fail (CP_IS_HIGHLIGHT (self), NULL);

  return self->created;
}
