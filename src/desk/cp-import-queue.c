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
  gint64        start;
};

enum
{
  PROP_0,
  PROP_RUNNING,
  PROP_N_TOTAL,
  PROP_N_DONE,
  PROP_N_FAILED,
  PROP_FRACTION,
  PROP_RATE,
  N_PROPS
};

enum
{
  IMPORTED,
  ANNOTATED,
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
  if (running)
    self->start = g_get_monotonic_time ();
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
  notify (self, PROP_RATE);
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

/* What a worker has to tell of a piece, on its way to the main thread. The task of the job keeps the queue alive
 * until all of them have come. */
typedef struct
{
  CpImportQueue   *queue;
  CpImportJob     *job;
  CpImportOutcome *outcome;
} Delivery;

static void
free_delivery (gpointer data)
{
  Delivery *delivery = data;

  cp_import_outcome_free (delivery->outcome);
  g_free (delivery);
}

/* The job of a file is that of its first piece; each piece after that gets a job of its own. */
static CpImportJob *
find_job_for_piece (CpImportQueue *self,
                    CpImportJob   *job)
{
  CpImportJob *added;

  if (!cp_import_job_is_over (job))
    return job;

  if (cp_import_job_get_file (job) != NULL)
    {
      added = cp_import_job_new (cp_import_job_get_file (job));
    }
  else
    {
      g_autoptr (GBytes) bytes = cp_import_job_dup_bytes (job);

      added = cp_import_job_new_for_bytes (bytes, cp_import_job_get_path (job));
    }

  /* It is over when it comes; those that wait stand behind it. */
  g_ptr_array_insert (self->jobs, self->next, added);
  g_list_model_items_changed (G_LIST_MODEL (self), self->next, 0, 1);
  self->next++;
  notify (self, PROP_N_TOTAL);

  return added;
}

static gboolean
deliver_cb (gpointer user_data)
{
  Delivery *delivery = user_data;
  CpImportQueue *self = delivery->queue;
  CpImportOutcome *outcome = delivery->outcome;
  CpImportJob *job = find_job_for_piece (self, delivery->job);
  CpArticle *article = outcome->article;

  if (outcome->state == CP_IMPORT_DONE && article != NULL)
    g_signal_emit (self, signals[IMPORTED], 0, article);
  for (guint i = 0; outcome->annotated != NULL && outcome->annotated[i] != NULL; i++)
    g_signal_emit (self, signals[ANNOTATED], 0, outcome->annotated[i]);

  cp_import_job_set_path (job, outcome->path);
  cp_import_job_set_report (job, (const char * const *) outcome->kept, (const char * const *) outcome->dropped);
  cp_import_job_finish (job, outcome->state,
                        article != NULL ? cp_article_get_id (article) : NULL,
                        article != NULL ? cp_article_get_title (article) : NULL,
                        outcome->message);
  count_job (self, job);

  return G_SOURCE_REMOVE;
}

static void
post_outcome (CpImportOutcome *outcome,
              gpointer         user_data)
{
  Delivery *delivery = g_memdup2 (user_data, sizeof (Delivery));

  delivery->outcome = outcome;
  /* Never in the worker's own thread, as g_main_context_invoke() does while nobody iterates the main context. */
  g_idle_add_full (G_PRIORITY_DEFAULT, deliver_cb, delivery, free_delivery);
}

static void
work_done_cb (GObject      *source_object,
              GAsyncResult *result,
              gpointer      user_data)
{
  CpImportQueue *self = CP_IMPORT_QUEUE (source_object);
  g_autofree Delivery *template = user_data;
  g_autoptr (CpImportJob) job = template->job;

  /* Cancelled before any piece of it was read. */
  if (!cp_import_job_is_over (job))
    {
      cp_import_job_finish (job, CP_IMPORT_CANCELLED, NULL, NULL, NULL);
      count_job (self, job);
    }

  self->n_workers--;
  settle (self);
}

static void
start_job (CpImportQueue *self,
           CpImportJob   *job)
{
  Delivery *template = g_new0 (Delivery, 1);
  g_autoptr (GTask) task = g_task_new (self, NULL, work_done_cb, template);

  template->queue = self;
  template->job = g_object_ref (job);
  g_task_set_task_data (task,
                        cp_import_work_new (self->importer, self->analyzer, self->library, job, self->cancellable,
                                            post_outcome, template),
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

    case PROP_RATE:
      g_value_set_double (value, cp_import_queue_get_rate (self));
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
  properties[PROP_RATE] = g_param_spec_double ("rate", NULL, NULL, 0.0, G_MAXDOUBLE, 0.0, flags);
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
   * CpImportQueue::annotated:
   * @id: an article of the library
   *
   * Annotations that came in without it are highlights of the article now.
   */
  signals[ANNOTATED] = g_signal_new ("annotated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

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
 * cp_import_queue_add_bytes:
 * @bytes: what was pasted or dropped: a web page, Markdown, plain text, or any other contents of a file
 * @name: how it is called where it is shown
 *
 * Queues what is not in a file; otherwise as cp_import_queue_add().
 */
void
cp_import_queue_add_bytes (CpImportQueue *self,
                           GBytes        *bytes,
                           const char    *name)
{
  g_autoptr (GPtrArray) jobs = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (CP_IS_IMPORT_QUEUE (self));
  g_return_if_fail (bytes != NULL && name != NULL);

  cp_import_queue_clear (self);
  g_ptr_array_add (jobs, cp_import_job_new_for_bytes (bytes, name));
  append_jobs (self, jobs);
  settle (self);
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

/**
 * cp_import_queue_get_rate:
 *
 * Returns: how many pieces were over each second since the work began; 0 when none is yet
 */
double
cp_import_queue_get_rate (CpImportQueue *self)
{
  double seconds;

  g_return_val_if_fail (CP_IS_IMPORT_QUEUE (self), 0.0);

  seconds = (g_get_monotonic_time () - self->start) / (double) G_USEC_PER_SEC;

  return self->n_done > 0 && seconds > 0 ? self->n_done / seconds : 0.0;
}
