/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who wrote a newsletter and who sent it out, by what its headers say. */

#define G_LOG_DOMAIN "cp-mail-sender"

#include "config.h"

#include "cp-byline.h"
#include "cp-mail-sender.h"
#include "cp-pattern.h"

#include <string.h>

/* "Ada Quill from The Ferry Post" */
static CpPattern both = CP_PATTERN ("^(.{3,60}?)(?:,? (?:from|at|of|via|von|bei|de|chez|@) |\\s*[|/·•]\\s*|, | [–—-] )(.{2,80})$");
static CpPattern in_brackets = CP_PATTERN ("^(.{3,60}?)\\s*\\((.{2,80})\\)$");
static CpPattern organisation = CP_PATTERN (
  "\\b(?:the|news(?:letters?|paper)?|times|post|daily|weekly|monthly|letters?|review|journal|magazine|opinions?|editorial|editors?|team|"
  "institute|institut|foundation|stiftung|cent(?:er|re)|council|society|press|media|radio|digest|briefing|bulletin|gazette|herald|"
  "tribune|courier|observer|report|project|university|zeitung|blatt|kurier|anzeiger|revue|gazette|info|no-?reply|mail|support|updates?)\\b");

static void
offer_author (CpMetadata *metadata,
              const char *name)
{
  g_auto (GStrv) authors = cp_byline_parse_field (name);

  cp_metadata_offer_authors (metadata, (const char * const *) authors, CP_EVIDENCE_META, "From");
}

/* "The Ferry Post <ferry-post.list.example>": the name, if there is one. */
static char *
dup_list_name (const char *list_id)
{
  g_autofree char *name = list_id != NULL ? g_strndup (list_id, strcspn (list_id, "<")) : NULL;

  if (name == NULL)
    return NULL;

  g_strdelimit (name, "\"'", ' ');
  g_strstrip (name);

  /* Machines number their lists. */
  return strchr (name, ' ') != NULL && strpbrk (name, "0123456789.@") == NULL ? g_steal_pointer (&name) : NULL;
}

static void
read_name (const char *name,
           const char *list,
           CpMetadata *metadata)
{
  g_autofree char *person = cp_pattern_fetch (&in_brackets, name, 1);
  g_autofree char *outlet = cp_pattern_fetch (&in_brackets, name, 2);

  if (person == NULL)
    {
      person = cp_pattern_fetch (&both, name, 1);
      outlet = cp_pattern_fetch (&both, name, 2);
    }

  if (person != NULL && outlet != NULL && !cp_pattern_matches (&organisation, person))
    {
      offer_author (metadata, person);
      cp_metadata_offer (metadata, CP_FIELD_OUTLET, outlet, CP_EVIDENCE_META, "From");
    }
  else if (cp_pattern_matches (&organisation, name) || strchr (name, ' ') == NULL)
    {
      cp_metadata_offer (metadata, CP_FIELD_OUTLET, name, CP_EVIDENCE_META, "From");
    }
  else
    {
      offer_author (metadata, name);
      cp_metadata_offer (metadata, CP_FIELD_OUTLET, list, CP_EVIDENCE_META, "List-Id");
    }
}

/**
 * cp_mail_sender_read:
 * @from: (nullable): whom the letter is from
 * @list_id: (nullable): the list that it was sent to
 * @metadata: gains authors and outlet, as far as the names tell which is which
 */
void
cp_mail_sender_read (InternetAddressList *from,
                     const char          *list_id,
                     CpMetadata          *metadata)
{
  InternetAddress *sender = from != NULL ? internet_address_list_get_address (from, 0) : NULL;
  const char *value = sender != NULL ? internet_address_get_name (sender) : NULL;
  g_autofree char *name = value != NULL ? g_utf8_make_valid (value, -1) : NULL;
  g_autofree char *list = dup_list_name (list_id);

  if (name != NULL && *g_strstrip (name) != '\0')
    read_name (name, list, metadata);
  else
    cp_metadata_offer (metadata, CP_FIELD_OUTLET, list, CP_EVIDENCE_META, "List-Id");
}
