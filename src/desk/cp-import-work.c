/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a worker does with one file: read each piece in it, find its themes, store both. */

#define G_LOG_DOMAIN "cp-import-work"

#include "config.h"

#include "cp-import-work.h"

#include <glib/gi18n.h>

CpImportWork *
cp_import_work_new (CpImporter          *importer,
                    CpAnalyzer          *analyzer,
                    CpLibrary           *library,
                    CpImportJob         *job,
                    GCancellable        *cancellable,
                    CpImportOutcomeFunc  func,
                    gpointer             user_data)
{
  CpImportWork *self = g_new0 (CpImportWork, 1);

  self->importer = g_object_ref (importer);
  self->analyzer = g_object_ref (analyzer);
  self->library = g_object_ref (library);
  g_set_object (&self->file, cp_import_job_get_file (job));
  self->bytes = cp_import_job_dup_bytes (job);
  self->name = g_strdup (cp_import_job_get_path (job));
  self->cancellable = g_object_ref (cancellable);
  self->func = func;
  self->user_data = user_data;

  return self;
}

void
cp_import_work_free (CpImportWork *self)
{
  g_clear_object (&self->importer);
  g_clear_object (&self->analyzer);
  g_clear_object (&self->library);
  g_clear_object (&self->file);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->name, g_free);
  g_clear_object (&self->cancellable);
  g_free (self);
}

static void
fail (CpImportOutcome *outcome,
      const GError    *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      outcome->state = CP_IMPORT_CANCELLED;
    }
  else
    {
      outcome->state = CP_IMPORT_FAILED;
      outcome->message = g_strdup (error->message);
    }
}

/* Two files of the same bytes may be worked on at once, so that the library has the last word on which of
 * them came first. */
static gboolean
store (CpImportWork     *self,
       CpImported       *imported,
       GListModel       *themes,
       CpImportOutcome  *outcome,
       GError          **error)
{
  g_autoptr (GError) local_error = NULL;

  if (cp_library_add (self->library,
                      cp_imported_get_article (imported),
                      cp_imported_get_original (imported),
                      cp_imported_get_media_type (imported),
                      themes, &local_error))
    {
      outcome->state = CP_IMPORT_DONE;
      return TRUE;
    }

  if (g_error_matches (local_error, CP_ERROR, CP_ERROR_EXISTS))
    {
      outcome->state = CP_IMPORT_SKIPPED;
      return TRUE;
    }

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
analyze_and_store (CpImportWork     *self,
                   CpImported       *imported,
                   CpImportOutcome  *outcome,
                   GError          **error)
{
  g_autoptr (GListModel) themes =
    cp_analyzer_suggest_themes (self->analyzer, cp_imported_get_article (imported), self->cancellable, error);

  if (themes == NULL || g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;

  return store (self, imported, themes, outcome, error);
}

static gboolean
take_piece (CpImportWork     *self,
            CpImported       *imported,
            CpImportOutcome  *outcome,
            GError          **error)
{
  const char *id = cp_article_get_id (cp_imported_get_article (imported));

  if (cp_library_contains (self->library, id))
    outcome->state = CP_IMPORT_SKIPPED;
  else if (!analyze_and_store (self, imported, outcome, error))
    return FALSE;

  /* What the window shows is what the library has: an article that had been removed comes back with
   * what the reviewer did to it. */
  outcome->article = cp_library_get (self->library, id, error);
  if (outcome->article == NULL)
    return FALSE;

  g_strfreev (outcome->kept);
  outcome->kept = g_strdupv ((char **) cp_imported_get_kept (imported));
  g_strfreev (outcome->dropped);
  outcome->dropped = g_strdupv ((char **) cp_imported_get_dropped (imported));
  if (outcome->state == CP_IMPORT_SKIPPED)
    outcome->message = g_strdup_printf (_("The library has this already, as “%s”."),
                                        cp_article_get_title (outcome->article));

  return TRUE;
}

static gboolean
piece_read_cb (const char   *path,
               CpImported   *imported,
               const GError *error,
               gpointer      user_data)
{
  CpImportWork *self = user_data;
  g_autoptr (CpImportOutcome) outcome = cp_import_outcome_new (path, CP_IMPORT_FAILED);
  g_autoptr (GError) trouble = NULL;

  if (error != NULL)
    fail (outcome, error);
  else if (!take_piece (self, imported, outcome, &trouble))
    fail (outcome, trouble);

  self->func (g_steal_pointer (&outcome), self->user_data);

  return !g_cancellable_is_cancelled (self->cancellable);
}

/**
 * cp_import_work_run:
 *
 * Does the work and tells what became of each piece: of one at least, if only that the file could not be opened,
 * unless it is cancelled. Blocks.
 */
void
cp_import_work_run (CpImportWork *self)
{
  g_autoptr (GError) error = NULL;

  if (self->bytes != NULL)
    cp_importer_read_each_of_bytes (self->importer, self->bytes, self->name, self->cancellable,
                                    piece_read_cb, self);
  else if (!cp_importer_read_each (self->importer, self->file, self->cancellable, piece_read_cb, self, &error) &&
           !g_cancellable_is_cancelled (self->cancellable))
    {
      g_autoptr (CpImportOutcome) outcome = cp_import_outcome_new (self->name, CP_IMPORT_FAILED);

      fail (outcome, error);
      self->func (g_steal_pointer (&outcome), self->user_data);
    }
}
