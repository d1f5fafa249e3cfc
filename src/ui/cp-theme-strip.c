/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A thin map of the whole text beside its scrollbar: where each theme is spoken of. */

#define G_LOG_DOMAIN "cp-theme-strip"

#include "config.h"

#include "cp-theme-strip.h"

#include "cp-theme-colors.h"

/* Pixels. The widget is wider than what it draws, to be easily hit. */
#define TRACK_WIDTH    6
#define STRIP_WIDTH    18
#define MARGIN         8
#define MINIMUM_HEIGHT 5
#define REACH          8

struct _CpThemeStrip
{
  GtkWidget  parent_instance;

  GArray    *segments;
  int        chosen;
  gboolean   dark;
};

enum
{
  SIGNAL_SEGMENT_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CpThemeStrip, cp_theme_strip, GTK_TYPE_WIDGET)

static void
get_extent (CpThemeStrip         *self,
            const CpThemeSegment *segment,
            float                *top,
            float                *height)
{
  float length = MAX (gtk_widget_get_height (GTK_WIDGET (self)) - 2 * MARGIN, 1);

  *height = MAX ((segment->bottom - segment->top) * length, MINIMUM_HEIGHT);
  *top = MARGIN + MIN (segment->top * length, MAX (length - *height, 0));
}

static void
draw_bar (CpThemeStrip  *self,
          GtkSnapshot   *snapshot,
          float          top,
          float          height,
          const GdkRGBA *color)
{
  float x = (gtk_widget_get_width (GTK_WIDGET (self)) - TRACK_WIDTH) / 2.f;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (x, top, TRACK_WIDTH, height);
  GskRoundedRect bar;

  gsk_rounded_rect_init_from_rect (&bar, &bounds, TRACK_WIDTH / 2.f);
  gtk_snapshot_push_rounded_clip (snapshot, &bar);
  gtk_snapshot_append_color (snapshot, color, &bounds);
  gtk_snapshot_pop (snapshot);
}

static void
draw_segments (CpThemeStrip *self,
               GtkSnapshot  *snapshot,
               gboolean      chosen)
{
  for (guint i = 0; i < self->segments->len; i++)
    {
      const CpThemeSegment *segment = &g_array_index (self->segments, CpThemeSegment, i);
      GdkRGBA color;
      float top;
      float height;

      if (chosen != (self->chosen >= 0 && segment->theme == (guint) self->chosen))
        continue;

      cp_theme_colors_get_rgba (segment->color, self->dark, &color);
      if (self->chosen >= 0 && !chosen)
        color.alpha = 0.3f;
      get_extent (self, segment, &top, &height);
      draw_bar (self, snapshot, top, height, &color);
    }
}

static void
released_cb (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             CpThemeStrip    *self)
{
  int segment = cp_theme_strip_pick (self, y);

  if (segment >= 0)
    g_signal_emit (self, signals[SIGNAL_SEGMENT_ACTIVATED], 0, (guint) segment);
}

static void
cp_theme_strip_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  CpThemeStrip *self = CP_THEME_STRIP (widget);
  GdkRGBA track;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &track);
  track.alpha *= 0.06f;
  draw_bar (self, snapshot, MARGIN, MAX (gtk_widget_get_height (widget) - 2 * MARGIN, 0), &track);

  /* The chosen theme lies on top of what it overlaps. */
  draw_segments (self, snapshot, FALSE);
  draw_segments (self, snapshot, TRUE);
}

static void
cp_theme_strip_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? STRIP_WIDTH : 2 * MARGIN;
  *natural = *minimum;
}

static void
cp_theme_strip_finalize (GObject *object)
{
  CpThemeStrip *self = CP_THEME_STRIP (object);

  g_clear_pointer (&self->segments, g_array_unref);

  G_OBJECT_CLASS (cp_theme_strip_parent_class)->finalize (object);
}

static void
cp_theme_strip_class_init (CpThemeStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = cp_theme_strip_finalize;

  widget_class->measure = cp_theme_strip_measure;
  widget_class->snapshot = cp_theme_strip_snapshot;

  /**
   * CpThemeStrip::segment-activated:
   * @self: a strip
   * @segment: position of the segment that was clicked
   */
  signals[SIGNAL_SEGMENT_ACTIVATED] =
    g_signal_new ("segment-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_css_name (widget_class, "themestrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
cp_theme_strip_init (CpThemeStrip *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->segments = g_array_new (FALSE, FALSE, sizeof (CpThemeSegment));
  self->chosen = -1;

  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * cp_theme_strip_new:
 *
 * Returns: (transfer floating): a strip without segments
 */
CpThemeStrip *
cp_theme_strip_new (void)
{
  return g_object_new (CP_TYPE_THEME_STRIP, NULL);
}

/**
 * cp_theme_strip_set_segments:
 * @self: a strip
 * @segments: (array length=n_segments): what to draw, copied
 * @n_segments: how many, 0 for none
 */
void
cp_theme_strip_set_segments (CpThemeStrip         *self,
                             const CpThemeSegment *segments,
                             guint                 n_segments)
{
  g_return_if_fail (CP_IS_THEME_STRIP (self));
  g_return_if_fail (segments != NULL || n_segments == 0);

  g_array_set_size (self->segments, 0);
  if (n_segments > 0)
    g_array_append_vals (self->segments, segments, n_segments);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * cp_theme_strip_set_chosen:
 * @self: a strip
 * @theme: the theme to draw at full strength, the others faint; -1 to draw all alike
 */
void
cp_theme_strip_set_chosen (CpThemeStrip *self,
                           int           theme)
{
  g_return_if_fail (CP_IS_THEME_STRIP (self));

  if (self->chosen == theme)
    return;

  self->chosen = theme;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * cp_theme_strip_set_dark:
 * @self: a strip
 * @dark: whether the paper under it is dark
 */
void
cp_theme_strip_set_dark (CpThemeStrip *self,
                         gboolean      dark)
{
  g_return_if_fail (CP_IS_THEME_STRIP (self));

  if (self->dark == dark)
    return;

  self->dark = dark;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * cp_theme_strip_pick:
 * @self: a strip
 * @y: pixels from its upper edge
 *
 * Returns: the segment at @y or within reach of it, one of the chosen theme before others; -1 if there is none
 */
int
cp_theme_strip_pick (CpThemeStrip *self,
                     double        y)
{
  double best_distance = REACH;
  int best = -1;

  g_return_val_if_fail (CP_IS_THEME_STRIP (self), -1);

  for (guint i = 0; i < self->segments->len; i++)
    {
      const CpThemeSegment *segment = &g_array_index (self->segments, CpThemeSegment, i);
      double distance;
      float top;
      float height;

      get_extent (self, segment, &top, &height);
      distance = MAX (MAX (top - y, y - (top + height)), 0);
      if (distance < best_distance || (distance == best_distance && segment->theme == (guint) self->chosen))
        {
          best_distance = distance;
          best = i;
        }
    }

  return best;
}
