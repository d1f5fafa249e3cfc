/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words as they lie on a line → words in the order of reading. */

#pragma once

#include "cp-pdf-page.h"

G_BEGIN_DECLS

gboolean cp_pdf_bidi_is_rightward  (gunichar  character);
gboolean cp_pdf_bidi_is_leftward   (gunichar  character);
void     cp_pdf_bidi_order         (GArray   *words);

G_END_DECLS
