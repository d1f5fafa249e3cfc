/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the fuzzers and the replay of their findings do with one input. */

#pragma once

#include "cp-readers.h"

G_BEGIN_DECLS

/* What the program that opens PDF documents answers, should one have taken it over. */
extern const CpReader cp_pdf_layout_reader;

void fuzz_reader    (const CpReader    *reader,
                     const guint8      *data,
                     gsize              size);
void fuzz_container (const CpContainer *container,
                     const guint8      *data,
                     gsize              size);

G_END_DECLS
