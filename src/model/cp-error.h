/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The errors that Counterpoint's layers report to the person who uses it. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define CP_ERROR (cp_error_quark ())

/**
 * CpError:
 * @CP_ERROR_FAILED: something went wrong that no other code names
 * @CP_ERROR_NOT_FOUND: the file or the article does not exist
 * @CP_ERROR_UNREADABLE: the file exists but may not or cannot be read
 * @CP_ERROR_EMPTY: the file holds no bytes, or no text
 * @CP_ERROR_UNSUPPORTED: the file is of a format that no reader knows
 * @CP_ERROR_DAMAGED: the file is of a known format but broken
 * @CP_ERROR_TOO_LARGE: the file is over the limit of what is read
 * @CP_ERROR_LIBRARY: the library on disk cannot be opened, read or written
 * @CP_ERROR_EXISTS: the library has the article already
 *
 * Every message is a translated sentence that names the file and says what to do.
 */
typedef enum
{
  CP_ERROR_FAILED,
  CP_ERROR_NOT_FOUND,
  CP_ERROR_UNREADABLE,
  CP_ERROR_EMPTY,
  CP_ERROR_UNSUPPORTED,
  CP_ERROR_DAMAGED,
  CP_ERROR_TOO_LARGE,
  CP_ERROR_LIBRARY,
  CP_ERROR_EXISTS,
} CpError;

GQuark cp_error_quark (void);

G_END_DECLS
