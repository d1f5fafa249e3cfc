/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of one piece on its way into the library. */

#define G_LOG_DOMAIN "cp-import-outcome"

#include "config.h"

#include "cp-import-outcome.h"

/**
 * cp_import_outcome_new:
 * @path: the file, and where in it the piece is
 * @state: whether it is in the library now
 *
 * Returns: (transfer full): an outcome that knows nothing else
 */
CpImportOutcome *
cp_import_outcome_new (const char    *path,
                       CpImportState  state)
{
  CpImportOutcome *self = g_new0 (CpImportOutcome, 1);

  self->path = g_strdup (path);
  self->state = state;
  self->kept = g_new0 (char *, 1);
  self->dropped = g_new0 (char *, 1);

  return self;
}

void
cp_import_outcome_free (CpImportOutcome *self)
{
  g_free (self->path);
  g_clear_object (&self->article);
  g_free (self->message);
  g_strfreev (self->kept);
  g_strfreev (self->dropped);
  g_strfreev (self->annotated);
  g_free (self);
}
