/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One article to read: its text with the passages of its themes, where they are, and what it does not address. */

#define G_LOG_DOMAIN "cp-article-pane"

#include "config.h"

#include "cp-article-pane-private.h"

#include "cp-theme-colors.h"
#include "cp-util.h"

#include <glib/gi18n.h>

#define SMALLEST_TEXT 0.6
#define LARGEST_TEXT  2.5

enum
{
  PROP_0,
  PROP_ARTICLE,
  PROP_STEPPING,
  N_PROPS
};

enum
{
  SIGNAL_BLOCK_CHOSEN,
  SIGNAL_MOVE_REQUESTED,
  SIGNAL_THEME_ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static const struct
{
  const char     *name;
  CpReaderColors  colors;
  const char     *paper;
} looks[] = {
  { "light", CP_READER_COLORS_LIGHT, "paper-light" },
  { "dark", CP_READER_COLORS_DARK, "paper-dark" },
  { "sepia", CP_READER_COLORS_SEPIA, "paper-sepia" },
};

G_DEFINE_FINAL_TYPE (CpArticlePane, cp_article_pane, ADW_TYPE_BIN)

/* GTK does not hand the page itself to assistive technology, so the quote is told here. */
static void
describe_position (CpArticlePane *self)
{
  const char *quote = "";

  if (self->mark >= 0)
    quote = cp_passage_get_quote (cp_passage_marks_get_passage (self->marks, self->mark));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->position), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, quote, -1);
}

static void
update_stepping (CpArticlePane *self)
{
  g_autofree char *stepping = NULL;
  int first = 0;
  guint n_marks = cp_passage_marks_count (self->marks, self->theme, &first);

  if (n_marks > 0 && self->mark >= first && self->mark < first + (int) n_marks)
    /* Translators: the passage that is shown and how many there are, as in "2 of 4" */
    stepping = g_strdup_printf (_("%d of %u"), self->mark - first + 1, n_marks);

  gtk_label_set_label (self->position, stepping != NULL ? stepping : "");
  describe_position (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pane.next-passage", n_marks > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pane.previous-passage", n_marks > 0);
  if (cp_set_str (&self->stepping, stepping))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STEPPING]);
}

static void
show_mark (CpArticlePane *self,
           int            mark)
{
  self->mark = mark;
  cp_reader_view_show_mark (self->reader, mark);
  update_stepping (self);
}

static void
show_addressed (CpArticlePane *self)
{
  CpTheme *theme = cp_passage_marks_get_theme (self->marks, self->theme);
  int first = 0;

  cp_passage_marks_count (self->marks, self->theme, &first);
  cp_theme_colors_set_class (self->dot, cp_passage_marks_get (self->marks, first)->color);
  gtk_label_set_label (self->label, self->matter != NULL ? self->matter : cp_theme_get_label (theme));
  gtk_stack_set_visible_child_name (self->outcome, "addressed");
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

static void
show_absent (CpArticlePane *self,
             const char    *label)
{
  /* Translators: %s is a theme that other pieces have and this one lacks */
  g_autofree char *text = g_strdup_printf (_("“%s”: not addressed"), label);

  gtk_label_set_label (self->absent, text);
  gtk_stack_set_visible_child_name (self->outcome, "absent");
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

static void
set_theme (CpArticlePane *self,
           int            theme)
{
  self->theme = theme;
  cp_reader_view_choose_theme (self->reader, theme);
  cp_theme_strip_set_chosen (self->strip, theme);
}

static void
clear_choice (CpArticlePane *self)
{
  set_theme (self, -1);
  show_mark (self, -1);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

static void
send_marks (CpArticlePane *self)
{
  cp_theme_strip_set_segments (self->strip, NULL, 0);
  cp_reader_view_set_marks (self->reader, cp_passage_marks_get_all (self->marks),
                            cp_passage_marks_get_n (self->marks), self->mark);
}

static void
restore_choice (CpArticlePane *self,
                CpTheme       *theme,
                CpPassage     *passage)
{
  int position = theme != NULL ? cp_passage_marks_find_theme (self->marks, theme) : -1;
  int first;

  self->mark = -1;
  if (position >= 0 && cp_passage_marks_count (self->marks, position, &first) > 0)
    {
      set_theme (self, position);
      self->mark = passage != NULL ? cp_passage_marks_find_passage (self->marks, passage, self->theme) : -1;
      show_addressed (self);
    }
  else if (theme != NULL)
    {
      clear_choice (self);
    }
  update_stepping (self);
}

static void
apply_colors (CpArticlePane *self)
{
  const char *name = self->colors;

  if (g_str_equal (name, "follow"))
    name = adw_style_manager_get_dark (adw_style_manager_get_default ()) ? "dark" : "light";

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      if (!g_str_equal (looks[i].name, name))
        {
          gtk_widget_remove_css_class (GTK_WIDGET (self), looks[i].paper);
          continue;
        }

      gtk_widget_add_css_class (GTK_WIDGET (self), looks[i].paper);
      cp_reader_view_set_colors (self->reader, looks[i].colors);
      cp_theme_strip_set_dark (self->strip, looks[i].colors == CP_READER_COLORS_DARK);
    }
}

static void
activate_mark (CpArticlePane *self,
               int            mark)
{
  g_autoptr(CpTheme) theme = g_object_ref (cp_passage_marks_get_theme_of (self->marks, mark));
  g_autoptr(CpPassage) passage = g_object_ref (cp_passage_marks_get_passage (self->marks, mark));

  /* Whoever chooses the theme in answer gets to the passage that was clicked, not to the first. */
  self->activated = mark;
  g_signal_emit (self, signals[SIGNAL_THEME_ACTIVATED], 0, theme);
  self->activated = -1;

  mark = cp_passage_marks_find_passage (self->marks, passage, self->theme);
  if (mark >= 0 && (int) cp_passage_marks_get (self->marks, mark)->theme == self->theme && mark != self->mark)
    show_mark (self, mark);
}

static void
mark_activated_cb (CpArticlePane *self,
                   guint          mark)
{
  /* A click may have been on its way while the marks were replaced. */
  if (mark < cp_passage_marks_get_n (self->marks))
    activate_mark (self, mark);
}

static void
laid_out_cb (CpArticlePane *self)
{
  g_autoptr(GArray) segments = g_array_new (FALSE, FALSE, sizeof (CpThemeSegment));

  for (guint i = 0; i < cp_passage_marks_get_n (self->marks); i++)
    {
      const CpReaderMark *mark = cp_passage_marks_get (self->marks, i);
      CpThemeSegment segment = { .theme = mark->theme, .color = mark->color };

      cp_reader_view_get_mark_extent (self->reader, i, &segment.top, &segment.bottom);
      g_array_append_val (segments, segment);
    }

  cp_theme_strip_set_segments (self->strip, (const CpThemeSegment *) (gpointer) segments->data, segments->len);
}

static gboolean
strip_tooltip_cb (CpArticlePane *self,
                  int            x,
                  int            y,
                  gboolean       keyboard,
                  GtkTooltip    *tooltip)
{
  int segment = keyboard ? -1 : cp_theme_strip_pick (self->strip, y);

  if (segment < 0 || segment >= (int) cp_passage_marks_get_n (self->marks))
    return FALSE;

  gtk_tooltip_set_text (tooltip, cp_theme_get_label (cp_passage_marks_get_theme_of (self->marks, segment)));

  return TRUE;
}

static void
block_chosen_cb (CpArticlePane *self,
                 int            block)
{
  g_signal_emit (self, signals[SIGNAL_BLOCK_CHOSEN], 0);
}

static void
move_requested_cb (CpArticlePane *self,
                   guint          block)
{
  g_signal_emit (self, signals[SIGNAL_MOVE_REQUESTED], 0, block);
}

static void
find_cb (CpArticlePane *self,
         const char    *text)
{
  cp_reader_view_find (self->reader, text);
}

static void
find_step_cb (CpArticlePane *self,
              int            direction)
{
  cp_reader_view_find_step (self->reader, direction);
}

static void
find_closed_cb (CpArticlePane *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->reader), GTK_DIR_TAB_FORWARD);
}

static void
found_cb (CpArticlePane *self,
          int            position,
          int            count)
{
  cp_find_bar_set_outcome (self->find_bar, position, count);
}

static void
step_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  cp_article_pane_step (CP_ARTICLE_PANE (widget), g_str_equal (action_name, "pane.next-passage") ? 1 : -1);
}

static void
cp_article_pane_dispose (GObject *object)
{
  CpArticlePane *self = CP_ARTICLE_PANE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->article);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (cp_article_pane_parent_class)->dispose (object);
}

static void
cp_article_pane_finalize (GObject *object)
{
  CpArticlePane *self = CP_ARTICLE_PANE (object);

  g_clear_pointer (&self->resources, g_ptr_array_unref);
  g_clear_pointer (&self->marks, cp_passage_marks_free);
  g_clear_pointer (&self->colors, g_free);
  g_clear_pointer (&self->stepping, g_free);
  g_clear_pointer (&self->matter, g_free);

  G_OBJECT_CLASS (cp_article_pane_parent_class)->finalize (object);
}

static void
cp_article_pane_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  CpArticlePane *self = CP_ARTICLE_PANE (object);

  switch (prop_id)
    {
    case PROP_ARTICLE:
      g_value_set_object (value, self->article);
      break;

    case PROP_STEPPING:
      g_value_set_string (value, self->stepping);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cp_article_pane_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  CpArticlePane *self = CP_ARTICLE_PANE (object);

  switch (prop_id)
    {
    case PROP_ARTICLE:
      cp_article_pane_set_article (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (CP_TYPE_FIND_BAR);
  g_type_ensure (CP_TYPE_ORIGINAL_VIEW);
  g_type_ensure (CP_TYPE_READER_VIEW);
  g_type_ensure (CP_TYPE_THEME_STRIP);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/counterpoint/Counterpoint/ui/cp-article-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, CpArticlePane, absent);
  gtk_widget_class_bind_template_child (widget_class, CpArticlePane, bar);
  gtk_widget_class_bind_template_child (widget_class, CpArticlePane, content);
  gtk_widget_class_bind_template_child (widget_class, CpArticlePane, dot);
  gtk_widget_class_bind_template_child (widget_class, CpArticlePane, find_bar);
  gtk_widget_class_bind_template_child (widget_class, CpArticlePane, label);
  gtk_widget_class_bind_template_child (widget_class, CpArticlePane, modes);
  gtk_widget_class_bind_template_child (widget_class, CpArticlePane, original);
  gtk_widget_class_bind_template_child (widget_class, CpArticlePane, outcome);
  gtk_widget_class_bind_template_child (widget_class, CpArticlePane, position);
  gtk_widget_class_bind_template_child (widget_class, CpArticlePane, reader);
  gtk_widget_class_bind_template_child (widget_class, CpArticlePane, revealer);
  gtk_widget_class_bind_template_child (widget_class, CpArticlePane, strip);
  gtk_widget_class_bind_template_callback (widget_class, block_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_step_cb);
  gtk_widget_class_bind_template_callback (widget_class, found_cb);
  gtk_widget_class_bind_template_callback (widget_class, laid_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, mark_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, move_requested_cb);
  gtk_widget_class_bind_template_callback (widget_class, strip_tooltip_cb);
}

static void
cp_article_pane_class_init (CpArticlePaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cp_article_pane_dispose;
  object_class->finalize = cp_article_pane_finalize;
  object_class->get_property = cp_article_pane_get_property;
  object_class->set_property = cp_article_pane_set_property;

  properties[PROP_ARTICLE] =
    g_param_spec_object ("article", NULL, NULL, CP_TYPE_ARTICLE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_STEPPING] =
    g_param_spec_string ("stepping", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * CpArticlePane::block-chosen:
   * @self: a pane
   *
   * The reviewer has pointed to another block, or to none; see cp_article_pane_get_block().
   */
  signals[SIGNAL_BLOCK_CHOSEN] =
    g_signal_new ("block-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * CpArticlePane::move-requested:
   * @self: a pane
   * @position: the block that is to be taken into the text, or set aside when it is in it
   */
  signals[SIGNAL_MOVE_REQUESTED] =
    g_signal_new ("move-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  /**
   * CpArticlePane::theme-activated:
   * @self: a pane
   * @theme: the theme one of whose passages was clicked, in the text or on the strip
   */
  signals[SIGNAL_THEME_ACTIVATED] =
    g_signal_new ("theme-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, CP_TYPE_THEME);

  bind_template (widget_class);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "pane.next-passage", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "pane.previous-passage", NULL, step_action);
}

static void
cp_article_pane_init (CpArticlePane *self)
{
  self->marks = cp_passage_marks_new ();
  self->theme = -1;
  self->mark = -1;
  self->activated = -1;
  self->colors = g_strdup ("follow");

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (apply_colors), self, G_CONNECT_SWAPPED);
  apply_colors (self);
  update_stepping (self);
}

/**
 * cp_article_pane_new:
 *
 * Returns: (transfer floating): a pane without an article
 */
CpArticlePane *
cp_article_pane_new (void)
{
  return g_object_new (CP_TYPE_ARTICLE_PANE, NULL);
}

/**
 * cp_article_pane_get_article:
 * @self: a pane
 *
 * Returns: (transfer none) (nullable): what is read in it
 */
CpArticle *
cp_article_pane_get_article (CpArticlePane *self)
{
  g_return_val_if_fail (CP_IS_ARTICLE_PANE (self), NULL);

  return self->article;
}

/**
 * cp_article_pane_set_article:
 * @self: a pane
 * @article: (nullable): what to read, or %NULL for empty paper
 *
 * Shows @article from its beginning, without highlights and with no theme chosen.
 */
void
cp_article_pane_set_article (CpArticlePane *self,
                             CpArticle     *article)
{
  g_return_if_fail (CP_IS_ARTICLE_PANE (self));
  g_return_if_fail (article == NULL || CP_IS_ARTICLE (article));

  if (!g_set_object (&self->article, article))
    return;

  clear_choice (self);
  cp_passage_marks_fill (self->marks, NULL, NULL, NULL, 0);
  send_marks (self);
  cp_reader_view_set_highlights (self->reader, NULL);
  gtk_widget_set_visible (self->content, article != NULL);
  gtk_widget_set_visible (self->bar, article != NULL && self->desk != NULL);
  cp_article_pane_load_page (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ARTICLE]);
}

/**
 * cp_article_pane_set_highlights:
 * @self: a pane
 * @themes: (array length=n_themes): themes of the article, or of a comparison it is part of
 * @color_indices: (array length=n_themes): the color of each, see cp_theme_colors_get()
 * @n_themes: how many, 0 for none
 *
 * Marks the passages of the themes in the text and on the strip. The theme and the passage that were
 * chosen stay so if they are among the new ones, and the text does not scroll.
 */
void
cp_article_pane_set_highlights (CpArticlePane *self,
                                CpTheme      **themes,
                                const guint   *color_indices,
                                guint          n_themes)
{
  g_autoptr(CpTheme) theme = NULL;
  g_autoptr(CpPassage) passage = NULL;

  g_return_if_fail (CP_IS_ARTICLE_PANE (self));
  g_return_if_fail (n_themes == 0 || (themes != NULL && color_indices != NULL && self->article != NULL));

  if (self->theme >= 0)
    theme = g_object_ref (cp_passage_marks_get_theme (self->marks, self->theme));
  if (self->mark >= 0)
    passage = g_object_ref (cp_passage_marks_get_passage (self->marks, self->mark));

  cp_passage_marks_fill (self->marks, self->article, themes, color_indices, n_themes);
  restore_choice (self, theme, passage);
  send_marks (self);
}

/**
 * cp_article_pane_choose_theme:
 * @self: a pane
 * @theme: (nullable): one of the highlighted themes, or %NULL if the article has none for the matter
 * @label: (nullable): the matter as all panes call it; what this one says is not addressed if @theme is %NULL or has no
 *   passage here. %NULL to call it as @theme does, and to say nothing where there is none
 *
 * Makes the passages of @theme strong and the others faint, and scrolls to the first of them.
 */
void
cp_article_pane_choose_theme (CpArticlePane *self,
                              CpTheme       *theme,
                              const char    *label)
{
  int position;
  int first = -1;

  g_return_if_fail (CP_IS_ARTICLE_PANE (self));
  g_return_if_fail (theme == NULL || CP_IS_THEME (theme));

  position = theme != NULL ? cp_passage_marks_find_theme (self->marks, theme) : -1;
  if (position < 0 || cp_passage_marks_count (self->marks, position, &first) == 0)
    {
      clear_choice (self);
      if (label != NULL)
        show_absent (self, label);
      return;
    }

  set_theme (self, position);
  cp_set_str (&self->matter, label);
  if (self->activated >= 0 && (int) cp_passage_marks_get (self->marks, self->activated)->theme == position)
    first = self->activated;
  show_addressed (self);
  show_mark (self, first);
}

/**
 * cp_article_pane_step:
 * @self: a pane
 * @direction: 1 for the next passage of the chosen theme, -1 for the previous one
 *
 * After the last passage comes the first.
 *
 * Returns: whether there was a passage to go to
 */
gboolean
cp_article_pane_step (CpArticlePane *self,
                      int            direction)
{
  int first = 0;
  int n_marks;
  int position;

  g_return_val_if_fail (CP_IS_ARTICLE_PANE (self), FALSE);

  n_marks = (int) cp_passage_marks_count (self->marks, self->theme, &first);
  if (n_marks == 0)
    return FALSE;

  if (self->mark >= first && self->mark < first + n_marks)
    position = (self->mark - first + direction + n_marks) % n_marks;
  else
    position = direction > 0 ? 0 : n_marks - 1;
  show_mark (self, first + position);

  return TRUE;
}

/**
 * cp_article_pane_show_passage:
 * @self: a pane
 * @passage: a passage of the article
 *
 * Scrolls to @passage. If it is highlighted it becomes the current one, else it is selected.
 */
void
cp_article_pane_show_passage (CpArticlePane *self,
                              CpPassage     *passage)
{
  int mark;
  int start;
  int end;

  g_return_if_fail (CP_IS_ARTICLE_PANE (self));
  g_return_if_fail (CP_IS_PASSAGE (passage));

  mark = cp_passage_marks_find_passage (self->marks, passage, self->theme);
  if (mark >= 0)
    {
      show_mark (self, mark);
    }
  else if (self->article != NULL && cp_passage_locate (passage, cp_article_get_text (self->article), &start, &end))
    {
      show_mark (self, -1);
      cp_reader_view_show_span (self->reader, start, end);
    }
}

/**
 * cp_article_pane_find:
 * @self: a pane
 *
 * Opens the bar in which to find words in the text.
 */
void
cp_article_pane_find (CpArticlePane *self)
{
  g_return_if_fail (CP_IS_ARTICLE_PANE (self));

  if (self->article != NULL)
    cp_find_bar_open (self->find_bar);
}

/**
 * cp_article_pane_set_text_scale:
 * @self: a pane
 * @scale: size of the text, 1.0 for the usual; kept between 0.6 and 2.5
 */
void
cp_article_pane_set_text_scale (CpArticlePane *self,
                                double         scale)
{
  g_return_if_fail (CP_IS_ARTICLE_PANE (self));

  cp_reader_view_set_text_scale (self->reader, CLAMP (scale, SMALLEST_TEXT, LARGEST_TEXT));
}

/**
 * cp_article_pane_set_colors:
 * @self: a pane
 * @colors: "light", "dark" or "sepia"; "follow", or anything else, for light or dark as the desktop is
 */
void
cp_article_pane_set_colors (CpArticlePane *self,
                            const char    *colors)
{
  gboolean known = FALSE;

  g_return_if_fail (CP_IS_ARTICLE_PANE (self));
  g_return_if_fail (colors != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    known = known || g_str_equal (looks[i].name, colors);

  if (cp_set_str (&self->colors, known ? colors : "follow"))
    apply_colors (self);
}

/**
 * cp_article_pane_get_stepping:
 * @self: a pane
 *
 * Returns: (nullable): which passage of the chosen theme is shown, such as "2 of 4"; %NULL if none is
 */
const char *
cp_article_pane_get_stepping (CpArticlePane *self)
{
  g_return_val_if_fail (CP_IS_ARTICLE_PANE (self), NULL);

  return self->stepping;
}
