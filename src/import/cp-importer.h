/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes or a file → an article, by the reader that knows the format. */

#pragma once

#include "cp-imported.h"

G_BEGIN_DECLS

/* The largest file that is read. */
#define CP_IMPORTER_MAX_SIZE (64 * 1024 * 1024)

/**
 * CpImportedFunc:
 * @path: the file, and where in it the piece is
 * @imported: (nullable): what was read, or %NULL when it could not be
 * @error: (nullable): why it could not be read
 *
 * Returns: whether to go on
 */
typedef gboolean (*CpImportedFunc) (const char   *path,
                                    CpImported   *imported,
                                    const GError *error,
                                    gpointer      user_data);

#define CP_TYPE_IMPORTER (cp_importer_get_type ())
G_DECLARE_FINAL_TYPE (CpImporter, cp_importer, CP, IMPORTER, GObject)

CpImporter *cp_importer_new         (void);

CpImported *cp_importer_read_bytes  (CpImporter           *self,
                                     GBytes               *bytes,
                                     const char           *display_name,
                                     GError              **error);
gboolean    cp_importer_read_each   (CpImporter           *self,
                                     GFile                *file,
                                     GCancellable         *cancellable,
                                     CpImportedFunc        func,
                                     gpointer              user_data,
                                     GError              **error);
void        cp_importer_read_each_of_bytes
                                    (CpImporter           *self,
                                     GBytes               *bytes,
                                     const char           *display_name,
                                     GCancellable         *cancellable,
                                     CpImportedFunc        func,
                                     gpointer              user_data);
CpImported *cp_importer_read        (CpImporter           *self,
                                     GFile                *file,
                                     GCancellable         *cancellable,
                                     GError              **error);
void        cp_importer_read_async  (CpImporter           *self,
                                     GFile                *file,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
CpImported *cp_importer_read_finish (CpImporter           *self,
                                     GAsyncResult         *result,
                                     GError              **error);

G_END_DECLS
