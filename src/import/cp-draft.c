/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A piece while it is read: blocks with the marks of their type, before body and furniture are told apart. */

#define G_LOG_DOMAIN "cp-draft"

#include "config.h"

#include "cp-draft.h"

#include <string.h>

static void
free_block (gpointer data)
{
  CpDraftBlock *block = data;

  /* A reader may have given the block to another draft. */
  if (block == NULL)
    return;

  g_string_free (block->text, TRUE);
  g_free (block->link);
  g_clear_pointer (&block->runs, g_array_unref);
  g_free (block);
}

/**
 * cp_draft_new:
 *
 * Returns: (transfer full): a draft without blocks and metadata
 */
CpDraft *
cp_draft_new (void)
{
  CpDraft *self = g_new0 (CpDraft, 1);

  self->blocks = g_ptr_array_new_with_free_func (free_block);
  self->above = g_ptr_array_new_with_free_func (free_block);
  self->below = g_ptr_array_new_with_free_func (free_block);
  self->metadata = cp_metadata_new ();
  self->images = g_ptr_array_new_with_free_func (g_object_unref);
  self->resources = g_ptr_array_new_with_free_func ((GDestroyNotify) cp_resource_unref);
  self->annotations = g_ptr_array_new_with_free_func ((GDestroyNotify) cp_annotation_free);

  return self;
}

void
cp_draft_free (CpDraft *self)
{
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->above);
  g_ptr_array_unref (self->below);
  cp_metadata_free (self->metadata);
  g_ptr_array_unref (self->images);
  g_ptr_array_unref (self->resources);
  g_ptr_array_unref (self->annotations);
  g_free (self);
}

/**
 * cp_draft_begin:
 * @kind: what the block is
 * @level: rank of a heading, else 0
 *
 * Returns: (transfer none): a new block without text after all others
 */
CpDraftBlock *
cp_draft_begin (CpDraft     *self,
                CpBlockKind  kind,
                int          level)
{
  CpDraftBlock *block = g_new0 (CpDraftBlock, 1);

  block->kind = kind;
  block->level = level;
  block->text = g_string_new (NULL);
  block->strong_tail = -1;
  g_ptr_array_add (self->blocks, block);

  return block;
}

CpDraftBlock *
cp_draft_get (CpDraft *self,
              guint    position)
{
  return g_ptr_array_index (self->blocks, position);
}

/**
 * cp_draft_add_image:
 * @resource: name of the resource that is the picture
 * @alternative: (nullable): what it shows, in words
 *
 * Puts a picture after the blocks begun so far.
 */
void
cp_draft_add_image (CpDraft    *self,
                    const char *resource,
                    const char *alternative)
{
  g_ptr_array_add (self->images, cp_image_new (resource, alternative, self->blocks->len));
}

/* A picture stays before the first block at or after its place that is left. */
static void
move_images (CpDraft     *self,
             const guint *new_positions)
{
  for (guint i = 0; i < self->images->len; i++)
    {
      CpImage *image = g_ptr_array_index (self->images, i);

      cp_image_set_position (image, new_positions[cp_image_get_position (image)]);
    }
}

/**
 * cp_draft_drop_empty:
 *
 * Forgets the blocks in which nothing was written.
 */
void
cp_draft_drop_empty (CpDraft *self)
{
  g_autoptr (GPtrArray) blocks = g_steal_pointer (&self->blocks);
  g_autofree guint *new_positions = g_new (guint, blocks->len + 1);

  self->blocks = g_ptr_array_new_full (blocks->len, free_block);
  g_ptr_array_set_free_func (blocks, NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      CpDraftBlock *block = g_ptr_array_index (blocks, i);

      new_positions[i] = self->blocks->len;
      if (block->n_inked > 0)
        g_ptr_array_add (self->blocks, block);
      else
        free_block (block);
    }

  new_positions[blocks->len] = self->blocks->len;
  move_images (self, new_positions);
}

/**
 * cp_draft_has_body:
 *
 * Returns: whether any block but headings belongs to the body
 */
gboolean
cp_draft_has_body (CpDraft *self)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      CpDraftBlock *block = cp_draft_get (self, i);

      if (block->furniture == CP_FURNITURE_NONE && block->kind != CP_BLOCK_HEADING)
        return TRUE;
    }

  return FALSE;
}

static void
copy_metadata (CpMetadata *metadata,
               CpArticle  *article)
{
  for (CpField field = 0; field < CP_N_FIELDS; field++)
    {
      if (metadata->values[field] != NULL)
        cp_article_set_field (article, field, metadata->values[field]);
      cp_article_set_evidence (article, field, metadata->evidence[field], metadata->details[field]);
    }

  cp_article_set_authors (article, (const char * const *) metadata->authors);
  cp_article_set_opinion (article, metadata->opinion);
  cp_article_set_tags (article, (const char * const *) metadata->tags);
}

/* From bytes to code points; the runs stand in order, so that the text is walked once. */
static void
copy_runs (CpDraftBlock *draft,
           CpBlock      *block)
{
  g_autoptr (GArray) marks = cp_marks_new ();
  const char *text = draft->text->str;
  int offset = 0;
  int byte = 0;

  for (guint i = 0; draft->runs != NULL && i < draft->runs->len; i++)
    {
      CpMark *run = &g_array_index (draft->runs, CpMark, i);
      int start = offset + g_utf8_strlen (text + byte, run->start - byte);
      int end = start + g_utf8_strlen (text + run->start, run->end - run->start);

      cp_marks_append (marks, start, end, run->style, run->target);
      offset = end;
      byte = run->end;
    }

  cp_block_set_marks (block, (gpointer) marks->data, marks->len);
}

static void
add_blocks (CpArticle *article,
            GPtrArray *drafts)
{
  for (guint i = 0; i < drafts->len; i++)
    {
      CpDraftBlock *draft = g_ptr_array_index (drafts, i);
      CpBlockRole role = draft->furniture == CP_FURNITURE_NONE ? CP_BLOCK_BODY : CP_BLOCK_FURNITURE;
      g_autoptr (CpBlock) block = cp_block_new (draft->kind, role, draft->level, draft->text->str);

      cp_block_set_furniture (block, draft->furniture);
      copy_runs (draft, block);
      cp_article_add_block (article, block);
    }
}

/**
 * cp_draft_to_article:
 *
 * Returns: (transfer full): the article, complete but for its id
 */
CpArticle *
cp_draft_to_article (CpDraft *self)
{
  CpArticle *article = cp_article_new ();

  copy_metadata (self->metadata, article);

  add_blocks (article, self->above);
  add_blocks (article, self->blocks);
  add_blocks (article, self->below);

  for (guint i = 0; i < self->images->len; i++)
    {
      CpImage *image = g_ptr_array_index (self->images, i);

      cp_image_set_position (image, self->above->len + cp_image_get_position (image));
      cp_article_add_image (article, image);
    }

  return article;
}

/* Marks without width and soft hyphens would come between a reader's search and the words. */
static gboolean
is_invisible (gunichar character)
{
  return character == 0x00AD ||
         (character >= 0x200B && character <= 0x200D) ||
         character == 0x2060 ||
         character == 0xFEFF ||
         (character < 0x20) ||
         (character >= 0x7F && character < 0xA0) ||
         (character >= 0xE000 && character <= 0xF8FF);
}

static void
count_ink (CpDraftBlock *self,
           gsize         offset,
           gsize         n_bytes,
           CpStyle       style)
{
  self->n_inked += n_bytes;

  if (style & CP_STYLE_EMPHASIS)
    self->n_emphasis += n_bytes;

  if (style & CP_STYLE_LINK)
    self->n_linked += n_bytes;

  if (!(style & CP_STYLE_STRONG))
    {
      self->strong_tail = -1;
      return;
    }

  self->n_strong += n_bytes;
  if (self->strong_tail < 0)
    self->strong_tail = offset;
}

/* The space between two words of a style is of that style too. */
static void
append_run (CpDraftBlock *self,
            gsize         offset,
            gsize         n_bytes,
            CpStyle       style,
            const char   *target)
{
  CpMark *last;

  if (style == CP_STYLE_NONE)
    return;

  if (self->runs == NULL)
    self->runs = cp_marks_new ();

  last = self->runs->len > 0 ? &g_array_index (self->runs, CpMark, self->runs->len - 1) : NULL;
  if (last != NULL && last->end + 1 == (int) offset && self->text->str[last->end] == ' ')
    offset -= last->style == style && g_strcmp0 (last->target, target) == 0 ? 1 : 0;

  cp_marks_append (self->runs, offset, self->text->len + n_bytes, style, target);
}

static void
append_ink (CpDraftBlock *self,
            const char   *text,
            gsize         n_bytes,
            CpStyle       style,
            const char   *target)
{
  if (self->space_pending && self->text->len > 0 && self->text->str[self->text->len - 1] != '\t')
    g_string_append_c (self->text, ' ');

  self->space_pending = FALSE;
  count_ink (self, self->text->len, n_bytes, style);
  append_run (self, self->text->len, n_bytes, style, target);
  g_string_append_len (self->text, text, n_bytes);
}

/* Most of most texts is stretches of these, which need no looking up. */
static gsize
measure_ascii (const char *text,
               const char *end)
{
  const char *c = text;

  while (c < end && *c > ' ' && *c < 0x7F)
    c++;

  return c - text;
}

/**
 * cp_draft_block_append:
 * @text: valid UTF-8
 * @length: bytes of @text, or −1 when it ends in a zero
 * @style: how the text is set
 *
 * Writes @text at the end of the block, white space squeezed and invisible characters left out.
 */
void
cp_draft_block_append (CpDraftBlock *self,
                       const char   *text,
                       gssize        length,
                       CpStyle       style)
{
  cp_draft_block_append_link (self, text, length, style, NULL);
}

/**
 * cp_draft_block_append_link:
 * @text: valid UTF-8
 * @length: bytes of @text, or −1 when it ends in a zero
 * @style: how the text is set
 * @target: (nullable): where the link leads that it is part of
 *
 * As cp_draft_block_append(), and keeps @target when it is an address of the web.
 */
void
cp_draft_block_append_link (CpDraftBlock *self,
                            const char   *text,
                            gssize        length,
                            CpStyle       style,
                            const char   *target)
{
  const char *end = text + (length < 0 ? (gssize) strlen (text) : length);

  if (target != NULL && !g_str_has_prefix (target, "https://") && !g_str_has_prefix (target, "http://"))
    target = NULL;

  while (text < end)
    {
      gsize n_bytes = measure_ascii (text, end);
      gunichar character;

      if (n_bytes > 0)
        {
          append_ink (self, text, n_bytes, style, target);
          text += n_bytes;
          continue;
        }

      character = g_utf8_get_char (text);
      n_bytes = g_utf8_next_char (text) - text;

      if (g_unichar_isspace (character))
        self->space_pending = TRUE;
      else if (!is_invisible (character))
        append_ink (self, text, n_bytes, style, target);

      text += n_bytes;
    }
}

/**
 * cp_draft_block_next_cell:
 *
 * What is appended from now on belongs to the next cell of a table's row.
 */
void
cp_draft_block_next_cell (CpDraftBlock *self)
{
  self->space_pending = FALSE;
  g_string_append_c (self->text, '\t');
}

/**
 * cp_draft_block_join:
 * @rest: a block whose text goes at the end of this one's as it stands; is empty afterwards
 *
 * Makes two blocks one.
 */
void
cp_draft_block_join (CpDraftBlock *self,
                     CpDraftBlock *rest)
{
  gsize offset = self->text->len;

  g_string_append_len (self->text, rest->text->str, rest->text->len);
  self->n_inked += rest->n_inked;
  self->n_strong += rest->n_strong;
  self->n_emphasis += rest->n_emphasis;
  self->n_linked += rest->n_linked;
  self->strong_tail = -1;
  rest->n_inked = 0;

  for (guint i = 0; rest->runs != NULL && i < rest->runs->len; i++)
    {
      CpMark *run = &g_array_index (rest->runs, CpMark, i);

      if (self->runs == NULL)
        self->runs = cp_marks_new ();
      cp_marks_append (self->runs, offset + run->start, offset + run->end, run->style, run->target);
    }
}

/**
 * cp_draft_block_cut:
 * @length: bytes of the text that stay, at a boundary of characters
 *
 * Cuts off the end of the text.
 */
void
cp_draft_block_cut (CpDraftBlock *self,
                    gsize         length)
{
  g_string_truncate (self->text, length);

  while (self->runs != NULL && self->runs->len > 0)
    {
      CpMark *last = &g_array_index (self->runs, CpMark, self->runs->len - 1);

      last->end = MIN (last->end, (int) length);
      if (last->end > last->start)
        break;
      g_array_set_size (self->runs, self->runs->len - 1);
    }
}

gboolean
cp_draft_block_is_strong (CpDraftBlock *self)
{
  return self->n_inked > 0 && self->n_strong == self->n_inked;
}

gboolean
cp_draft_block_is_emphasised (CpDraftBlock *self)
{
  return self->n_inked > 0 && self->n_emphasis == self->n_inked;
}

/**
 * cp_draft_block_is_linked:
 *
 * Returns: whether most of the block is a link
 */
gboolean
cp_draft_block_is_linked (CpDraftBlock *self)
{
  return self->n_linked * 2 > self->n_inked;
}
