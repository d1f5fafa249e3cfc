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
  self->metadata = cp_metadata_new ();

  return self;
}

void
cp_draft_free (CpDraft *self)
{
  g_ptr_array_unref (self->blocks);
  cp_metadata_free (self->metadata);
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
 * cp_draft_drop_empty:
 *
 * Forgets the blocks in which nothing was written.
 */
void
cp_draft_drop_empty (CpDraft *self)
{
  g_autoptr (GPtrArray) blocks = g_steal_pointer (&self->blocks);

  self->blocks = g_ptr_array_new_full (blocks->len, free_block);
  g_ptr_array_set_free_func (blocks, NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      CpDraftBlock *block = g_ptr_array_index (blocks, i);

      if (block->n_inked > 0)
        g_ptr_array_add (self->blocks, block);
      else
        free_block (block);
    }
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
  cp_article_set_title (article, cp_metadata_get (metadata, CP_FIELD_TITLE));
  cp_article_set_standfirst (article, cp_metadata_get (metadata, CP_FIELD_STANDFIRST));
  cp_article_set_authors (article, (const char * const *) metadata->authors);
  cp_article_set_outlet (article, cp_metadata_get (metadata, CP_FIELD_OUTLET));
  cp_article_set_published (article, cp_metadata_get (metadata, CP_FIELD_PUBLISHED));
  cp_article_set_url (article, cp_metadata_get (metadata, CP_FIELD_URL));
  cp_article_set_language (article, cp_metadata_get (metadata, CP_FIELD_LANGUAGE));
  cp_article_set_opinion (article, metadata->opinion);
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

  for (guint i = 0; i < self->blocks->len; i++)
    {
      CpDraftBlock *draft = cp_draft_get (self, i);
      CpBlockRole role = draft->furniture == CP_FURNITURE_NONE ? CP_BLOCK_BODY : CP_BLOCK_FURNITURE;
      g_autoptr (CpBlock) block = cp_block_new (draft->kind, role, draft->level, draft->text->str);

      cp_article_add_block (article, block);
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

static void
append_ink (CpDraftBlock *self,
            const char   *text,
            gsize         n_bytes,
            CpStyle       style)
{
  if (self->space_pending && self->text->len > 0)
    g_string_append_c (self->text, ' ');

  self->space_pending = FALSE;
  count_ink (self, self->text->len, n_bytes, style);
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
  const char *end = text + (length < 0 ? (gssize) strlen (text) : length);

  while (text < end)
    {
      gsize n_bytes = measure_ascii (text, end);
      gunichar character;

      if (n_bytes > 0)
        {
          append_ink (self, text, n_bytes, style);
          text += n_bytes;
          continue;
        }

      character = g_utf8_get_char (text);
      n_bytes = g_utf8_next_char (text) - text;

      if (g_unichar_isspace (character))
        self->space_pending = TRUE;
      else if (!is_invisible (character))
        append_ink (self, text, n_bytes, style);

      text += n_bytes;
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
