/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bar that tells how an import goes, and afterwards what could not be imported and why. */

#define G_LOG_DOMAIN "cp-import-bar"

#include "config.h"

#include "cp-import-bar.h"

#include <glib/gi18n.h>

/* An import that is over sooner than this is better not announced. */
#define PATIENCE_MS 150

/* How often the progress is told while files come in by the hundred. */
#define TICK_MS 100

/* The rate of the first files says little. */
#define MIN_DONE 10

struct _CpImportBar
{
  AdwBin          parent_instance;

  CpImportQueue  *queue;
  guint           reveal_id;
  guint           tick_id;

  GtkRevealer    *revealer;
  GtkStack       *stack;
  GtkLabel       *status;
  GtkLabel       *rate;
  GtkProgressBar *progress;
  GtkLabel       *problem;
  GtkWidget      *report_button;
};

enum
{
  FINISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CpImportBar, cp_import_bar, ADW_TYPE_BIN)

static const char *
find_name_being_read (CpImportBar *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->queue)); i++)
    {
      g_autoptr(CpImportJob) job = g_list_model_get_item (G_LIST_MODEL (self->queue), i);

      /* The queue holds on to the job. */
      if (cp_import_job_get_state (job) == CP_IMPORT_READING)
        return cp_import_job_get_name (job);
    }

  return NULL;
}

static char *
dup_rate (CpImportBar *self)
{
  guint n_left = cp_import_queue_get_n_total (self->queue) - cp_import_queue_get_n_done (self->queue);
  double rate = cp_import_queue_get_rate (self->queue);
  g_autofree char *speed = NULL, *time_left = NULL;
  guint n_each, n_minutes;

  if (cp_import_queue_get_n_done (self->queue) < MIN_DONE || rate <= 0.0)
    return NULL;

  n_each = MAX (1, (guint) (rate >= 1.0 ? rate + 0.5 : rate * 60.0 + 0.5));
  n_minutes = (guint) (n_left / rate / 60.0 + 0.5);

  if (rate >= 1.0)
    speed = g_strdup_printf (ngettext ("%u a second", "%u a second", n_each), n_each);
  else
    speed = g_strdup_printf (ngettext ("%u a minute", "%u a minute", n_each), n_each);

  if (n_minutes == 0)
    time_left = g_strdup (_("less than a minute left"));
  else
    time_left = g_strdup_printf (ngettext ("about %u minute left", "about %u minutes left", n_minutes), n_minutes);

  /* Translators: how fast files are imported, and how long that will take, as in "12 a second, about 1 minute left" */
  return g_strdup_printf (_("%s, %s"), speed, time_left);
}

static void
update_progress (CpImportBar *self)
{
  guint n_total = cp_import_queue_get_n_total (self->queue);
  guint n_done = cp_import_queue_get_n_done (self->queue);
  const char *name = find_name_being_read (self);
  g_autofree char *status = NULL, *rate = NULL;

  if (!cp_import_queue_get_running (self->queue))
    return;

  if (name != NULL)
    status = g_strdup_printf (_("Importing %u of %u: %s"), MIN (n_done + 1, n_total), n_total, name);
  else
    status = g_strdup (_("Looking for op-eds…"));

  rate = dup_rate (self);
  gtk_label_set_label (self->status, status);
  gtk_label_set_label (self->rate, rate != NULL ? rate : "");
  gtk_progress_bar_set_fraction (self->progress, cp_import_queue_get_fraction (self->queue));
}

static gboolean
tick_cb (gpointer user_data)
{
  CpImportBar *self = CP_IMPORT_BAR (user_data);

  self->tick_id = 0;
  update_progress (self);

  return G_SOURCE_REMOVE;
}

static void
progress_cb (CpImportBar *self)
{
  if (self->tick_id == 0)
    self->tick_id = g_timeout_add (TICK_MS, tick_cb, self);
}

static gboolean
reveal_cb (gpointer user_data)
{
  CpImportBar *self = CP_IMPORT_BAR (user_data);

  self->reveal_id = 0;
  gtk_stack_set_visible_child_name (self->stack, "running");
  gtk_revealer_set_reveal_child (self->revealer, TRUE);

  return G_SOURCE_REMOVE;
}

static void
show_problem (CpImportBar *self,
              const char  *sentence,
              gboolean     reported)
{
  g_clear_handle_id (&self->reveal_id, g_source_remove);
  gtk_label_set_label (self->problem, sentence);
  gtk_widget_set_visible (self->report_button, reported);
  gtk_stack_set_visible_child_name (self->stack, "problem");
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

static guint
count_jobs (CpImportBar   *self,
            CpImportState  state)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->queue)); i++)
    {
      g_autoptr(CpImportJob) job = g_list_model_get_item (G_LIST_MODEL (self->queue), i);

      n += cp_import_job_get_state (job) == state;
    }

  return n;
}

static void
report_problems (CpImportBar *self)
{
  guint n_failed = count_jobs (self, CP_IMPORT_FAILED);
  g_autofree char *summary = NULL;
  g_autofree char *sentence = NULL;

  for (guint i = 0; n_failed == 1 && i < g_list_model_get_n_items (G_LIST_MODEL (self->queue)); i++)
    {
      g_autoptr(CpImportJob) job = g_list_model_get_item (G_LIST_MODEL (self->queue), i);

      if (cp_import_job_get_state (job) == CP_IMPORT_FAILED)
        sentence = g_strdup (cp_import_job_get_message (job));
    }

  if (n_failed == 0)
    {
      gtk_revealer_set_reveal_child (self->revealer, FALSE);
      return;
    }

  summary = g_strdup_printf (ngettext ("%u file could not be imported.", "%u files could not be imported.", n_failed),
                             n_failed);
  show_problem (self, n_failed == 1 ? sentence : summary, TRUE);
}

static void
finish (CpImportBar *self)
{
  guint n_done = count_jobs (self, CP_IMPORT_DONE);
  guint n_skipped = count_jobs (self, CP_IMPORT_SKIPPED);
  guint n_cancelled = count_jobs (self, CP_IMPORT_CANCELLED);

  g_clear_handle_id (&self->reveal_id, g_source_remove);
  report_problems (self);
  g_signal_emit (self, signals[FINISHED], 0, n_done, n_skipped, n_cancelled);
}

static void
running_changed_cb (CpImportBar *self)
{
  if (!cp_import_queue_get_running (self->queue))
    {
      finish (self);
      return;
    }

  if (self->reveal_id == 0)
    self->reveal_id = g_timeout_add (PATIENCE_MS, reveal_cb, self);
  update_progress (self);
}

static void
cancel_clicked_cb (CpImportBar *self)
{
  cp_import_queue_cancel (self->queue);
}

static void
dismiss_clicked_cb (CpImportBar *self)
{
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

static void
cp_import_bar_dispose (GObject *object)
{
  CpImportBar *self = CP_IMPORT_BAR (object);

  g_clear_handle_id (&self->reveal_id, g_source_remove);
  g_clear_handle_id (&self->tick_id, g_source_remove);
  if (self->queue != NULL)
    g_signal_handlers_disconnect_by_data (self->queue, self);
  g_clear_object (&self->queue);

  G_OBJECT_CLASS (cp_import_bar_parent_class)->dispose (object);
}

static void
cp_import_bar_class_init (CpImportBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cp_import_bar_dispose;

  /**
   * CpImportBar::finished:
   * @n_done: how many files became articles
   * @n_skipped: how many were in the library already
   * @n_cancelled: how many were left when the reviewer stopped
   */
  signals[FINISHED] =
    g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/counterpoint/Counterpoint/ui/cp-import-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, CpImportBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, CpImportBar, stack);
  gtk_widget_class_bind_template_child (widget_class, CpImportBar, status);
  gtk_widget_class_bind_template_child (widget_class, CpImportBar, progress);
  gtk_widget_class_bind_template_child (widget_class, CpImportBar, problem);
  gtk_widget_class_bind_template_child (widget_class, CpImportBar, rate);
  gtk_widget_class_bind_template_child (widget_class, CpImportBar, report_button);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, dismiss_clicked_cb);
}

static void
cp_import_bar_init (CpImportBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cp_import_bar_set_queue:
 * @queue: the files being imported; to be called once
 */
void
cp_import_bar_set_queue (CpImportBar   *self,
                         CpImportQueue *queue)
{
  g_return_if_fail (CP_IS_IMPORT_BAR (self));
  g_return_if_fail (CP_IS_IMPORT_QUEUE (queue));
  g_return_if_fail (self->queue == NULL);

  self->queue = g_object_ref (queue);
  g_signal_connect_object (queue, "notify::running", G_CALLBACK (running_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (queue, "notify::n-done", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (queue, "notify::n-total", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
}

/**
 * cp_import_bar_show_problem:
 * @sentence: what went wrong and what to do, in the user's language
 *
 * Shows @sentence until the reviewer dismisses it.
 */
void
cp_import_bar_show_problem (CpImportBar *self,
                            const char  *sentence)
{
  g_return_if_fail (CP_IS_IMPORT_BAR (self));
  g_return_if_fail (sentence != NULL);

  show_problem (self, sentence, FALSE);
}
