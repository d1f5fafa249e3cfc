/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A piece while it is read: blocks with the marks of their type, before body and furniture are told apart. */

#pragma once

#include "cp-article.h"
#include "cp-metadata.h"

G_BEGIN_DECLS

/**
 * CpFurniture:
 * @CP_FURNITURE_NONE: no furniture: the block belongs to the body
 * @CP_FURNITURE_TITLE: the headline, kept out of the text because it is metadata
 * @CP_FURNITURE_STANDFIRST: the summary under the headline
 * @CP_FURNITURE_KICKER: the name of the section over the headline
 * @CP_FURNITURE_BYLINE: who wrote the piece
 * @CP_FURNITURE_DATE: when it was published
 * @CP_FURNITURE_CAPTION: what a picture shows, and who took it
 * @CP_FURNITURE_RELATED: a link to another piece
 * @CP_FURNITURE_NEWSLETTER: an invitation to subscribe or to support
 * @CP_FURNITURE_ADVERTISEMENT: an advertisement or its label
 * @CP_FURNITURE_SHARE: a button to share, print or save
 * @CP_FURNITURE_COMMENT: a reader's comment, or an invitation to comment
 * @CP_FURNITURE_DISCLAIMER: whose views these are not
 * @CP_FURNITURE_CORRECTION: what was changed after publication
 * @CP_FURNITURE_AUTHOR_NOTE: who the author is
 * @CP_FURNITURE_ADDRESS: where the piece was published
 * @CP_FURNITURE_PAGE_NUMBER: the number of a printed page
 * @CP_FURNITURE_PULL_QUOTE: words of the body shown twice
 * @CP_FURNITURE_NOTICE: copyright, navigation and other small print
 *
 * What the publisher put around the piece.
 */
typedef enum
{
  CP_FURNITURE_NONE,
  CP_FURNITURE_TITLE,
  CP_FURNITURE_STANDFIRST,
  CP_FURNITURE_KICKER,
  CP_FURNITURE_BYLINE,
  CP_FURNITURE_DATE,
  CP_FURNITURE_CAPTION,
  CP_FURNITURE_RELATED,
  CP_FURNITURE_NEWSLETTER,
  CP_FURNITURE_ADVERTISEMENT,
  CP_FURNITURE_SHARE,
  CP_FURNITURE_COMMENT,
  CP_FURNITURE_DISCLAIMER,
  CP_FURNITURE_CORRECTION,
  CP_FURNITURE_AUTHOR_NOTE,
  CP_FURNITURE_ADDRESS,
  CP_FURNITURE_PAGE_NUMBER,
  CP_FURNITURE_PULL_QUOTE,
  CP_FURNITURE_NOTICE,
  CP_N_FURNITURE,
} CpFurniture;

/**
 * CpStyle:
 * @CP_STYLE_STRONG: bold
 * @CP_STYLE_EMPHASIS: italic
 * @CP_STYLE_LINK: part of a link
 */
typedef enum
{
  CP_STYLE_NONE     = 0,
  CP_STYLE_STRONG   = 1 << 0,
  CP_STYLE_EMPHASIS = 1 << 1,
  CP_STYLE_LINK     = 1 << 2,
} CpStyle;

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
  gssize       strong_tail;

  /*< private >*/
  gboolean     space_pending;
} CpDraftBlock;

/**
 * CpDraft:
 * @blocks: (element-type CpDraftBlock): in the order of the page
 * @metadata: what the format says of the piece; the furniture adds to it
 * @n_active: active contents that were left out: scripts, frames, forms, plug-ins
 */
typedef struct
{
  GPtrArray  *blocks;
  CpMetadata *metadata;
  guint       n_active;
} CpDraft;

CpDraft      *cp_draft_new                 (void);
void          cp_draft_free                (CpDraft       *self);
CpDraftBlock *cp_draft_begin               (CpDraft       *self,
                                            CpBlockKind    kind,
                                            int            level);
CpDraftBlock *cp_draft_get                 (CpDraft       *self,
                                            guint          position);
void          cp_draft_drop_empty          (CpDraft       *self);
gboolean      cp_draft_has_body            (CpDraft       *self);
CpArticle    *cp_draft_to_article          (CpDraft       *self);

void          cp_draft_block_append        (CpDraftBlock  *self,
                                            const char    *text,
                                            gssize         length,
                                            CpStyle        style);
gboolean      cp_draft_block_is_strong     (CpDraftBlock  *self);
gboolean      cp_draft_block_is_emphasised (CpDraftBlock  *self);
gboolean      cp_draft_block_is_linked     (CpDraftBlock  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CpDraft, cp_draft_free)

G_END_DECLS
