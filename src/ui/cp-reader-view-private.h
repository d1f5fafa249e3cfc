/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the reader view share, and what tests need of it: to ask its page, and to see it fail. */

#pragma once

#include "cp-reader-view.h"

G_BEGIN_DECLS

/* Where a mark is on the page, as shares of its height. */
typedef struct
{
  double top;
  double bottom;
} CpReaderExtent;

void      cp_reader_view_evaluate_async  (CpReaderView         *self,
                                          const char           *body,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
char     *cp_reader_view_evaluate_finish (CpReaderView         *self,
                                          GAsyncResult         *result,
                                          GError              **error);
void      cp_reader_view_crash           (CpReaderView         *self);

G_END_DECLS
