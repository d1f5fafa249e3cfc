/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window does when the text or the details of an open article change under the reviewer's hands. */

#define G_LOG_DOMAIN "cp-window"

#include "config.h"

#include "cp-window-private.h"

#include <glib/gi18n.h>

/**
 * cp_window_update_notes:
 *
 * Shows in each text what somebody has marked in it.
 */
void
cp_window_update_notes (CpWindow *self)
{
  GListModel *highlights = self->article != NULL ? cp_desk_get_highlights (self->desk, self->article) : NULL;

  cp_notes_panel_set_highlights (self->notes_panel, highlights);
  cp_article_pane_set_notes (self->pane, highlights);
  if (self->other != NULL)
    cp_article_pane_set_notes (self->other_pane, cp_desk_get_highlights (self->desk, self->other));
}

/**
 * cp_window_show_reader:
 *
 * Leaves the originals for the texts, in which passages can be shown.
 */
void
cp_window_show_reader (CpWindow *self)
{
  g_action_group_change_action_state (G_ACTION_GROUP (self), "view", g_variant_new_string ("reader"));
}

static void
replace_other (CpWindow  *self,
               CpArticle *article)
{
  g_set_object (&self->other, article);
  cp_article_pane_replace_article (self->other_pane, article);
}

static void
replace_open (CpWindow  *self,
              CpArticle *article)
{
  g_set_object (&self->article, article);
  cp_article_pane_replace_article (self->pane, article);
  cp_library_sidebar_set_chosen (self->sidebar, article);
  cp_compare_panel_set_article (self->compare_panel, article);
  cp_details_panel_set_article (self->details_panel, article);
  cp_window_load_themes (self);
}

/* An article never changes in place: an edit puts another state of it in its place. */
static void
article_replaced_cb (CpWindow  *self,
                     CpArticle *old,
                     CpArticle *article)
{
  gboolean is_open = self->article == old;
  gboolean is_other = self->other == old;

  if (is_open)
    replace_open (self, article);
  if (is_other)
    replace_other (self, article);

  if (is_open || is_other)
    {
      cp_window_update_notes (self);
      cp_window_refresh_compare (self);
      cp_window_update_content (self);
    }
}

/**
 * cp_window_move_block:
 * @pane: where it was pointed to
 * @position: a block of the article in @pane; −1 does nothing
 *
 * Takes the block into the text, or sets it aside when it is in it.
 */
void
cp_window_move_block (CpWindow      *self,
                      CpArticlePane *pane,
                      int            position)
{
  CpArticle *article = cp_article_pane_get_article (pane);
  CpBlock *block;
  gboolean aside;

  if (article == NULL || position < 0 || position >= (int) cp_article_get_n_blocks (article))
    return;

  block = cp_article_get_block (article, position);
  aside = cp_block_get_role (block) == CP_BLOCK_BODY;
  if (cp_desk_set_block_role (self->desk, article, position, aside ? CP_BLOCK_FURNITURE : CP_BLOCK_BODY))
    cp_window_show_toast (self, aside ? _("Paragraph set aside") : _("Paragraph taken into the text"), TRUE);
}

static void
move_requested_cb (CpWindow      *self,
                   guint          position,
                   CpArticlePane *pane)
{
  cp_window_move_block (self, pane, position);
}

static void
follow_pane (CpWindow      *self,
             CpArticlePane *pane)
{
  cp_article_pane_set_desk (pane, self->desk);
  g_signal_connect_object (pane, "block-chosen", G_CALLBACK (cp_window_update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pane, "move-requested", G_CALLBACK (move_requested_cb), self, G_CONNECT_SWAPPED);
}

/**
 * cp_window_init_edits:
 *
 * Follows the edits of articles.
 */
void
cp_window_init_edits (CpWindow *self)
{
  follow_pane (self, self->pane);
  follow_pane (self, self->other_pane);
  g_signal_connect_object (self->desk, "article-replaced", G_CALLBACK (article_replaced_cb), self, G_CONNECT_SWAPPED);
}
