/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words in which results are told, the same in reports, window and command line. */

#define G_LOG_DOMAIN "cp-wording"

#include "config.h"

#include "cp-wording.h"

#include <glib/gi18n.h>

/**
 * cp_wording_provenance:
 *
 * Returns: (transfer none): who stands behind a theme, in one word of the user's language
 */
const char *
cp_wording_provenance (CpProvenance provenance)
{
  switch (provenance)
    {
    case CP_PROVENANCE_SUGGESTED:
      return C_("provenance of a theme", "suggested");

    case CP_PROVENANCE_ACCEPTED:
      return C_("provenance of a theme", "accepted");

    case CP_PROVENANCE_EDITED:
      return C_("provenance of a theme", "edited");

    case CP_PROVENANCE_ADDED:
      return C_("provenance of a theme", "added");

    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * cp_wording_cue_kind:
 *
 * Returns: (transfer none): in what two passages visibly differ, as the end of "they differ in …"
 */
const char *
cp_wording_cue_kind (CpCueKind kind)
{
  switch (kind)
    {
    case CP_CUE_NEGATION:
      return C_("they differ in", "negation");

    case CP_CUE_MODALITY:
      return C_("they differ in", "what should, must or may be");

    case CP_CUE_ANTONYM:
      return C_("they differ in", "words of opposite meaning");

    case CP_CUE_FIGURE:
      return C_("they differ in", "figures");

    case CP_CUE_POLARITY:
      return C_("they differ in", "words of opposite tone");

    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * cp_wording_furniture:
 *
 * Returns: (transfer none): what the publisher put around a piece, by its kind
 */
const char *
cp_wording_furniture (CpFurniture furniture)
{
  static const char * const names[CP_N_FURNITURE] = {
    /* Translators: the kind of a paragraph of a saved page */
    [CP_FURNITURE_NONE] = NC_("kind of a paragraph", "Text"),
    [CP_FURNITURE_TITLE] = NC_("kind of a paragraph", "Title"),
    [CP_FURNITURE_STANDFIRST] = NC_("kind of a paragraph", "Standfirst"),
    [CP_FURNITURE_KICKER] = NC_("kind of a paragraph", "Section"),
    [CP_FURNITURE_BYLINE] = NC_("kind of a paragraph", "Byline"),
    [CP_FURNITURE_DATE] = NC_("kind of a paragraph", "Date"),
    [CP_FURNITURE_CAPTION] = NC_("kind of a paragraph", "Caption"),
    [CP_FURNITURE_CREDIT] = NC_("kind of a paragraph", "Picture credit"),
    [CP_FURNITURE_RELATED] = NC_("kind of a paragraph", "Related link"),
    [CP_FURNITURE_NEWSLETTER] = NC_("kind of a paragraph", "Invitation to subscribe"),
    [CP_FURNITURE_ADVERTISEMENT] = NC_("kind of a paragraph", "Advertisement"),
    [CP_FURNITURE_SHARE] = NC_("kind of a paragraph", "Sharing button"),
    [CP_FURNITURE_COMMENT] = NC_("kind of a paragraph", "Comment"),
    [CP_FURNITURE_DISCLAIMER] = NC_("kind of a paragraph", "Disclaimer"),
    [CP_FURNITURE_CORRECTION] = NC_("kind of a paragraph", "Correction"),
    [CP_FURNITURE_AUTHOR_NOTE] = NC_("kind of a paragraph", "Note on the author"),
    [CP_FURNITURE_ADDRESS] = NC_("kind of a paragraph", "Address"),
    [CP_FURNITURE_PAGE_NUMBER] = NC_("kind of a paragraph", "Page number"),
    [CP_FURNITURE_PULL_QUOTE] = NC_("kind of a paragraph", "Pull quote"),
    [CP_FURNITURE_FOOTNOTE] = NC_("kind of a paragraph", "Footnote"),
    [CP_FURNITURE_NAVIGATION] = NC_("kind of a paragraph", "Navigation"),
    [CP_FURNITURE_FOOTER] = NC_("kind of a paragraph", "Foot of the site"),
    [CP_FURNITURE_NOTICE] = NC_("kind of a paragraph", "Small print"),
  };

  g_return_val_if_fail (furniture < CP_N_FURNITURE, NULL);

  return g_dpgettext2 (NULL, "kind of a paragraph", names[furniture]);
}

/**
 * cp_wording_dup_evidence:
 * @evidence: where a value comes from
 * @detail: (nullable): which place there, such as "og:title"
 *
 * Returns: (transfer full) (nullable): where a value comes from, as a phrase; %NULL when there is none
 */
char *
cp_wording_dup_evidence (CpEvidence  evidence,
                         const char *detail)
{
  gboolean named = detail != NULL && *detail != '\0';

  switch (evidence)
    {
    case CP_EVIDENCE_GUESS:
      return named ? g_strdup_printf (_("Follows from %s"), detail) : g_strdup (_("Follows from the rest"));

    case CP_EVIDENCE_TEXT:
      return named ? g_strdup_printf (_("Read in the text: %s"), detail) : g_strdup (_("Read in the text"));

    case CP_EVIDENCE_META:
      return named ? g_strdup_printf (_("Meta tag %s"), detail) : g_strdup (_("From the page’s meta tags"));

    case CP_EVIDENCE_PAGE:
      return named ? g_strdup_printf (_("Marked on the page: %s"), detail) : g_strdup (_("Marked on the page"));

    case CP_EVIDENCE_LINKED_DATA:
      return named ? g_strdup_printf (_("From the page’s linked data: %s"), detail)
                   : g_strdup (_("From the page’s linked data"));

    case CP_EVIDENCE_FRONT_MATTER:
      return named ? g_strdup_printf (_("Written into the file: %s"), detail) : g_strdup (_("Written into the file"));

    case CP_EVIDENCE_REVIEWER:
      return g_strdup (_("Your own"));

    case CP_EVIDENCE_NONE:
    default:
      return NULL;
    }
}

/**
 * cp_wording_not_addressed:
 *
 * Returns: (transfer none): what is said of a theme for which a piece has no passage
 */
const char *
cp_wording_not_addressed (void)
{
  return _("not addressed");
}

/**
 * cp_wording_dup_piece_name:
 * @piece: position of an article in a comparison
 *
 * Returns: (transfer full): what the article is called beside the others: "A", "B", …, and numbers past "Z"
 */
char *
cp_wording_dup_piece_name (guint piece)
{
  if (piece > 'Z' - 'A')
    return g_strdup_printf ("%u", piece + 1);

  return g_strdup_printf ("%c", 'A' + piece);
}

/**
 * cp_wording_dup_piece:
 * @piece: position of an article in a comparison
 * @title: its title, may be empty
 *
 * Returns: (transfer full): the article's letter with its title
 */
char *
cp_wording_dup_piece (guint       piece,
                      const char *title)
{
  g_autofree char *name = cp_wording_dup_piece_name (piece);

  g_return_val_if_fail (title != NULL, NULL);

  /* Translators: a piece's letter in a comparison, and its title */
  return g_strdup_printf (_("%s: %s"), name, *title != '\0' ? title : _("Untitled"));
}

/**
 * cp_wording_dup_opening:
 * @term: what is told of
 *
 * Returns: (transfer full): @term with a colon, which some languages set off from it; a space and what is told follow
 */
char *
cp_wording_dup_opening (const char *term)
{
  g_return_val_if_fail (term != NULL, NULL);

  /* Translators: the colon after a term, such as "Title:", before what is said of it */
  return g_strdup_printf (_("%s:"), term);
}

/**
 * cp_wording_dup_share:
 * @share: 0 to 1
 *
 * Returns: (transfer full): @share in whole percent
 */
char *
cp_wording_dup_share (double share)
{
  /* Translators: a share in percent */
  return g_strdup_printf (_("%d %%"), (int) (share * 100.0 + 0.5));
}

/**
 * cp_wording_dup_quoted:
 * @text: words of a text
 *
 * Returns: (transfer full): @text in the quotation marks of the user's language
 */
char *
cp_wording_dup_quoted (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  /* Translators: words out of a text, in quotation marks */
  return g_strdup_printf (_("“%s”"), text);
}

/**
 * cp_wording_dup_excerpt:
 * @text: words of a text
 * @max_length: code points to keep at most, > 0
 *
 * Returns: (transfer full): @text, or its first whole words and an ellipsis
 */
char *
cp_wording_dup_excerpt (const char *text,
                        int         max_length)
{
  const char *end, *cut;

  g_return_val_if_fail (text != NULL && max_length > 0, NULL);

  if (g_utf8_strlen (text, -1) <= max_length)
    return g_strdup (text);

  end = g_utf8_offset_to_pointer (text, max_length - 1);
  cut = end;
  while (cut > text && !g_unichar_isspace (g_utf8_get_char (cut)))
    cut = g_utf8_prev_char (cut);
  if (cut == text)
    cut = end;
  while (cut > text && !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (cut))))
    cut = g_utf8_prev_char (cut);

  return g_strdup_printf ("%.*s…", (int) (cut - text), text);
}
