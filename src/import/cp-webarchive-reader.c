/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Web archives of Safari → blocks, metadata and pictures. */

#define G_LOG_DOMAIN "cp-webarchive-reader"

#include "config.h"

#include "cp-html-reader.h"
#include "cp-readers.h"
#include "cp-sealed-page.h"
#include "cp-webarchive.h"

#define CONFIDENCE 99

/* Frames that are searched for the text when the page itself has none. */
#define MAX_FRAMES 16

static int
sniff_webarchive (const CpInput *input)
{
  return cp_webarchive_is_one (input) ? CONFIDENCE : 0;
}

static CpDraft *
read_archive (CpWebarchive  *archive,
              const char    *name,
              GError       **error)
{
  g_autoptr (CpMetadata) known = cp_metadata_new ();
  const CpHtmlSource page = {
    .text = archive->text, .length = archive->length, .name = name, .files = archive->files, .known = known
  };
  const CpInput text = { .name = name, .text = archive->text, .length = archive->length };
  CpDraft *draft;

  cp_metadata_offer (known, CP_FIELD_URL, archive->url, CP_EVIDENCE_GUESS, "WebResourceURL");
  if (archive->is_html)
    return cp_html_read_page (&page, error);

  draft = cp_plain_reader.read (&text, error);
  if (draft != NULL)
    cp_metadata_merge (draft->metadata, known);

  return draft;
}

/* Old sites put the piece into a frame. */
static CpDraft *
read_frames (CpWebarchive *archive,
             const char   *name)
{
  for (guint i = 0; i < MAX_FRAMES; i++)
    {
      g_autoptr (CpWebarchive) frame = cp_webarchive_new_frame (archive, i);
      g_autoptr (CpDraft) draft = frame != NULL ? read_archive (frame, name, NULL) : NULL;

      if (frame == NULL)
        break;
      if (draft != NULL && cp_draft_has_body (draft))
        return g_steal_pointer (&draft);
    }

  return NULL;
}

static CpDraft *
read_webarchive (const CpInput  *input,
                 GError        **error)
{
  g_autoptr (CpWebarchive) archive = cp_webarchive_new (input, error);
  g_autoptr (CpDraft) draft = NULL;
  CpDraft *framed;

  if (archive == NULL)
    return NULL;

  draft = read_archive (archive, input->name, error);
  if (draft == NULL || cp_draft_has_body (draft))
    return g_steal_pointer (&draft);

  framed = read_frames (archive, input->name);

  return framed != NULL ? framed : g_steal_pointer (&draft);
}

static char *
show_webarchive (const CpInput  *input,
                 GPtrArray      *resources,
                 GError        **error)
{
  g_autoptr (CpWebarchive) archive = cp_webarchive_new (input, error);

  if (archive == NULL)
    return NULL;

  return archive->is_html ? cp_sealed_page_new (archive->text, archive->length, archive->files)
                          : cp_sealed_page_new_for_text (archive->text);
}

const CpReader cp_webarchive_reader = {
  .name = "webarchive",
  .media_type = "application/x-webarchive",
  .sniff = sniff_webarchive,
  .read = read_webarchive,
  .show = show_webarchive,
};
