/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes between the reader view and the script of its page. */

#pragma once

#include <webkit/webkit.h>

#include "cp-reader-view.h"

G_BEGIN_DECLS

char   *cp_reader_message_new_marks      (const CpReaderMark *marks,
                                          guint               n_marks);
char   *cp_reader_message_new_highlights (GListModel         *highlights);

char   *cp_reader_message_dup_string     (JSCValue           *message,
                                          const char         *name);
int     cp_reader_message_get_int        (JSCValue           *message,
                                          const char         *name);
double  cp_reader_message_get_double     (JSCValue           *message,
                                          const char         *name);
void    cp_reader_message_get_extents    (JSCValue           *message,
                                          GArray             *extents);

G_END_DECLS
