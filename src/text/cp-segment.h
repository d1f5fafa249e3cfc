/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the sentences and words of a text begin and end. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CpSpan:
 * @start: the first byte
 * @end: the byte after the last one
 *
 * A part of a UTF-8 text, in bytes.
 */
typedef struct
{
  gsize start;
  gsize end;
} CpSpan;

GArray *cp_segment_sentences (const char *text,
                              const char *language);
GArray *cp_segment_words     (const char *text,
                              const char *language);

G_END_DECLS
