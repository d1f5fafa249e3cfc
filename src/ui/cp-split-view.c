/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Content between a sidebar and a panel that fold over it where there is not the room for them. */

#define G_LOG_DOMAIN "cp-split-view"

#include "config.h"

#include "cp-split-view.h"

#include <adwaita.h>

/* Below this a line of the article holds too few characters to read well. */
#define CONTENT_MIN_WIDTH 460
/* Below this two articles do not fit side by side. */
#define CONTENT_WIDE_WIDTH 640
/* How much of the content stays in sight behind a folded side, so that one can click there to dismiss it. */
#define FOLDED_MARGIN 48
#define HANDLE_WIDTH 8
#define SLIDE_DURATION_MS 180

typedef struct
{
  CpSplitView  *view;
  GtkWidget    *bin;
  GtkWidget    *handle;
  AdwAnimation *slide;
  int           width;
  double        reveal;
  gboolean      show;
  gboolean      wanted;
  gboolean      folded;
  gboolean      at_end;
} Side;

struct _CpSplitView
{
  GtkWidget  parent_instance;

  GtkWidget *content;
  GtkWidget *shade;
  Side       sidebar;
  Side       panel;
  gboolean   content_narrow;
  guint      thaw_id;
};

enum
{
  PROP_0,
  PROP_CONTENT,
  PROP_SIDEBAR,
  PROP_PANEL,
  PROP_SHOW_SIDEBAR,
  PROP_SHOW_PANEL,
  PROP_SIDEBAR_WIDTH,
  PROP_PANEL_WIDTH,
  PROP_SIDEBAR_FOLDED,
  PROP_PANEL_FOLDED,
  PROP_CONTENT_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CpSplitView, cp_split_view, GTK_TYPE_WIDGET)

static void
notify_shown (Side *side)
{
  g_object_notify_by_pspec (G_OBJECT (side->view), properties[side->at_end ? PROP_SHOW_PANEL : PROP_SHOW_SIDEBAR]);
}

static void
update_shade (CpSplitView *self)
{
  gtk_widget_set_child_visible (self->shade, (self->sidebar.folded && self->sidebar.show) ||
                                             (self->panel.folded && self->panel.show));
}

static void
set_reveal_cb (double reveal,
               Side  *side)
{
  side->reveal = reveal;
  gtk_widget_set_child_visible (side->bin, reveal > 0.0);
  gtk_widget_queue_allocate (GTK_WIDGET (side->view));
}

/* A side inside the row appears at once: sliding it would lay the article out anew at every frame. */
static void
reveal_side (Side *side)
{
  double target = side->show ? 1.0 : 0.0;

  if (side->folded && gtk_widget_get_mapped (GTK_WIDGET (side->view)))
    {
      adw_timed_animation_set_value_from (ADW_TIMED_ANIMATION (side->slide), side->reveal);
      adw_timed_animation_set_value_to (ADW_TIMED_ANIMATION (side->slide), target);
      adw_animation_play (side->slide);
    }
  else
    {
      adw_animation_reset (side->slide);
      set_reveal_cb (target, side);
    }

  gtk_widget_set_child_visible (side->handle, side->show && !side->folded);
  update_shade (side->view);
}

static void
show_side (Side     *side,
           gboolean  show)
{
  Side *other = side->at_end ? &side->view->sidebar : &side->view->panel;

  show = !!show;
  if (!side->folded)
    side->wanted = show;

  if (side->show == show)
    return;

  side->show = show;
  reveal_side (side);
  if (show && side->folded && other->folded)
    show_side (other, FALSE);

  if (!show && gtk_widget_get_focus_child (GTK_WIDGET (side->view)) == side->bin)
    gtk_widget_child_focus (side->view->content, GTK_DIR_TAB_FORWARD);

  gtk_widget_queue_allocate (GTK_WIDGET (side->view));
  notify_shown (side);
}

static void
fold_side (Side     *side,
           gboolean  folded)
{
  gboolean shown = side->show;

  if (side->folded == folded)
    return;

  side->folded = folded;
  if (folded)
    gtk_widget_add_css_class (side->bin, "folded");
  else
    gtk_widget_remove_css_class (side->bin, "folded");

  side->show = folded ? FALSE : side->wanted;
  adw_animation_reset (side->slide);
  side->reveal = side->show ? 1.0 : 0.0;
  gtk_widget_set_child_visible (side->bin, side->show);
  gtk_widget_set_child_visible (side->handle, side->show && !folded);
  update_shade (side->view);

  g_object_notify_by_pspec (G_OBJECT (side->view),
                            properties[side->at_end ? PROP_PANEL_FOLDED : PROP_SIDEBAR_FOLDED]);
  if (shown != side->show)
    notify_shown (side);
}

static void
get_wished_folds (CpSplitView *self,
                  int          width,
                  gboolean    *sidebar_folded,
                  gboolean    *panel_folded)
{
  *panel_folded = width < self->panel.width + CONTENT_MIN_WIDTH;
  *sidebar_folded = width < self->sidebar.width + self->panel.width + CONTENT_MIN_WIDTH;
}

/* What is wished, or what the widget cannot do with less than. */
static int
get_side_width (Side *side)
{
  int minimum;

  gtk_widget_measure (side->bin, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);

  return MAX (side->width, minimum);
}

static int
get_content_width (CpSplitView *self,
                   int          width)
{
  if (!self->sidebar.folded && self->sidebar.show)
    width -= get_side_width (&self->sidebar);
  if (!self->panel.folded && self->panel.show)
    width -= get_side_width (&self->panel);

  return MAX (width, 0);
}

static gboolean
thaw_cb (gpointer user_data)
{
  CpSplitView *self = CP_SPLIT_VIEW (user_data);

  self->thaw_id = 0;
  g_object_thaw_notify (G_OBJECT (self));

  return G_SOURCE_REMOVE;
}

/* The folds are part of the allocation, lest a frame shows the sides where there is no room. Who listens to them may
 * ask for another size, though, which has to wait until the allocation is over. */
static void
refold (CpSplitView *self,
        int          width)
{
  gboolean sidebar_folded, panel_folded, content_narrow;

  get_wished_folds (self, width, &sidebar_folded, &panel_folded);
  content_narrow = get_content_width (self, width) < CONTENT_WIDE_WIDTH;
  if (sidebar_folded == self->sidebar.folded && panel_folded == self->panel.folded &&
      content_narrow == self->content_narrow)
    return;

  if (self->thaw_id == 0)
    {
      g_object_freeze_notify (G_OBJECT (self));
      self->thaw_id = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, thaw_cb, self, NULL);
    }

  fold_side (&self->sidebar, sidebar_folded);
  fold_side (&self->panel, panel_folded);
  self->content_narrow = get_content_width (self, width) < CONTENT_WIDE_WIDTH;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONTENT_NARROW]);
}

static void
set_width (Side *side,
           int   width)
{
  width = CLAMP (width, side->at_end ? 240 : 180, side->at_end ? 960 : 800);
  if (side->width == width)
    return;

  side->width = width;
  gtk_widget_queue_allocate (GTK_WIDGET (side->view));
  g_object_notify_by_pspec (G_OBJECT (side->view), properties[side->at_end ? PROP_PANEL_WIDTH : PROP_SIDEBAR_WIDTH]);
}

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               Side           *side)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          x,
                double          y,
                Side           *side)
{
  CpSplitView *self = side->view;
  Side *other = side->at_end ? &self->sidebar : &self->panel;
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int sign = (side->at_end != rtl) ? -1 : 1;
  int room = gtk_widget_get_width (GTK_WIDGET (self)) - CONTENT_MIN_WIDTH - other->width;

  /* The handle moves along with the pointer, so that the offsets are from where it stands now. */
  set_width (side, MIN (side->width + sign * (int) x, room));
}

static void
shade_pressed_cb (GtkGestureClick *gesture,
                  int              n_press,
                  double           x,
                  double           y,
                  CpSplitView     *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (self->sidebar.folded)
    show_side (&self->sidebar, FALSE);
  if (self->panel.folded)
    show_side (&self->panel, FALSE);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  CpSplitView *self = CP_SPLIT_VIEW (widget);

  if (self->sidebar.folded && self->sidebar.show)
    show_side (&self->sidebar, FALSE);
  else if (self->panel.folded && self->panel.show)
    show_side (&self->panel, FALSE);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
cp_split_view_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  CpSplitView *self = CP_SPLIT_VIEW (widget);
  GtkWidget *children[] = { self->content, self->sidebar.bin, self->panel.bin };

  *minimum = *natural = 0;
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      int child_minimum, child_natural;

      if (children[i] == NULL)
        continue;

      /* Not for a height or width of ours: each child gets a part of it that depends on the other children. */
      gtk_widget_measure (children[i], orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      if (orientation == GTK_ORIENTATION_HORIZONTAL && i > 0)
        child_minimum += FOLDED_MARGIN;
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, MAX (child_minimum, child_natural));
    }
}

static void
allocate (GtkWidget *widget,
          int        x,
          int        width,
          int        view_width,
          int        height)
{
  gboolean rtl = gtk_widget_get_direction (gtk_widget_get_parent (widget)) == GTK_TEXT_DIR_RTL;
  GtkAllocation allocation = { rtl ? view_width - x - width : x, 0, width, height };

  if (gtk_widget_get_child_visible (widget))
    gtk_widget_size_allocate (widget, &allocation, -1);
}

static void
allocate_side (Side *side,
               int   view_width,
               int   height)
{
  int width = get_side_width (side);
  int x;

  if (side->folded)
    width = MIN (width, MAX (view_width - FOLDED_MARGIN, 0));

  x = side->at_end ? view_width - (int) (width * side->reveal) : (int) (width * side->reveal) - width;
  allocate (side->bin, x, width, view_width, height);
  allocate (side->handle, (side->at_end ? view_width - width : width) - HANDLE_WIDTH / 2, HANDLE_WIDTH,
            view_width, height);
}

static void
cp_split_view_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  CpSplitView *self = CP_SPLIT_VIEW (widget);
  int x;

  refold (self, width);
  x = !self->sidebar.folded && self->sidebar.show ? get_side_width (&self->sidebar) : 0;

  if (self->content != NULL)
    {
      int minimum;

      gtk_widget_measure (self->content, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      allocate (self->content, x, MAX (minimum, get_content_width (self, width)), width, height);
    }
  allocate (self->shade, 0, width, width, height);
  allocate_side (&self->sidebar, width, height);
  allocate_side (&self->panel, width, height);
}

static void
cp_split_view_dispose (GObject *object)
{
  CpSplitView *self = CP_SPLIT_VIEW (object);

  if (self->thaw_id != 0)
    {
      g_clear_handle_id (&self->thaw_id, g_source_remove);
      g_object_thaw_notify (object);
    }
  g_clear_object (&self->sidebar.slide);
  g_clear_object (&self->panel.slide);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->shade, gtk_widget_unparent);
  g_clear_pointer (&self->sidebar.bin, gtk_widget_unparent);
  g_clear_pointer (&self->panel.bin, gtk_widget_unparent);
  g_clear_pointer (&self->sidebar.handle, gtk_widget_unparent);
  g_clear_pointer (&self->panel.handle, gtk_widget_unparent);

  G_OBJECT_CLASS (cp_split_view_parent_class)->dispose (object);
}

static void
cp_split_view_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  CpSplitView *self = CP_SPLIT_VIEW (object);

  switch (prop_id)
    {
    case PROP_CONTENT:
      g_value_set_object (value, self->content);
      break;

    case PROP_SIDEBAR:
      g_value_set_object (value, adw_bin_get_child (ADW_BIN (self->sidebar.bin)));
      break;

    case PROP_PANEL:
      g_value_set_object (value, adw_bin_get_child (ADW_BIN (self->panel.bin)));
      break;

    case PROP_SHOW_SIDEBAR:
      g_value_set_boolean (value, self->sidebar.show);
      break;

    case PROP_SHOW_PANEL:
      g_value_set_boolean (value, self->panel.show);
      break;

    case PROP_SIDEBAR_WIDTH:
      g_value_set_int (value, self->sidebar.width);
      break;

    case PROP_PANEL_WIDTH:
      g_value_set_int (value, self->panel.width);
      break;

    case PROP_SIDEBAR_FOLDED:
      g_value_set_boolean (value, self->sidebar.folded);
      break;

    case PROP_PANEL_FOLDED:
      g_value_set_boolean (value, self->panel.folded);
      break;

    case PROP_CONTENT_NARROW:
      g_value_set_boolean (value, self->content_narrow);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_content (CpSplitView *self,
             GtkWidget   *content)
{
  g_clear_pointer (&self->content, gtk_widget_unparent);
  self->content = content;
  if (content != NULL)
    gtk_widget_insert_before (content, GTK_WIDGET (self), self->shade);
}

static void
cp_split_view_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  CpSplitView *self = CP_SPLIT_VIEW (object);

  switch (prop_id)
    {
    case PROP_CONTENT:
      set_content (self, g_value_get_object (value));
      break;

    case PROP_SIDEBAR:
      adw_bin_set_child (ADW_BIN (self->sidebar.bin), g_value_get_object (value));
      break;

    case PROP_PANEL:
      adw_bin_set_child (ADW_BIN (self->panel.bin), g_value_get_object (value));
      break;

    case PROP_SHOW_SIDEBAR:
      show_side (&self->sidebar, g_value_get_boolean (value));
      break;

    case PROP_SHOW_PANEL:
      show_side (&self->panel, g_value_get_boolean (value));
      break;

    case PROP_SIDEBAR_WIDTH:
      set_width (&self->sidebar, g_value_get_int (value));
      break;

    case PROP_PANEL_WIDTH:
      set_width (&self->panel, g_value_get_int (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags quiet = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, quiet);
  properties[PROP_SIDEBAR] = g_param_spec_object ("sidebar", NULL, NULL, GTK_TYPE_WIDGET, quiet);
  properties[PROP_PANEL] = g_param_spec_object ("panel", NULL, NULL, GTK_TYPE_WIDGET, quiet);
  properties[PROP_SHOW_SIDEBAR] = g_param_spec_boolean ("show-sidebar", NULL, NULL, TRUE, quiet);
  properties[PROP_SHOW_PANEL] = g_param_spec_boolean ("show-panel", NULL, NULL, TRUE, quiet);
  properties[PROP_SIDEBAR_WIDTH] = g_param_spec_int ("sidebar-width", NULL, NULL, 180, 800, 264, quiet);
  properties[PROP_PANEL_WIDTH] = g_param_spec_int ("panel-width", NULL, NULL, 240, 960, 332, quiet);
  properties[PROP_SIDEBAR_FOLDED] = g_param_spec_boolean ("sidebar-folded", NULL, NULL, FALSE, readable);
  properties[PROP_PANEL_FOLDED] = g_param_spec_boolean ("panel-folded", NULL, NULL, FALSE, readable);
  properties[PROP_CONTENT_NARROW] = g_param_spec_boolean ("content-narrow", NULL, NULL, FALSE, readable);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
cp_split_view_class_init (CpSplitViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cp_split_view_dispose;
  object_class->get_property = cp_split_view_get_property;
  object_class->set_property = cp_split_view_set_property;

  widget_class->measure = cp_split_view_measure;
  widget_class->size_allocate = cp_split_view_size_allocate;

  install_properties (object_class);

  gtk_widget_class_set_css_name (widget_class, "splitview");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
init_handle (CpSplitView *self,
             Side        *side)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  side->handle = adw_bin_new ();
  gtk_widget_set_cursor_from_name (side->handle, "col-resize");
  gtk_widget_set_parent (side->handle, GTK_WIDGET (self));
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), side);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), side);
  gtk_widget_add_controller (side->handle, GTK_EVENT_CONTROLLER (drag));
}

static void
init_side (CpSplitView *self,
           Side        *side,
           const char  *css_class,
           int          width,
           gboolean     at_end)
{
  AdwAnimationTarget *target = adw_callback_animation_target_new ((AdwAnimationTargetFunc) set_reveal_cb, side, NULL);

  side->view = self;
  side->width = width;
  side->show = side->wanted = TRUE;
  side->reveal = 1.0;
  side->at_end = at_end;
  side->bin = adw_bin_new ();
  gtk_widget_add_css_class (side->bin, css_class);
  gtk_widget_set_parent (side->bin, GTK_WIDGET (self));
  side->slide = adw_timed_animation_new (GTK_WIDGET (self), 0.0, 1.0, SLIDE_DURATION_MS, target);
  init_handle (self, side);
}

static void
cp_split_view_init (CpSplitView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);

  self->shade = adw_bin_new ();
  gtk_widget_add_css_class (self->shade, "shade");
  gtk_widget_set_parent (self->shade, GTK_WIDGET (self));
  gtk_widget_set_child_visible (self->shade, FALSE);
  g_signal_connect (click, "pressed", G_CALLBACK (shade_pressed_cb), self);
  gtk_widget_add_controller (self->shade, GTK_EVENT_CONTROLLER (click));

  init_side (self, &self->sidebar, "sidebar-pane", 264, FALSE);
  init_side (self, &self->panel, "panel-pane", 332, TRUE);
}

/**
 * cp_split_view_new:
 *
 * Returns: (transfer floating): a split view that shows both of its sides where there is room
 */
GtkWidget *
cp_split_view_new (void)
{
  return g_object_new (CP_TYPE_SPLIT_VIEW, NULL);
}

gboolean
cp_split_view_get_show_sidebar (CpSplitView *self)
{
  g_return_val_if_fail (CP_IS_SPLIT_VIEW (self), FALSE);

  return self->sidebar.show;
}

/**
 * cp_split_view_set_show_sidebar:
 * @show_sidebar: whether the sidebar is to be seen
 *
 * Shows the sidebar beside the content, or over it when it is folded.
 */
void
cp_split_view_set_show_sidebar (CpSplitView *self,
                                gboolean     show_sidebar)
{
  g_return_if_fail (CP_IS_SPLIT_VIEW (self));

  show_side (&self->sidebar, show_sidebar);
}

gboolean
cp_split_view_get_show_panel (CpSplitView *self)
{
  g_return_val_if_fail (CP_IS_SPLIT_VIEW (self), FALSE);

  return self->panel.show;
}

/**
 * cp_split_view_set_show_panel:
 * @show_panel: whether the panel is to be seen
 *
 * Shows the panel beside the content, or over it when it is folded.
 */
void
cp_split_view_set_show_panel (CpSplitView *self,
                              gboolean     show_panel)
{
  g_return_if_fail (CP_IS_SPLIT_VIEW (self));

  show_side (&self->panel, show_panel);
}

/**
 * cp_split_view_get_sidebar_folded:
 *
 * Returns: whether there is no room for the sidebar, so that it comes over the content
 */
gboolean
cp_split_view_get_sidebar_folded (CpSplitView *self)
{
  g_return_val_if_fail (CP_IS_SPLIT_VIEW (self), FALSE);

  return self->sidebar.folded;
}

/**
 * cp_split_view_get_panel_folded:
 *
 * Returns: whether there is no room for the panel, so that it comes over the content
 */
gboolean
cp_split_view_get_panel_folded (CpSplitView *self)
{
  g_return_val_if_fail (CP_IS_SPLIT_VIEW (self), FALSE);

  return self->panel.folded;
}

/**
 * cp_split_view_get_sidebar_wanted:
 *
 * Returns: whether the sidebar was shown when there was last room for it; what to remember between sessions
 */
gboolean
cp_split_view_get_sidebar_wanted (CpSplitView *self)
{
  g_return_val_if_fail (CP_IS_SPLIT_VIEW (self), FALSE);

  return self->sidebar.wanted;
}

/**
 * cp_split_view_get_panel_wanted:
 *
 * Returns: whether the panel was shown when there was last room for it; what to remember between sessions
 */
gboolean
cp_split_view_get_panel_wanted (CpSplitView *self)
{
  g_return_val_if_fail (CP_IS_SPLIT_VIEW (self), FALSE);

  return self->panel.wanted;
}

/**
 * cp_split_view_get_content_narrow:
 *
 * Returns: whether the content is too narrow to hold two articles side by side
 */
gboolean
cp_split_view_get_content_narrow (CpSplitView *self)
{
  g_return_val_if_fail (CP_IS_SPLIT_VIEW (self), FALSE);

  return self->content_narrow;
}

int
cp_split_view_get_sidebar_width (CpSplitView *self)
{
  g_return_val_if_fail (CP_IS_SPLIT_VIEW (self), 0);

  return self->sidebar.width;
}

int
cp_split_view_get_panel_width (CpSplitView *self)
{
  g_return_val_if_fail (CP_IS_SPLIT_VIEW (self), 0);

  return self->panel.width;
}
