/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The formats that can be read. */

#pragma once

#include "cp-reader.h"

G_BEGIN_DECLS

extern const CpReader cp_html_reader;
extern const CpReader cp_html_reader;
extern const CpReader cp_markdown_reader;
extern const CpReader cp_plain_reader;

const CpReader *cp_readers_choose (const CpInput *input);

G_END_DECLS
