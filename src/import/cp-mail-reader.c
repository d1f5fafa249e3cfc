/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Newsletters saved as letters → blocks, metadata and pictures. */

#define G_LOG_DOMAIN "cp-mail-reader"

#include "config.h"

#include "cp-html-page.h"
#include "cp-mail-sender.h"
#include "cp-mime-message.h"
#include "cp-mime-scan.h"
#include "cp-pattern.h"
#include "cp-readers.h"

#include <string.h>

#define CONFIDENCE 99

/* A longer block, in bytes, is more than the way to the page. */
#define MAX_LINE 300

/* "Fwd: [The Ferry] Let the boats run" */
static CpPattern subject_marks = CP_PATTERN ("^(?:\\s*(?:(?:re|fwd?|wg|aw|tr|rv|vs|sv|antw)\\s*:|\\[[^\\]]{1,40}\\]))+\\s*(?=\\S)");

/* What newsletters call the way to their page on the web. */
static CpPattern view_online = CP_PATTERN (
  "\\b(?:(?:view|read|open|see|display)\\b.{0,30}\\b(?:in (?:your |a |the )?(?:web )?browser|online|on (?:the )?(?:web|site)|in app)|"
  "(?:web|online|browser)[ -]?version|im browser|online (?:lesen|ansehen|anzeigen)|version en ligne|(?:dans|sur) (?:le|votre) navigateur|"
  "en (?:el|su|tu) navegador|versión (?:web|en línea)|nel (?:tuo )?browser|no (?:seu )?navegador|in (?:je|uw) browser|w przeglądarce|"
  "в браузере)");
static CpPattern address = CP_PATTERN ("https?://[^\\s<>\"')\\]]+");

static int
sniff_mail (const CpInput *input)
{
  gsize size;
  const char *data = g_bytes_get_data (input->bytes, &size);

  return cp_mime_scan_get_kind (data, size) == CP_MIME_LETTER ? CONFIDENCE : 0;
}

static void
read_subject (CpMimeMessage *message,
              CpMetadata    *metadata)
{
  g_autofree char *subject = cp_mime_message_dup_header (message, "Subject");
  g_autofree char *marks = subject != NULL ? cp_pattern_fetch (&subject_marks, subject, 0) : NULL;

  if (subject != NULL)
    cp_metadata_offer (metadata, CP_FIELD_TITLE, subject + (marks != NULL ? strlen (marks) : 0),
                       CP_EVIDENCE_PAGE, "Subject");
}

/* The day where the sender is. */
static void
read_date (CpMimeMessage *message,
           CpMetadata    *metadata)
{
  GDateTime *date = g_mime_message_get_date (message->message);
  g_autofree char *day = date != NULL ? g_date_time_format (date, "%Y-%m-%d") : NULL;

  cp_metadata_offer (metadata, CP_FIELD_PUBLISHED, day, CP_EVIDENCE_META, "Date");
}

/* RFC 5064: where the list keeps the letter. */
static void
read_archive_address (CpMimeMessage *message,
                      CpMetadata    *metadata)
{
  g_autofree char *archived = cp_mime_message_dup_header (message, "Archived-At");
  g_autofree char *url = archived != NULL ? cp_pattern_fetch (&address, archived, 0) : NULL;

  cp_metadata_offer (metadata, CP_FIELD_URL, url, CP_EVIDENCE_META, "Archived-At");
}

static CpMetadata *
read_headers (CpMimeMessage *message)
{
  CpMetadata *metadata = cp_metadata_new ();
  g_autofree char *list = cp_mime_message_dup_header (message, "List-Id");

  read_subject (message, metadata);
  read_date (message, metadata);
  read_archive_address (message, metadata);
  cp_mail_sender_read (g_mime_message_get_from (message->message), list, metadata);

  return metadata;
}

/* "View this post on the web at https://…", a link or the address itself. */
static gboolean
read_online_address (CpDraftBlock *block,
                     CpMetadata   *metadata)
{
  g_autofree char *url = NULL;

  if (block->text->len > MAX_LINE || !cp_pattern_matches (&view_online, block->text->str))
    return FALSE;

  url = block->link != NULL ? g_strdup (block->link) : cp_pattern_fetch (&address, block->text->str, 0);
  cp_metadata_offer (metadata, CP_FIELD_URL, url, CP_EVIDENCE_TEXT, NULL);

  return url != NULL;
}

/* A subject may say more than the headline that stands in the letter: the name of the series, the number. */
static gboolean
read_headline (CpDraftBlock *block,
               const char   *subject,
               CpMetadata   *metadata)
{
  g_autofree char *heading = NULL;
  g_autofree char *whole = NULL;

  if (subject == NULL || block->kind != CP_BLOCK_HEADING || strchr (block->text->str, ' ') == NULL)
    return FALSE;

  heading = g_utf8_casefold (block->text->str, -1);
  whole = g_utf8_casefold (subject, -1);
  if (strstr (whole, heading) == NULL)
    return FALSE;

  cp_metadata_forget (metadata, CP_FIELD_TITLE);
  cp_metadata_offer (metadata, CP_FIELD_TITLE, block->text->str, CP_EVIDENCE_PAGE, "Subject");

  return TRUE;
}

/* Headline and way to the page may stand far from the text, so that all of the letter is looked through. */
static void
read_page (CpMimeMessage *message,
           CpMetadata    *metadata)
{
  g_autoptr (CpHtmlPage) page = cp_html_page_new (message->text, message->length);
  g_autofree char *subject = g_strdup (cp_metadata_get (metadata, CP_FIELD_TITLE));
  gboolean titled = FALSE;

  for (guint i = 0; page != NULL && i < page->blocks->len; i++)
    {
      CpDraftBlock *block = cp_html_page_get_block (page, i)->block;

      titled = titled || read_headline (block, subject, metadata);
      read_online_address (block, metadata);
    }
}

static void
read_text (CpDraft *draft)
{
  for (guint i = 0; i < draft->blocks->len; i++)
    {
      CpDraftBlock *block = cp_draft_get (draft, i);

      if (read_online_address (block, draft->metadata) && block->furniture == CP_FURNITURE_NONE)
        block->furniture = CP_FURNITURE_NOTICE;
    }
}

static CpDraft *
read_mail (const CpInput  *input,
           GError        **error)
{
  g_autoptr (CpMimeMessage) message = cp_mime_message_new (input->bytes, input->name, error);
  g_autoptr (CpMetadata) known = NULL;
  CpDraft *draft;

  if (message == NULL)
    return NULL;

  known = read_headers (message);
  if (message->is_html)
    read_page (message, known);

  draft = cp_mime_message_read (message, input->name, known, error);
  if (draft != NULL)
    read_text (draft);

  return draft;
}

static char *
show_mail (const CpInput  *input,
           GPtrArray      *resources,
           GError        **error)
{
  g_autoptr (CpMimeMessage) message = cp_mime_message_new (input->bytes, input->name, error);

  return message != NULL ? cp_mime_message_show (message) : NULL;
}

const CpReader cp_mail_reader = {
  .name = "mail",
  .media_type = "message/rfc822",
  .sniff = sniff_mail,
  .read = read_mail,
  .show = show_mail,
};
