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
  const CpAddition addition = {
    .article = cp_imported_get_article (imported),
    .original = cp_imported_get_original (imported),
    .media_type = cp_imported_get_media_type (imported),
    .themes = themes,
    .highlights = cp_imported_get_highlights (imported),
    .resources = cp_imported_get_resources (imported),
  };
  g_autoptr (GError) local_error = NULL;

  if (cp_library_add (self->library, &addition, &local_error))
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

static void
report (CpImportOutcome *outcome,
        CpImported      *imported)
{
  g_strfreev (outcome->kept);
  outcome->kept = g_strdupv ((char **) cp_imported_get_kept (imported));
  g_strfreev (outcome->dropped);
  outcome->dropped = g_strdupv ((char **) cp_imported_get_dropped (imported));
}

static char *
describe_skipped (CpArticle *saved,
                  CpArticle *read)
{
  const char *title = cp_article_get_title (saved);

  if (g_str_equal (cp_article_get_id (saved), cp_article_get_id (read)))
    return g_strdup_printf (_("The library has this already, as “%s”."), title);

  return g_strdup_printf (_("The library has this text from the same address already, as “%s”."), title);
}

static gboolean
take_piece (CpImportWork     *self,
            CpImported       *imported,
            CpImportOutcome  *outcome,
            GError          **error)
{
  CpArticle *article = cp_imported_get_article (imported);
  g_autofree char *same = cp_library_find_same (self->library, article);

  if (same != NULL)
    outcome->state = CP_IMPORT_SKIPPED;
  else if (!analyze_and_store (self, imported, outcome, error))
    return FALSE;

  if (same == NULL && outcome->state == CP_IMPORT_SKIPPED)
    same = cp_library_find_same (self->library, article);

  /* What the window shows is what the library has: an article that had been removed comes back with
   * what the reviewer did to it. */
  outcome->article = cp_library_get (self->library, same != NULL ? same : cp_article_get_id (article), error);
  if (outcome->article == NULL)
    return FALSE;

  report (outcome, imported);
  if (outcome->state == CP_IMPORT_SKIPPED)
    outcome->message = describe_skipped (outcome->article, article);

  return TRUE;
}

/* Highlights of pieces that are in the library, or may come into it later. */
static gboolean
take_annotations (CpImportWork     *self,
                  GPtrArray        *annotations,
                  CpImportOutcome  *outcome,
                  GError          **error)
{
  guint n_pending;

  outcome->annotated = cp_library_annotate (self->library, annotations, &n_pending, error);
  if (outcome->annotated == NULL)
    return FALSE;

  outcome->state = CP_IMPORT_DONE;
  g_strfreev (outcome->kept);
  outcome->kept = g_new0 (char *, 2);
  outcome->kept[0] = g_strdup_printf (ngettext ("%u highlight", "%u highlights", annotations->len), annotations->len);
  if (n_pending > 0)
    outcome->message =
      g_strdup_printf (ngettext ("%u highlight waits for its op-ed: import that too.",
                                 "%u highlights wait for their op-eds: import those too.", n_pending), n_pending);

  return TRUE;
}

/* A piece, or annotations alone. */
static gboolean
take (CpImportWork     *self,
      CpImported       *imported,
      CpImportOutcome  *outcome,
      GError          **error)
{
  if (cp_imported_get_article (imported) == NULL)
    return take_annotations (self, cp_imported_get_annotations (imported), outcome, error);

  return take_piece (self, imported, outcome, error);
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
  else if (!take (self, imported, outcome, &trouble))
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
