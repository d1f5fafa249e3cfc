/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The original of a saved piece as a page that can be looked at. */

#define G_LOG_DOMAIN "cp-original"

#include "config.h"

#include "cp-original.h"
#include "cp-readers.h"
#include "cp-sealed-page.h"

/**
 * cp_original_show:
 * @original: the bytes of a file, as they were imported
 * @media_type: the format that they were read as
 * @resources: (element-type CpResource): the files that came with it
 * @error: %CP_ERROR_DAMAGED when they cannot be read any more
 *
 * Makes a page that looks like the original. It has no scripts, frames, forms and remote addresses in it, and is
 * meant for a view that allows none of them either. Blocks; may be called from several threads.
 *
 * Returns: (transfer full) (nullable): the page as HTML, or %NULL with @error set
 */
char *
cp_original_show (GBytes      *original,
                  const char  *media_type,
                  GPtrArray   *resources,
                  GError     **error)
{
  const CpReader *reader = cp_readers_find (media_type);
  const CpContainer *container = cp_readers_find_container (media_type);
  g_auto (CpInput) input = { NULL };

  cp_input_init (&input, original, media_type, NULL);

  if (reader != NULL && reader->show != NULL)
    return reader->show (&input, resources, error);

  if (container != NULL && container->show != NULL)
    return container->show (&input, resources, error);

  return cp_sealed_page_new_for_text (input.text != NULL ? input.text : "");
}
