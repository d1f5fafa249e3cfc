/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says in words what an import kept of a file and what it dropped. */

#define G_LOG_DOMAIN "cp-import-summary"

#include "config.h"

#include "cp-import-summary.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
add_count (GStrvBuilder *phrases,
           const char   *format,
           guint         n)
{
  g_autofree char *phrase = NULL;

  if (n == 0)
    return;

  /* The formats are those of add_kinds() and dropped_phrase(), each with one %u. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  phrase = g_strdup_printf (format, n);
#pragma GCC diagnostic pop
  g_strv_builder_add (phrases, phrase);
}

static void
add_kinds (GStrvBuilder *phrases,
           CpDraft      *draft)
{
  guint n[CP_BLOCK_TABLE_ROW + 1] = { 0 };

  for (guint i = 0; i < draft->blocks->len; i++)
    {
      CpDraftBlock *block = cp_draft_get (draft, i);

      if (block->furniture == CP_FURNITURE_NONE)
        n[block->kind]++;
    }

  add_count (phrases, ngettext ("%u paragraph", "%u paragraphs", n[CP_BLOCK_PARAGRAPH]), n[CP_BLOCK_PARAGRAPH]);
  add_count (phrases, ngettext ("%u heading", "%u headings", n[CP_BLOCK_HEADING]), n[CP_BLOCK_HEADING]);
  add_count (phrases, ngettext ("%u quotation", "%u quotations", n[CP_BLOCK_QUOTATION]), n[CP_BLOCK_QUOTATION]);
  add_count (phrases, ngettext ("%u list item", "%u list items", n[CP_BLOCK_LIST_ITEM]), n[CP_BLOCK_LIST_ITEM]);
  add_count (phrases, ngettext ("%u table row", "%u table rows", n[CP_BLOCK_TABLE_ROW]), n[CP_BLOCK_TABLE_ROW]);
  add_count (phrases, ngettext ("%u picture", "%u pictures", draft->images->len), draft->images->len);
}

/**
 * cp_import_summary_list_kept:
 *
 * Returns: (transfer full): translated phrases, those about the body first
 */
char **
cp_import_summary_list_kept (CpDraft *draft)
{
  static const char * const fields[CP_N_FIELDS] = {
    /* Translators: what was kept of a file, each a part of a list */
    [CP_FIELD_TITLE] = N_("title"),
    [CP_FIELD_STANDFIRST] = N_("standfirst"),
    [CP_FIELD_OUTLET] = N_("outlet"),
    [CP_FIELD_SECTION] = N_("section"),
    [CP_FIELD_PUBLISHED] = N_("date"),
    [CP_FIELD_MODIFIED] = N_("date of the last change"),
    [CP_FIELD_URL] = N_("address"),
  };
  g_autoptr (GStrvBuilder) phrases = g_strv_builder_new ();
  guint n_authors = g_strv_length (draft->metadata->authors);

  add_kinds (phrases, draft);

  for (int i = 0; i < CP_N_FIELDS; i++)
    {
      if (fields[i] != NULL && cp_metadata_get (draft->metadata, i) != NULL)
        g_strv_builder_add (phrases, _(fields[i]));
    }

  add_count (phrases, ngettext ("%u author", "%u authors", n_authors), n_authors);

  return g_strv_builder_end (phrases);
}

/* Title, standfirst, byline, date and address are not lost: they are kept as metadata. */
static const char *
dropped_phrase (CpFurniture furniture,
                guint       n)
{
  switch (furniture)
    {
    case CP_FURNITURE_CAPTION:
      return ngettext ("%u caption", "%u captions", n);
    case CP_FURNITURE_CREDIT:
      return ngettext ("%u picture credit", "%u picture credits", n);
    case CP_FURNITURE_RELATED:
      return ngettext ("%u related link", "%u related links", n);
    case CP_FURNITURE_NEWSLETTER:
      return ngettext ("%u invitation to subscribe", "%u invitations to subscribe", n);
    case CP_FURNITURE_ADVERTISEMENT:
      return ngettext ("%u advertisement", "%u advertisements", n);
    case CP_FURNITURE_SHARE:
      return ngettext ("%u sharing button", "%u sharing buttons", n);
    case CP_FURNITURE_COMMENT:
      return ngettext ("%u line of comments", "%u lines of comments", n);
    case CP_FURNITURE_DISCLAIMER:
      return ngettext ("%u disclaimer", "%u disclaimers", n);
    case CP_FURNITURE_CORRECTION:
      return ngettext ("%u correction", "%u corrections", n);
    case CP_FURNITURE_AUTHOR_NOTE:
      return ngettext ("%u note on the author", "%u notes on the author", n);
    case CP_FURNITURE_PAGE_NUMBER:
      return ngettext ("%u page number", "%u page numbers", n);
    case CP_FURNITURE_FOOTNOTE:
      return ngettext ("%u footnote", "%u footnotes", n);
    case CP_FURNITURE_PULL_QUOTE:
      return ngettext ("%u pull quote", "%u pull quotes", n);
    case CP_FURNITURE_NAVIGATION:
      return ngettext ("%u line of navigation", "%u lines of navigation", n);
    case CP_FURNITURE_FOOTER:
      return ngettext ("%u line of the site’s foot", "%u lines of the site’s foot", n);
    case CP_FURNITURE_NOTICE:
      return ngettext ("%u line of small print", "%u lines of small print", n);
    case CP_FURNITURE_NONE:
    case CP_FURNITURE_TITLE:
    case CP_FURNITURE_STANDFIRST:
    case CP_FURNITURE_KICKER:
    case CP_FURNITURE_BYLINE:
    case CP_FURNITURE_DATE:
    case CP_FURNITURE_ADDRESS:
    default:
      return NULL;
    }
}

static void
count_furniture (GPtrArray *blocks,
                 guint     *n)
{
  for (guint i = 0; i < blocks->len; i++)
    n[((CpDraftBlock *) g_ptr_array_index (blocks, i))->furniture]++;
}

/**
 * cp_import_summary_list_dropped:
 *
 * Returns: (transfer full): translated phrases; empty when all of the file is in the article
 */
char **
cp_import_summary_list_dropped (CpDraft *draft)
{
  g_autoptr (GStrvBuilder) phrases = g_strv_builder_new ();
  guint n[CP_N_FURNITURE];

  memcpy (n, draft->n_surplus, sizeof n);
  count_furniture (draft->above, n);
  count_furniture (draft->blocks, n);
  count_furniture (draft->below, n);

  for (int i = 0; i < CP_N_FURNITURE; i++)
    {
      const char *format = dropped_phrase (i, n[i]);

      if (format != NULL)
        add_count (phrases, format, n[i]);
    }

  add_count (phrases,
             ngettext ("%u script or frame", "%u scripts and frames", draft->n_active),
             draft->n_active);
  add_count (phrases,
             ngettext ("%u passage that was struck out", "%u passages that were struck out", draft->n_deletions),
             draft->n_deletions);
  add_count (phrases,
             ngettext ("%u comment in the margin", "%u comments in the margin", draft->n_comments),
             draft->n_comments);

  return g_strv_builder_end (phrases);
}
