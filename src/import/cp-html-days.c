/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The days that a page prints around its headline, weighed against those that it tells machines. */

#define G_LOG_DOMAIN "cp-html-days"

#include "config.h"

#include "cp-date.h"
#include "cp-html-days.h"
#include "cp-pattern.h"

#include <string.h>

/* How far from the headline, in blocks, and how long, in bytes, a line is that tells the day. A related
 * piece has its own day, so that one that may be a related piece's counts only close to the headline. */
#define BLOCKS_BEFORE 6
#define BLOCKS_AFTER 14
#define MAX_LABEL 140
#define NEAR 3

/* A paragraph of this length, in bytes, is the first of the piece. After it a line that tells the day tells nothing else: the piece
 * may speak of any day. */
#define MIN_PARAGRAPH 240

/* What stands around the headline, and whether days in digits begin with the month. The days belong to the struct. */
typedef struct
{
  gboolean month_first;
  char *published;
  char *original;
  char *plain;
  char *updated;
} Printed;

static CpPattern update_label = CP_PATTERN (
  "\\b(?:up-?dated?|modified|revised|reviewed|edited|aktualisiert|aktualisierung|geändert|stand|bearbeitet|mise? à jour|modifié|"
  "actualizad[oa]|modificad[oa]|aggiornat[oa]|atualizad[oa]|bijgewerkt|gewijzigd|zaktualizowano|aktualizacja|oppdatert|uppdaterad|opdateret|"
  "обновлено|изменено|оновлено|güncelle\\w*|päivitetty)\\b\\P{L}*(?:\\p{L}{1,6}\\P{L}*){0,2}$");
static CpPattern publication_label = CP_PATTERN (
  "\\b(?:published|publication|posted|written|created|issued|veröffentlicht|erschienen|erstellt|publiée?|parue?|publicad[oa]|"
  "pubblicat[oa]|gepubliceerd|geplaatst|opublikowano|dodano|publisert|publicerad|udgivet|опубликовано|размещено|опубліковано|"
  "yayın\\w*|julkaistu|作成|公開|発表|发布|發布|입력)\\P{L}*(?:\\p{L}{1,6}\\P{L}*){0,3}$");

static void
clear_printed (Printed *printed)
{
  g_free (printed->published);
  g_free (printed->original);
  g_free (printed->plain);
  g_free (printed->updated);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Printed, clear_printed)

static void
keep_first (char       **place,
            const char  *day)
{
  if (*place == NULL)
    *place = g_strdup (day);
}

/* Files a day under what stands before it in the line, or, when it opens its line, in the line above. */
static void
file_day (Printed    *printed,
          const char *before,
          const char *day)
{
  if (cp_pattern_matches (&update_label, before))
    keep_first (&printed->updated, day);
  else if (cp_pattern_matches (&publication_label, before))
    keep_first (&printed->published, day);
  else
    keep_first (&printed->plain, day);
}

static const char *
get_label (CpHtmlPage *page,
           guint       position)
{
  CpHtmlBlock *block = cp_html_page_get_block (page, position);

  return block->block->text->len <= MAX_LABEL ? block->block->text->str : "";
}

/* "3/4/2024" is the fourth of March in the United States, and the third of April nearly everywhere else. */
static void
swap_digits (char       **day,
             const char  *text,
             gsize        length)
{
  const char *stroke = memchr (text, '/', length);
  gboolean year_first = stroke != NULL && stroke - text == strlen ("2024");
  char *swapped = stroke != NULL && !year_first ? cp_date_swap (*day) : NULL;

  if (swapped == NULL)
    return;

  g_free (*day);
  *day = swapped;
}

static gboolean
begins_with_month (CpMetadata *metadata)
{
  static CpPattern american = CP_PATTERN ("^en(?:[_-]us)?$");
  const char *language = cp_metadata_get (metadata, CP_FIELD_LANGUAGE);

  return language != NULL && cp_pattern_matches (&american, language);
}

/* The words of a block may not say it, but its markup. */
static gboolean
is_marked_as_update (CpHtmlPage *page,
                     guint       position)
{
  CpHtmlBlock *block = cp_html_page_get_block (page, position);
  int end = cp_html_page_get_element (page, block->element)->end;

  for (int i = block->element; i < end; i++)
    {
      CpHtmlElement *element = cp_html_page_get_element (page, i);
      g_autofree char *property = element->node != NULL ? cp_html_get_attribute (element->node, "itemprop") : NULL;

      if (g_strcmp0 (property, "dateModified") == 0)
        return TRUE;
    }

  return FALSE;
}

/* "Written: 7 November 2023 / Updated: 8 November 2023" has two days, each with its own label. */
static void
read_line (Printed    *printed,
           CpHtmlPage *page,
           guint       position)
{
  const char *text = cp_html_page_get_block (page, position)->block->text->str;
  const char *above = position > 0 ? get_label (page, position - 1) : "";

  for (int n_days = 0; n_days < 2; n_days++)
    {
      gsize start, end;
      g_autofree char *day = cp_date_find (text, &start, &end);
      g_autofree char *before = NULL;

      if (day == NULL)
        return;

      if (printed->month_first)
        swap_digits (&day, text + start, end - start);

      before = start > 0 ? g_strndup (text, start) : g_strdup (above);
      if (is_marked_as_update (page, position))
        keep_first (&printed->updated, day);
      else
        file_day (printed, before, day);
      above = "";
      text += end;
    }
}

static gboolean
may_tell_day (CpHtmlPage *page,
              guint       position,
              guint       distance)
{
  CpHtmlBlock *block = cp_html_page_get_block (page, position);
  CpFurniture furniture = cp_html_page_get_element (page, block->element)->furniture;

  if (block->block->text->len > MAX_LABEL || strpbrk (block->block->text->str, "0123456789") == NULL || furniture == CP_FURNITURE_COMMENT)
    return FALSE;

  return furniture != CP_FURNITURE_RELATED || distance <= NEAR;
}

static gboolean
begins_piece (CpHtmlPage *page,
              guint       position)
{
  CpDraftBlock *block = cp_html_page_get_block (page, position)->block;

  return block->kind == CP_BLOCK_PARAGRAPH && block->text->len >= MIN_PARAGRAPH && !cp_draft_block_is_linked (block);
}

/* Line by line away from the headline, the one below it before the one above. */
static void
read_printed (Printed    *printed,
              CpHtmlPage *page,
              guint       headline)
{
  gboolean begun = FALSE;

  for (guint distance = 1; distance <= BLOCKS_AFTER; distance++)
    {
      guint below = headline + distance;

      begun = begun || (below < page->blocks->len && begins_piece (page, below));
      if (below < page->blocks->len && may_tell_day (page, below, distance) &&
          (!begun || cp_date_is_line (get_label (page, below))))
        read_line (printed, page, below);

      if (distance <= BLOCKS_BEFORE && distance <= headline && may_tell_day (page, headline - distance, distance))
        read_line (printed, page, headline - distance);
    }
}

/* "This article was originally published on 2 May 2019 and has been updated", wherever on the page. */
static void
read_original (Printed    *printed,
               CpHtmlPage *page)
{
  static CpPattern original = CP_PATTERN ("\\b(?:originally|first) (?:published|posted|appeared) on:? (.+)");

  for (guint i = 0; printed->original == NULL && i < page->blocks->len; i++)
    {
      const char *text = cp_html_page_get_block (page, i)->block->text->str;
      g_autofree char *rest = NULL;
      g_autofree char *day = NULL;
      gsize start;

      if (!may_tell_day (page, i, 0) || (rest = cp_pattern_fetch (&original, text, 1)) == NULL)
        continue;

      day = cp_date_find (rest, &start, NULL);
      if (day != NULL && start == 0)
        printed->original = g_steal_pointer (&day);
    }
}

/* A day may stand in the line for another reason than that the piece came out on it. It is taken for the day
 * of publication against what the page tells machines only where that can be explained: the machine counts days in another
 * time zone, has mistaken day and month, or calls the day that the reader is shown the last change. */
static gboolean
outweighs (const char *printed,
           CpMetadata *metadata)
{
  const char *told = cp_metadata_get (metadata, CP_FIELD_PUBLISHED);
  g_autofree char *swapped = told != NULL ? cp_date_swap (told) : NULL;

  return cp_date_are_neighbours (printed, told) ||
         g_strcmp0 (printed, swapped) == 0 ||
         g_strcmp0 (printed, cp_metadata_get (metadata, CP_FIELD_MODIFIED)) == 0;
}

/**
 * cp_html_days_read:
 * @page: a page
 * @headline: index of the block that is its headline
 * @metadata: knows what the page tells machines; gains the days of publication and of the last change
 *
 * The day that readers see under the headline is the one by which they cite the piece. So it counts where it
 * and the machine's speak of the same event.
 */
void
cp_html_days_read (CpHtmlPage *page,
                   guint       headline,
                   CpMetadata *metadata)
{
  g_auto (Printed) printed = { .month_first = begins_with_month (metadata) };
  const char *day;

  read_printed (&printed, page, headline);
  read_original (&printed, page);

  day = printed.published != NULL ? printed.published : printed.original != NULL ? printed.original : printed.plain;
  if (day != NULL && (printed.published != NULL || outweighs (day, metadata)))
    cp_metadata_forget (metadata, CP_FIELD_PUBLISHED);

  cp_metadata_offer (metadata, CP_FIELD_PUBLISHED, day, CP_EVIDENCE_TEXT, "date line");
  cp_metadata_offer (metadata, CP_FIELD_MODIFIED, printed.updated, CP_EVIDENCE_TEXT, "date line");
}
