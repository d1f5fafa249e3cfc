/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The themes of articles, as the library has them or else as they are suggested. */

#pragma once

#include "cp-library.h"

G_BEGIN_DECLS

GListModel *cp_desk_themes_read (CpLibrary     *library,
                                 CpArticle     *article,
                                 gboolean      *saved,
                                 GCancellable  *cancellable,
                                 GError       **error);
GListModel *cp_desk_themes_copy (GListModel    *themes);

G_END_DECLS
