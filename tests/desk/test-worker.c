/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Work goes to another thread; what its task holds does not. */

#include "config.h"

#include "cp-history.h"
#include "cp-worker.h"

static gpointer
tell_thread (gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  return g_thread_self ();
}

static gpointer
fail (gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s does not work", (const char *) data);

  return NULL;
}

typedef struct
{
  gboolean  made;
  gpointer  object;
} Making;

static gpointer
make_object (gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  Making *making = data;

  making->made = TRUE;
  making->object = g_object_new (CP_TYPE_HISTORY, NULL);
  g_object_add_weak_pointer (making->object, &making->object);

  return making->object;
}

static void
keep_result_cb (GObject      *source_object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

static GTask *
run (CpWorkerFunc    func,
     gpointer        data,
     GDestroyNotify  free_result,
     GCancellable   *cancellable)
{
  GAsyncResult *result = NULL;
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, keep_result_cb, &result);

  g_task_set_task_data (task, data, NULL);
  cp_worker_run (task, func, free_result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return G_TASK (result);
}

static void
test_work_is_done_in_another_thread (void)
{
  g_autoptr (GTask) task = run (tell_thread, NULL, NULL, NULL);
  gpointer thread = g_task_propagate_pointer (task, NULL);

  g_assert_nonnull (thread);
  g_assert_true (thread != g_thread_self ());
}

static void
test_what_went_wrong_is_passed_on (void)
{
  char name[] = "This";
  g_autoptr (GTask) task = run (fail, name, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (g_task_propagate_pointer (task, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_cmpstr (error->message, ==, "This does not work");
}

static void
test_a_result_that_nobody_takes_is_freed (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Making making = { FALSE, NULL };
  GTask *task;

  g_cancellable_cancel (cancellable);
  task = run (make_object, &making, g_object_unref, cancellable);
  g_assert_null (g_task_propagate_pointer (task, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_finalize_object (task);
  g_assert_true (making.made);
  g_assert_null (making.object);
}

static void
note_thread_cb (gpointer  data,
                GObject  *where_the_object_was)
{
  *(GThread **) data = g_thread_self ();
}

static void
test_the_source_dies_in_the_thread_it_came_from (void)
{
  /* Often, since with g_task_run_in_thread() it depends on which thread comes last. */
  for (int i = 0; i < 500; i++)
    {
      GObject *source = g_object_new (CP_TYPE_HISTORY, NULL);
      GTask *task = g_task_new (source, NULL, NULL, NULL);
      GThread *thread = NULL;

      g_object_weak_ref (source, note_thread_cb, &thread);
      g_object_unref (source);
      cp_worker_run (task, tell_thread, NULL);
      g_object_unref (task);
      while (thread == NULL)
        g_main_context_iteration (NULL, TRUE);
      g_assert_true (thread == g_thread_self ());
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/worker/work-is-done-in-another-thread", test_work_is_done_in_another_thread);
  g_test_add_func ("/worker/what-went-wrong-is-passed-on", test_what_went_wrong_is_passed_on);
  g_test_add_func ("/worker/a-result-nobody-takes-is-freed", test_a_result_that_nobody_takes_is_freed);
  g_test_add_func ("/worker/the-source-dies-where-it-came-from", test_the_source_dies_in_the_thread_it_came_from);

  return g_test_run ();
}
