/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a worker does with one file: read it, find its themes, store both. */

#define G_LOG_DOMAIN "cp-import-work"

#include "config.h"

#include "cp-import-work.h"

#include <glib/gi18n.h>

CpImportWork *
cp_import_work_new (CpImporter   *importer,
                    CpAnalyzer   *analyzer,
                    CpLibrary    *library,
                    GFile        *file,
                    GCancellable *cancellable)
{
  CpImportWork *self = g_new0 (CpImportWork, 1);

  self->importer = g_object_ref (importer);
  self->analyzer = g_object_ref (analyzer);
  self->library = g_object_ref (library);
  self->file = g_object_ref (file);
  self->cancellable = g_object_ref (cancellable);
  self->state = CP_IMPORT_WAITING;

  return self;
}

void
cp_import_work_free (CpImportWork *self)
{
  g_clear_object (&self->importer);
  g_clear_object (&self->analyzer);
  g_clear_object (&self->library);
  g_clear_object (&self->file);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->imported);
  g_clear_object (&self->article);
  g_clear_pointer (&self->message, g_free);
  g_free (self);
}

static void
fail (CpImportWork *self,
      const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      self->state = CP_IMPORT_CANCELLED;
    }
  else
    {
      self->state = CP_IMPORT_FAILED;
      self->message = g_strdup (error->message);
    }
}

/* Two files of the same bytes may be worked on at once, so that the library has the last word on which of
 * them came first. */
static gboolean
store (CpImportWork  *self,
       GListModel    *themes,
       GError       **error)
{
  g_autoptr (GError) local_error = NULL;

  if (cp_library_add (self->library,
                      cp_imported_get_article (self->imported),
                      cp_imported_get_original (self->imported),
                      cp_imported_get_media_type (self->imported),
                      themes, &local_error))
    {
      self->state = CP_IMPORT_DONE;
      return TRUE;
    }

  if (g_error_matches (local_error, CP_ERROR, CP_ERROR_EXISTS))
    {
      self->state = CP_IMPORT_SKIPPED;
      return TRUE;
    }

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
analyze_and_store (CpImportWork  *self,
                   GError       **error)
{
  g_autoptr (GListModel) themes =
    cp_analyzer_suggest_themes (self->analyzer, cp_imported_get_article (self->imported), self->cancellable, error);

  if (themes == NULL || g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;

  return store (self, themes, error);
}

static gboolean
run_steps (CpImportWork  *self,
           GError       **error)
{
  const char *id;

  self->imported = cp_importer_read (self->importer, self->file, self->cancellable, error);
  if (self->imported == NULL)
    return FALSE;

  id = cp_article_get_id (cp_imported_get_article (self->imported));
  if (cp_library_contains (self->library, id))
    self->state = CP_IMPORT_SKIPPED;
  else if (!analyze_and_store (self, error))
    return FALSE;

  /* What the window shows is what the library has: an article that had been removed comes back with
   * what the reviewer did to it. */
  self->article = cp_library_get (self->library, id, error);

  return self->article != NULL;
}

/**
 * cp_import_work_run:
 *
 * Does the work and notes what became of it. Blocks.
 */
void
cp_import_work_run (CpImportWork *self)
{
  g_autoptr (GError) error = NULL;

  if (!run_steps (self, &error))
    fail (self, error);
  else if (self->state == CP_IMPORT_SKIPPED)
    self->message = g_strdup_printf (_("The library has this already, as “%s”."),
                                     cp_article_get_title (self->article));
}
