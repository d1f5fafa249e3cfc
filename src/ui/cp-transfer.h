/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What another program offers by drag and drop or on the clipboard, as something to import. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CpTransfer:
 * @files: (element-type GFile) (nullable): files, when files are offered
 * @bytes: (nullable): otherwise a page or a text
 */
typedef struct
{
  GPtrArray *files;
  GBytes    *bytes;
} CpTransfer;

void               cp_transfer_free           (CpTransfer           *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CpTransfer, cp_transfer_free)

GdkContentFormats *cp_transfer_get_selections (void);
gboolean           cp_transfer_is_offered     (GdkContentFormats    *formats);
void               cp_transfer_paste_async    (GdkClipboard         *clipboard,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
void               cp_transfer_drop_async     (GdkDrop              *drop,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
CpTransfer        *cp_transfer_finish         (GAsyncResult         *result,
                                               GError              **error);

G_END_DECLS
