/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Web pages saved with all they show as one file (MHTML, RFC 2557) → blocks, metadata and pictures. */

#define G_LOG_DOMAIN "cp-mhtml-reader"

#include "config.h"

#include "cp-mime-message.h"
#include "cp-mime-scan.h"
#include "cp-readers.h"

#define CONFIDENCE 99

static int
sniff_mhtml (const CpInput *input)
{
  gsize size;
  const char *data = g_bytes_get_data (input->bytes, &size);

  return cp_mime_scan_get_kind (data, size) == CP_MIME_PAGE ? CONFIDENCE : 0;
}

/* The date of the headers is the day on which the page was saved, and says nothing about the piece. */
static CpMetadata *
read_headers (CpMimeMessage *message)
{
  CpMetadata *metadata = cp_metadata_new ();
  g_autofree char *address = cp_mime_message_dup_header (message, "Snapshot-Content-Location");
  g_autofree char *subject = cp_mime_message_dup_header (message, "Subject");

  cp_metadata_offer (metadata, CP_FIELD_URL, address != NULL ? address : message->location, CP_EVIDENCE_GUESS,
                     address != NULL ? "Snapshot-Content-Location" : "Content-Location");
  cp_metadata_offer (metadata, CP_FIELD_TITLE, subject, CP_EVIDENCE_GUESS, "Subject");

  return metadata;
}

static CpDraft *
read_mhtml (const CpInput  *input,
            GError        **error)
{
  g_autoptr (CpMimeMessage) message = cp_mime_message_new (input->bytes, input->name, error);
  g_autoptr (CpMetadata) known = NULL;

  if (message == NULL)
    return NULL;

  known = read_headers (message);

  return cp_mime_message_read (message, input->name, known, error);
}

static char *
show_mhtml (const CpInput  *input,
            GPtrArray      *resources,
            GError        **error)
{
  g_autoptr (CpMimeMessage) message = cp_mime_message_new (input->bytes, input->name, error);

  return message != NULL ? cp_mime_message_show (message) : NULL;
}

const CpReader cp_mhtml_reader = {
  .name = "mhtml",
  .media_type = "multipart/related",
  .sniff = sniff_mhtml,
  .read = read_mhtml,
  .show = show_mhtml,
};
