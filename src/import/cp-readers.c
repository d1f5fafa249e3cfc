/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The formats that can be read. */

#define G_LOG_DOMAIN "cp-readers"

#include "config.h"

#include "cp-readers.h"

#include <string.h>

/* A reader so sure knows its format by its first bytes; asking the others takes time and changes nothing. */
#define CERTAIN 99

static const CpReader * const readers[] = {
  &cp_docx_reader,
  &cp_epub_reader,
  &cp_pdf_reader,
  &cp_html_reader,
  &cp_mhtml_reader,
  &cp_mail_reader,
  &cp_webarchive_reader,
  &cp_markdown_reader,
  &cp_odt_reader,
  &cp_plain_reader,
};

/* The list ends with NULL, since it may be empty otherwise. */
static const CpContainer * const containers[] = {
  &cp_annotations_container,
  &cp_mbox_container,
  &cp_no_text_container,
  &cp_omnivore_container,
  &cp_omnivore_list_container,
  &cp_periodical_container,
  &cp_wallabag_container,
  &cp_zip_container,
  NULL,
};

/**
 * cp_readers_choose:
 * @confidence: (out): how sure the reader is, 0 when there is none
 *
 * Returns: (nullable): the reader that is surest of the input, or %NULL when none knows it
 */
const CpReader *
cp_readers_choose (const CpInput *input,
                   int           *confidence)
{
  const CpReader *best = NULL;

  *confidence = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (readers) && *confidence < CERTAIN; i++)
    {
      int sureness = readers[i]->sniff (input);

      if (sureness > *confidence)
        {
          best = readers[i];
          *confidence = sureness;
        }
    }

  return best;
}

/**
 * cp_readers_find:
 * @media_type: that of an original
 *
 * Returns: (nullable): the reader of that format
 */
const CpReader *
cp_readers_find (const char *media_type)
{
  for (gsize i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      if (strcmp (readers[i]->media_type, media_type) == 0)
        return readers[i];
    }

  return NULL;
}

/**
 * cp_readers_choose_container:
 * @confidence: (out): how sure the container is, 0 when there is none
 *
 * Returns: (nullable): the container format that is surest of the input, or %NULL when none knows it
 */
const CpContainer *
cp_readers_choose_container (const CpInput *input,
                             int           *confidence)
{
  const CpContainer *best = NULL;

  *confidence = 0;
  for (gsize i = 0; containers[i] != NULL; i++)
    {
      int sureness = containers[i]->sniff (input);

      if (sureness > *confidence)
        {
          best = containers[i];
          *confidence = sureness;
        }
    }

  return best;
}

/**
 * cp_readers_find_container:
 * @media_type: that of an original
 *
 * Returns: (nullable): the container format that keeps such originals
 */
const CpContainer *
cp_readers_find_container (const char *media_type)
{
  for (gsize i = 0; containers[i] != NULL; i++)
    {
      if (g_strcmp0 (containers[i]->media_type, media_type) == 0)
        return containers[i];
    }

  return NULL;
}
