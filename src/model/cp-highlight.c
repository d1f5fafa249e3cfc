/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A passage that somebody marked, here or where the piece was saved, with a note perhaps. */

#define G_LOG_DOMAIN "cp-highlight"

#include "config.h"

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
