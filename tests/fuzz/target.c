/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A libFuzzer target; the build names the reader or the container. */

#include "config.h"

#include "fuzz.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  FUZZ (&FUZZED, data, size);

  return 0;
}
