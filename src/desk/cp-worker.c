/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs the work of a task in another thread. */

#define G_LOG_DOMAIN "cp-worker"

#include "config.h"

#include "cp-worker.h"

typedef struct
{
  GTask          *task;
  CpWorkerFunc    func;
  GDestroyNotify  free_result;
  gpointer        result;
  GError         *error;
} Worker;

static void
work_in_thread (GTask        *inner,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Worker *worker = task_data;

  worker->result = worker->func (g_task_get_task_data (worker->task), g_task_get_cancellable (worker->task),
                                 &worker->error);
  g_task_return_boolean (inner, TRUE);
}

static void
work_done_cb (GObject      *source_object,
              GAsyncResult *result,
              gpointer      user_data)
{
  Worker *worker = user_data;

  if (worker->error != NULL)
    g_task_return_error (worker->task, worker->error);
  else
    g_task_return_pointer (worker->task, worker->result, worker->free_result);

  g_object_unref (worker->task);
  g_free (worker);
}

/**
 * cp_worker_run:
 * @task: a task with all that @func needs as its data
 * @func: what to do
 * @free_result: frees what @func gives, should nobody take it
 *
 * Runs @func in another thread and then returns its result, or its error, from @task, as
 * g_task_run_in_thread() does. But that lets the thread hold on to the task for a moment after its callback
 * ran, so that the thread may be the one that disposes of the task's source. Here all that @task
 * holds is let go in the thread that calls this, which has to run the default main context.
 */
void
cp_worker_run (GTask          *task,
               CpWorkerFunc    func,
               GDestroyNotify  free_result)
{
  Worker *worker = g_new0 (Worker, 1);
  g_autoptr (GTask) inner = g_task_new (NULL, NULL, work_done_cb, worker);

  worker->task = g_object_ref (task);
  worker->func = func;
  worker->free_result = free_result;
  g_task_set_task_data (inner, worker, NULL);
  g_task_run_in_thread (inner, work_in_thread);
}
