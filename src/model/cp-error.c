/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The errors that Counterpoint's layers report to the person who uses it. */

#define G_LOG_DOMAIN "cp-error"

#include "config.h"

#include "cp-error.h"

G_DEFINE_QUARK (cp-error-quark, cp_error)
