/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says in words what an import kept of a file and what it dropped. */

#pragma once

#include "cp-draft.h"

G_BEGIN_DECLS

char **cp_import_summary_list_kept    (CpDraft *draft);
char **cp_import_summary_list_dropped (CpDraft *draft);

G_END_DECLS
