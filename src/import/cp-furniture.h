/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells what the publisher put around a piece from the piece, by what the blocks say. */

#pragma once

#include "cp-draft.h"

G_BEGIN_DECLS

void cp_furniture_mark (CpDraft *draft);

G_END_DECLS
