/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The formats that can be read. */

#define G_LOG_DOMAIN "cp-readers"

#include "config.h"

#include "cp-readers.h"

/* A reader so sure knows its format by its first bytes; asking the others takes time and changes nothing. */
#define CERTAIN 99

static const CpReader * const readers[] = {
  &cp_html_reader,
  &cp_markdown_reader,
  &cp_plain_reader,
};

/**
 * cp_readers_choose:
 *
 * Returns: (nullable): the reader that is surest of the input, or %NULL when none knows it
 */
const CpReader *
cp_readers_choose (const CpInput *input)
{
  const CpReader *best = NULL;
  int best_confidence = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (readers) && best_confidence < CERTAIN; i++)
    {
      int confidence = readers[i]->sniff (input);

      if (confidence > best_confidence)
        {
          best = readers[i];
          best_confidence = confidence;
        }
    }

  return best;
}
