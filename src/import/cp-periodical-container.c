/* SPDX-License-Identifier: GPL-3.0-or-later */
/* E-books that hold several pieces: issues of papers, and what read-later services export. */

#define G_LOG_DOMAIN "cp-periodical-container"

#include "config.h"

#include "cp-archive-siblings.h"
#include "cp-epub-parts.h"
#include "cp-furniture-patterns.h"
#include "cp-package.h"
#include "cp-pattern.h"
#include "cp-readers.h"

/* What a table of contents calls a chapter that has no name. */
static CpPattern numbered = CP_PATTERN ("^(?:(?:entry|article|chapter|part|section|page)\\W*)?\\d+(?:\\W+(?:of\\W+)?\\d+)?$");

static int
sniff_periodical (const CpInput *input)
{
  g_autoptr (CpEpubBook) book = NULL;
  g_autoptr (GPtrArray) parts = NULL;

  if (cp_package_tell (input->bytes) != CP_PACKAGE_EPUB)
    return 0;

  book = cp_epub_book_open (input->bytes, input->name, NULL);
  parts = book != NULL ? cp_epub_parts_read (book) : NULL;

  return parts != NULL && cp_epub_parts_are_several (book, parts) ? 98 : 0;
}

/* "The Weekly Anvil [Sat, 17 Feb 2024]" is an issue of the Weekly Anvil. */
static void
know_issue (CpEpubBook *book,
            CpMetadata *metadata)
{
  const char *title = cp_metadata_get (book->metadata, CP_FIELD_TITLE);
  g_autofree char *outlet = title != NULL ? g_strndup (title, strcspn (title, "[(")) : NULL;

  cp_metadata_offer (metadata, CP_FIELD_OUTLET, outlet, CP_EVIDENCE_GUESS, "title");
  cp_metadata_offer (metadata, CP_FIELD_PUBLISHED, cp_metadata_get (book->metadata, CP_FIELD_PUBLISHED), CP_EVIDENCE_GUESS, "date");
}

static void
know_address (CpEpubPart *front,
              CpMetadata *metadata)
{
  for (guint i = 0; i < front->draft->blocks->len; i++)
    {
      g_autofree char *address = cp_furniture_find_address (cp_draft_get (front->draft, i)->text->str);

      cp_metadata_offer (metadata, CP_FIELD_URL, address, CP_EVIDENCE_FRONT_MATTER, "title page");
    }
}

/* A title page names its piece; without one the table of contents does. The days on title pages are often those on
 * which the piece was saved. */
static CpMetadata *
know_piece (CpEpubBook *book,
            CpEpubPart *part,
            CpEpubPart *front)
{
  CpMetadata *metadata = cp_metadata_new ();
  const char *title = front != NULL ? cp_epub_part_get_title (front) : NULL;

  if (title == NULL && part->chapter->label != NULL && !cp_pattern_matches (&numbered, part->chapter->label))
    title = part->chapter->label;

  cp_metadata_offer (metadata, CP_FIELD_TITLE, title, CP_EVIDENCE_FRONT_MATTER, "title");
  cp_metadata_offer (metadata, CP_FIELD_LANGUAGE, cp_metadata_get (book->metadata, CP_FIELD_LANGUAGE), CP_EVIDENCE_META, "language");

  if (book->is_periodical)
    know_issue (book, metadata);

  if (front != NULL)
    {
      cp_metadata_forget (front->draft->metadata, CP_FIELD_TITLE);
      cp_metadata_forget (front->draft->metadata, CP_FIELD_PUBLISHED);
      cp_metadata_merge (metadata, front->draft->metadata);
      know_address (front, metadata);
    }

  return metadata;
}

static gboolean
give_piece (CpEpubBook   *book,
            GPtrArray    *parts,
            guint         position,
            CpMemberFunc  func,
            gpointer      user_data)
{
  CpEpubPart *part = g_ptr_array_index (parts, position);
  g_autoptr (CpMetadata) metadata = know_piece (book, part, cp_epub_parts_find_front (parts, position));
  g_auto (CpArchiveSiblings) siblings = { NULL };
  CpMember member = { .path = part->chapter->path, .bytes = part->bytes, .metadata = metadata };

  cp_archive_siblings_init (&siblings, book->archive, part->chapter->path);
  member.siblings = &siblings.siblings;

  return func (&member, NULL, user_data);
}

static gboolean
each_piece (const CpInput  *input,
            CpMemberFunc    func,
            gpointer        user_data,
            GError        **error)
{
  g_autoptr (CpEpubBook) book = cp_epub_book_open (input->bytes, input->name, error);
  g_autoptr (GPtrArray) parts = NULL;

  if (book == NULL)
    return FALSE;

  parts = cp_epub_parts_read (book);
  for (guint i = 0; i < parts->len; i++)
    {
      if (((CpEpubPart *) g_ptr_array_index (parts, i))->is_text && !give_piece (book, parts, i, func, user_data))
        break;
    }

  return TRUE;
}

const CpContainer cp_periodical_container = {
  .name = "periodical",
  .sniff = sniff_periodical,
  .each = each_piece,
};
