/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A piece while it is read: blocks with the marks of their type, before body and furniture are told apart. */

#pragma once

#include "cp-annotation.h"
#include "cp-article.h"
#include "cp-metadata.h"
#include "cp-resource.h"

G_BEGIN_DECLS

/**
 * CpDraftBlock:
 * @kind: what the block is
 * @level: rank of a heading, else 0
 * @furniture: what of the publisher's it is, if anything
 * @outside: whether it stands outside of the element that holds the text, and so is furniture of some sort
 * @text: squeezed: no line breaks, single spaces, no controls
 * @link: (nullable): target of its first link
 * @n_inked: bytes of @text that are not spaces
 * @n_strong: those of them in bold
 * @n_emphasis: those of them in italics
 * @n_linked: those of them in links
 * @runs: (nullable) (element-type CpMark): what of @text is bold, italic or a link, with offsets in bytes
 * @strong_tail: where a bold end of the text begins, −1 when the end is not bold
 */
typedef struct
{
  CpBlockKind  kind;
  int          level;
  CpFurniture  furniture;
  gboolean     outside;
  GString     *text;
  char        *link;
  gsize        n_inked;
  gsize        n_strong;
  gsize        n_emphasis;
  gsize        n_linked;
  GArray      *runs;
  gssize       strong_tail;

  /*< private >*/
  gboolean     space_pending;
} CpDraftBlock;

/**
 * CpDraft:
 * @blocks: (element-type CpDraftBlock): in the order of the page
 * @above: (element-type CpDraftBlock): what stands over the piece in the file, all furniture
 * @below: (element-type CpDraftBlock): what stands under it, all furniture
 * @n_surplus: how many blocks of each kind of furniture around the piece were too many to keep
 * @metadata: what the format says of the piece; the furniture adds to it
 * @images: (element-type CpImage): where pictures stand, each before the block of its position in @blocks as they are
 *   when it is added; positions follow when blocks are dropped
 * @resources: (element-type CpResource): the files that came with the piece and that it shows
 * @annotations: (element-type CpAnnotation): what was highlighted where the piece was saved
 * @is_laid_out: whether the format tells what stands outside of the text, so that bold type alone makes no standfirst
 * @n_active: active contents that were left out: scripts, frames, forms, plug-ins
 * @n_deletions: passages left out that the document keeps as deleted
 * @n_comments: comments on the text left out, which its editors wrote into the margin
 */
typedef struct
{
  GPtrArray  *blocks;
  GPtrArray  *above;
  GPtrArray  *below;
  guint       n_surplus[CP_N_FURNITURE];
  CpMetadata *metadata;
  GPtrArray  *images;
  GPtrArray  *resources;
  GPtrArray  *annotations;
  gboolean    is_laid_out;
  guint       n_active;
  guint       n_deletions;
  guint       n_comments;
} CpDraft;

CpDraft      *cp_draft_new                 (void);
void          cp_draft_free                (CpDraft       *self);
CpDraftBlock *cp_draft_begin               (CpDraft       *self,
                                            CpBlockKind    kind,
                                            int            level);
CpDraftBlock *cp_draft_get                 (CpDraft       *self,
                                            guint          position);
void          cp_draft_add_image           (CpDraft       *self,
                                            const char    *resource,
                                            const char    *alternative);
void          cp_draft_drop_empty          (CpDraft       *self);
gboolean      cp_draft_has_body            (CpDraft       *self);
CpArticle    *cp_draft_to_article          (CpDraft       *self);

void          cp_draft_block_append        (CpDraftBlock  *self,
                                            const char    *text,
                                            gssize         length,
                                            CpStyle        style);
void          cp_draft_block_append_link   (CpDraftBlock  *self,
                                            const char    *text,
                                            gssize         length,
                                            CpStyle        style,
                                            const char    *target);
void          cp_draft_block_next_cell     (CpDraftBlock  *self);
void          cp_draft_block_join          (CpDraftBlock  *self,
                                            CpDraftBlock  *rest);
void          cp_draft_block_cut           (CpDraftBlock  *self,
                                            gsize          length);
gboolean      cp_draft_block_is_strong     (CpDraftBlock  *self);
gboolean      cp_draft_block_is_emphasised (CpDraftBlock  *self);
gboolean      cp_draft_block_is_linked     (CpDraftBlock  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CpDraft, cp_draft_free)

G_END_DECLS
