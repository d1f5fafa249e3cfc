/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a format must offer so that the importer can read it. */

#pragma once

#include "cp-draft.h"
#include "cp-input.h"

G_BEGIN_DECLS

/**
 * CpReader:
 * @name: the format's name, for tests and messages to developers
 * @media_type: under which the original is kept
 * @sniff: how sure it is that the contents are of this format, 0 (they are not) to 100; the name of the
 *   file plays no part, since saved pages go by any name
 * @read: (transfer full): the blocks and the metadata of the contents. Fails with %CP_ERROR when they are
 *   broken beyond reading
 * @show: (nullable) (transfer full): the contents as a web page that looks like the original and can run and load
 *   nothing; @resources (element-type CpResource) are what came with it. Without it the text is shown as it is
 *
 * One format. Readers know nothing of each other and keep no state, so that several files can be read at once.
 */
typedef struct
{
  const char *name;
  const char *media_type;
  int       (*sniff) (const CpInput  *input);
  CpDraft  *(*read)  (const CpInput  *input,
                      GError        **error);
  char     *(*show)  (const CpInput  *input,
                      GPtrArray      *resources,
                      GError        **error);
} CpReader;

G_END_DECLS
