/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Has a PDF document opened by a process that may break. */

#pragma once

#include "cp-pdf-protocol.h"

G_BEGIN_DECLS

GVariant *cp_pdf_process_run (GBytes      *bytes,
                              const char  *name,
                              const char  *mode,
                              GError     **error);

G_END_DECLS
