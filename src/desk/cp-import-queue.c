/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files being imported: a list of jobs, worked off the main thread. */

#define G_LOG_DOMAIN "cp-import-queue"

#include "config.h"

#include "cp-import-queue.h"
#include "cp-import-scan.h"
#include "cp-import-work.h"
#include "cp-worker.h"

/* One reads and analyses while the other one waits for the disk; more would only take the window's time. */
#define MAX_WORKERS 2

struct _CpImportQueue
{
  GObject       parent_instance;

  CpLibrary    *library;
  CpImporter   *importer;
  CpAnalyzer   *analyzer;

  GPtrArray    *jobs;
  GCancellable *cancellable;
  guint         next;
  guint         n_scans;
  guint         n_workers;
  guint         n_done;
  guint         n_failed;
  gboolean      running;
};

enum
{
  PROP_0,
  PROP_RUNNING,
  PROP_N_TOTAL,
  PROP_N_DONE,
  PROP_N_FAILED,
  PROP_FRACTION,
  N_PROPS
};

enum
{
  IMPORTED,
  FINISHED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CpImportQueue, cp_import_queue, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void start_jobs (CpImportQueue *self);

static void
notify (CpImportQueue *self,
        guint          property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_running (CpImportQueue *self,
             gboolean       running)
{
  if (self->running == running)
    return;

  self->running = running;
  notify (self, PROP_RUNNING);
  if (!running)
    g_signal_emit (self, signals[FINISHED], 0);
}

static void
count_job (CpImportQueue *self,
           CpImportJob   *job)
{
  self->n_done++;
  notify (self, PROP_N_DONE);
  notify (self, PROP_FRACTION);
  if (cp_import_job_get_state (job) == CP_IMPORT_FAILED)
    {
      self->n_failed++;
      notify (self, PROP_N_FAILED);
    }
}

static void
settle (CpImportQueue *self)
{
  start_jobs (self);
  set_running (self, self->n_scans > 0 || self->n_workers > 0);
}

static gpointer
work_on_file (gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  cp_import_work_run (data);

  return NULL;
}

static void
work_done_cb (GObject      *source_object,
              GAsyncResult *result,
              gpointer      user_data)
{
  CpImportQueue *self = CP_IMPORT_QUEUE (source_object);
  CpImportWork *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (CpImportJob) job = user_data;
  const char *id = work->article != NULL ? cp_article_get_id (work->article) : NULL;
  const char *title = work->article != NULL ? cp_article_get_title (work->article) : NULL;

  if (work->state == CP_IMPORT_DONE)
    {
      g_signal_emit (self, signals[IMPORTED], 0, work->article);
      cp_import_job_set_report (job, cp_imported_get_kept (work->imported), cp_imported_get_dropped (work->imported));
    }
  cp_import_job_finish (job, work->state, id, title, work->message);
  self->n_workers--;
  count_job (self, job);
  settle (self);
}

static void
start_job (CpImportQueue *self,
           CpImportJob   *job)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, work_done_cb, g_object_ref (job));

  g_task_set_task_data (task,
                        cp_import_work_new (self->importer, self->analyzer, self->library,
                                            cp_import_job_get_file (job), self->cancellable),
                        (GDestroyNotify) cp_import_work_free);
  cp_import_job_begin (job);
  self->n_workers++;
  cp_worker_run (task, work_on_file, NULL);
}

static void
start_jobs (CpImportQueue *self)
{
  while (self->n_workers < MAX_WORKERS && self->next < self->jobs->len)
    {
      CpImportJob *job = g_ptr_array_index (self->jobs, self->next++);

      if (!cp_import_job_is_over (job))
        start_job (self, job);
    }
}

static gpointer
scan_files (gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  return cp_import_scan (data, cancellable);
}

static void
append_jobs (CpImportQueue *self,
             GPtrArray     *jobs)
{
  guint position = self->jobs->len;

  if (jobs->len == 0)
    return;

  for (guint i = 0; i < jobs->len; i++)
    g_ptr_array_add (self->jobs, g_object_ref (g_ptr_array_index (jobs, i)));
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, jobs->len);
  notify (self, PROP_N_TOTAL);
  notify (self, PROP_FRACTION);

  for (guint i = 0; i < jobs->len; i++)
    {
      CpImportJob *job = g_ptr_array_index (jobs, i);

      if (cp_import_job_is_over (job))
        count_job (self, job);
    }
}

/* A search that was cancelled gives nothing. */
static void
scan_done_cb (GObject      *source_object,
              GAsyncResult *result,
              gpointer      user_data)
{
  CpImportQueue *self = CP_IMPORT_QUEUE (source_object);
  g_autoptr (GPtrArray) jobs = g_task_propagate_pointer (G_TASK (result), NULL);

  if (jobs != NULL)
    append_jobs (self, jobs);
  self->n_scans--;
  settle (self);
}

static GType
cp_import_queue_get_item_type (GListModel *model)
{
  return CP_TYPE_IMPORT_JOB;
}

static guint
cp_import_queue_get_n_items (GListModel *model)
{
  return CP_IMPORT_QUEUE (model)->jobs->len;
}

static gpointer
cp_import_queue_get_item (GListModel *model,
                          guint       position)
{
  CpImportQueue *self = CP_IMPORT_QUEUE (model);

  return position < self->jobs->len ? g_object_ref (g_ptr_array_index (self->jobs, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = cp_import_queue_get_item_type;
  iface->get_n_items = cp_import_queue_get_n_items;
  iface->get_item = cp_import_queue_get_item;
}

static void
cp_import_queue_finalize (GObject *object)
{
  CpImportQueue *self = CP_IMPORT_QUEUE (object);

  g_clear_object (&self->library);
  g_clear_object (&self->importer);
  g_clear_object (&self->analyzer);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->jobs, g_ptr_array_unref);

  G_OBJECT_CLASS (cp_import_queue_parent_class)->finalize (object);
}

static void
cp_import_queue_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  CpImportQueue *self = CP_IMPORT_QUEUE (object);

  switch (prop_id)
    {
    case PROP_RUNNING:
      g_value_set_boolean (value, self->running);
      break;

    case PROP_N_TOTAL:
      g_value_set_uint (value, self->jobs->len);
      break;

    case PROP_N_DONE:
      g_value_set_uint (value, self->n_done);
      break;

    case PROP_N_FAILED:
      g_value_set_uint (value, self->n_failed);
      break;

    case PROP_FRACTION:
      g_value_set_double (value, cp_import_queue_get_fraction (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cp_import_queue_class_init (CpImportQueueClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = cp_import_queue_finalize;
  object_class->get_property = cp_import_queue_get_property;

  properties[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, FALSE, flags);
  properties[PROP_N_TOTAL] = g_param_spec_uint ("n-total", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_DONE] = g_param_spec_uint ("n-done", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_FAILED] = g_param_spec_uint ("n-failed", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0.0, 1.0, 0.0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * CpImportQueue::imported:
   * @article: the article as the library has it
   *
   * An article has come into the library, or back into it.
   */
  signals[IMPORTED] = g_signal_new ("imported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 1, CP_TYPE_ARTICLE);

  /**
   * CpImportQueue::finished:
   *
   * All jobs are over: done, skipped, failed or cancelled.
   */
  signals[FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cp_import_queue_init (CpImportQueue *self)
{
  self->jobs = g_ptr_array_new_with_free_func (g_object_unref);
  self->cancellable = g_cancellable_new ();
}

/**
 * cp_import_queue_new:
 * @library: where the articles go
 * @importer: what reads the files
 * @analyzer: what suggests the articles' themes
 *
 * Returns: (transfer full): an empty queue
 */
CpImportQueue *
cp_import_queue_new (CpLibrary  *library,
                     CpImporter *importer,
                     CpAnalyzer *analyzer)
{
  CpImportQueue *self;

  g_return_val_if_fail (CP_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (CP_IS_IMPORTER (importer) && CP_IS_ANALYZER (analyzer), NULL);

  self = g_object_new (CP_TYPE_IMPORT_QUEUE, NULL);
  self->library = g_object_ref (library);
  self->importer = g_object_ref (importer);
  self->analyzer = g_object_ref (analyzer);

  return self;
}

/**
 * cp_import_queue_add:
 * @files: (array length=n_files): files and folders
 *
 * Queues @files, and all files in those that are folders, but for hidden ones. The work is done in other
 * threads while the default main context of this one is iterated, until #CpImportQueue:running is %FALSE. When
 * the queue was idle, the jobs of the last time are cleared first.
 */
void
cp_import_queue_add (CpImportQueue  *self,
                     GFile         **files,
                     guint           n_files)
{
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (CP_IS_IMPORT_QUEUE (self));
  g_return_if_fail (files != NULL || n_files == 0);

  cp_import_queue_clear (self);
  for (guint i = 0; i < n_files; i++)
    g_ptr_array_add (copies, g_object_ref (files[i]));

  self->n_scans++;
  set_running (self, TRUE);
  task = g_task_new (self, self->cancellable, scan_done_cb, NULL);
  g_task_set_task_data (task, g_steal_pointer (&copies), (GDestroyNotify) g_ptr_array_unref);
  cp_worker_run (task, scan_files, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * cp_import_queue_cancel:
 *
 * Stops as soon as can be. What is in the library stays there; jobs whose turn has not come are cancelled.
 */
void
cp_import_queue_cancel (CpImportQueue *self)
{
  g_return_if_fail (CP_IS_IMPORT_QUEUE (self));

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();

  while (self->next < self->jobs->len)
    {
      CpImportJob *job = g_ptr_array_index (self->jobs, self->next++);

      if (cp_import_job_is_over (job))
        continue;
      cp_import_job_finish (job, CP_IMPORT_CANCELLED, NULL, NULL, NULL);
      count_job (self, job);
    }
}

/**
 * cp_import_queue_clear:
 *
 * Forgets the jobs when all are over; otherwise does nothing.
 */
void
cp_import_queue_clear (CpImportQueue *self)
{
  guint n_jobs;

  g_return_if_fail (CP_IS_IMPORT_QUEUE (self));

  n_jobs = self->jobs->len;
  if (self->running || n_jobs == 0)
    return;

  g_ptr_array_set_size (self->jobs, 0);
  self->next = self->n_done = self->n_failed = 0;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_jobs, 0);
  for (guint property = PROP_N_TOTAL; property < N_PROPS; property++)
    notify (self, property);
}

gboolean
cp_import_queue_get_running (CpImportQueue *self)
{
  g_return_val_if_fail (CP_IS_IMPORT_QUEUE (self), FALSE);

  return self->running;
}

/**
 * cp_import_queue_get_n_total:
 *
 * Returns: how many files there are, of those found so far
 */
guint
cp_import_queue_get_n_total (CpImportQueue *self)
{
  g_return_val_if_fail (CP_IS_IMPORT_QUEUE (self), 0);

  return self->jobs->len;
}

/**
 * cp_import_queue_get_n_done:
 *
 * Returns: how many of them are over, in whatever way
 */
guint
cp_import_queue_get_n_done (CpImportQueue *self)
{
  g_return_val_if_fail (CP_IS_IMPORT_QUEUE (self), 0);

  return self->n_done;
}

/**
 * cp_import_queue_get_n_failed:
 *
 * Returns: how many of them failed
 */
guint
cp_import_queue_get_n_failed (CpImportQueue *self)
{
  g_return_val_if_fail (CP_IS_IMPORT_QUEUE (self), 0);

  return self->n_failed;
}

/**
 * cp_import_queue_get_fraction:
 *
 * Returns: the share of the files that are over, 0 to 1; 0 while there are none
 */
double
cp_import_queue_get_fraction (CpImportQueue *self)
{
  g_return_val_if_fail (CP_IS_IMPORT_QUEUE (self), 0.0);

  return self->jobs->len > 0 ? (double) self->n_done / self->jobs->len : 0.0;
}
