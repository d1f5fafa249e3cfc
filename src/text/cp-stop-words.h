/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that carry no matter, and abbreviations, by language. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean cp_stop_words_known       (const char *language);
gboolean cp_stop_words_contains    (const char *language,
                                    const char *word);
gboolean cp_abbreviations_contains (const char *language,
                                    const char *word);

G_END_DECLS
