/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The headline of a page, out of the several titles that it has. */

#define G_LOG_DOMAIN "cp-html-title"

#include "config.h"

#include "cp-html-title.h"
#include "cp-pattern.h"

#include <string.h>

/* Share of the words of a heading that must be in the title of the document, to take it for the headline. */
#define MIN_SHARED_WORDS 0.5

/* A heading that says more than the name of a paper, in words or, where no spaces divide them, in bytes. */
#define MIN_HEADLINE_WORDS 4
#define MIN_HEADLINE 30

/* The longest name of a paper, in bytes. */
#define MAX_OUTLET 50

struct _CpHtmlTitles
{
  char *document;
  char *meta;
  char *meta_name;
};

static CpPattern no_word = CP_PATTERN ("[^\\p{L}\\p{N}]+");

/* What divides the headline from the names of author, section and paper. */
static CpPattern divider = CP_PATTERN ("\\s+(?:[|·•»«:/\\\\–—-]|::)\\s+");

CpHtmlTitles *
cp_html_titles_new (void)
{
  return g_new0 (CpHtmlTitles, 1);
}

void
cp_html_titles_free (CpHtmlTitles *self)
{
  g_free (self->document);
  g_free (self->meta);
  g_free (self->meta_name);
  g_free (self);
}

void
cp_html_titles_take_meta (CpHtmlTitles *self,
                          const char   *name,
                          const char   *content)
{
  static const char * const names[] = {
    "og:title", "headline", "parsely-title", "sailthru.title", "dc.title", "dcterms.title", "citation_title", "twitter:title", NULL
  };

  if (self->meta == NULL && *content != '\0' && g_strv_contains (names, name))
    {
      self->meta = g_strdup (content);
      self->meta_name = g_strdup (name);
    }
}

void
cp_html_titles_take_document (CpHtmlTitles *self,
                              const char   *title)
{
  if (self->document == NULL && title != NULL)
    self->document = g_strdup (title);
}

static char **
split_words (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return cp_pattern_split (&no_word, folded);
}

/* The share of @words that are in @known as well. */
static double
share_words (char **words,
             char **known)
{
  guint n = 0, n_shared = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0')
        continue;

      n++;
      n_shared += g_strv_contains ((const char * const *) known, words[i]);
    }

  return n > 0 ? (double) n_shared / n : 0;
}

/* How well a heading says what the page is called in one of its two titles, of which one may be written for search engines. */
static double
match_title (CpDraftBlock *heading,
             char        **meta,
             char        **document)
{
  char **titles[] = { meta, document };
  g_auto (GStrv) words = split_words (heading->text->str);
  double best = meta == NULL && document == NULL ? 1 : 0;

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      if (titles[i] != NULL)
        best = MAX (best, share_words (words, titles[i]) * (0.5 + 0.5 * share_words (titles[i], words)));
    }

  return best;
}

/* The name of a paper or of a blog may be set as a heading; a headline says more. */
static gboolean
says_enough (CpDraftBlock *heading)
{
  g_auto (GStrv) words = split_words (heading->text->str);

  return g_strv_length (words) >= MIN_HEADLINE_WORDS || heading->text->len >= MIN_HEADLINE;
}

/* A heading of one of the first two ranks that says what the document is called; else the only one of the first rank. */
static const char *
find_heading (CpHtmlTitles *self,
              CpHtmlPage   *page)
{
  g_auto (GStrv) meta = self->meta != NULL ? split_words (self->meta) : NULL;
  g_auto (GStrv) document = self->document != NULL ? split_words (self->document) : NULL;
  CpDraftBlock *first = NULL;
  const char *best = NULL;
  double best_share = 0;
  guint n_first = 0;

  for (guint i = 0; i < page->blocks->len; i++)
    {
      CpHtmlBlock *block = cp_html_page_get_block (page, i);
      double share;

      if (block->block->kind != CP_BLOCK_HEADING || block->block->level > 2)
        continue;

      share = match_title (block->block, meta, document);
      if (block->block->level == 2)
        share *= 0.7;

      if (share >= MIN_SHARED_WORDS && share > best_share)
        {
          best = block->block->text->str;
          best_share = share;
        }

      if (block->block->level == 1)
        {
          first = block->block;
          n_first++;
        }
    }

  return best == NULL && n_first == 1 && says_enough (first) ? first->text->str : best;
}

/* "Headline | Author | The Paper" → "Headline". The paper's name follows, and is shorter. */
static char *
strip_outlet (const char *title,
              const char *outlet)
{
  g_auto (GStrv) parts = cp_pattern_split (&divider, title);
  guint best = 0;

  if (parts[0] == NULL)
    return g_strdup (title);

  if (outlet != NULL && strstr (title, outlet) == NULL && g_strv_length (parts) == 2 && strlen (parts[1]) > strlen (parts[0]) / 2)
    return g_strdup (title);

  for (guint i = 1; parts[i] != NULL; i++)
    {
      if (strlen (parts[i]) > 2 * strlen (parts[best]))
        best = i;
    }

  return g_strdup (parts[best]);
}

/* "Opinion | Keep the Ferry", "Comment: Keep the Ferry". */
static void
weigh_parts (const char *title,
             CpMetadata *metadata)
{
  static CpPattern prefix = CP_PATTERN ("^([^:]{3,40}):\\s");
  g_auto (GStrv) parts = title != NULL ? cp_pattern_split (&divider, title) : NULL;
  g_autofree char *label = title != NULL ? cp_pattern_fetch (&prefix, title, 1) : NULL;

  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    cp_metadata_weigh_label (metadata, parts[i], CP_EVIDENCE_META, "title");

  cp_metadata_weigh_label (metadata, label, CP_EVIDENCE_META, "title");
}

/* What follows the headline in the title of the document ends with the name of the paper. */
static void
take_outlet (CpHtmlTitles *self,
             const char   *heading,
             CpMetadata   *metadata)
{
  const char *title = self->document;
  g_auto (GStrv) parts = NULL;
  guint n_parts;

  if (title == NULL || !g_str_has_prefix (title, heading))
    return;

  parts = cp_pattern_split (&divider, title + strlen (heading));
  n_parts = g_strv_length (parts);
  if (n_parts > 1 && *parts[0] == '\0' && strlen (parts[n_parts - 1]) <= MAX_OUTLET)
    cp_metadata_offer (metadata, CP_FIELD_OUTLET, parts[n_parts - 1], CP_EVIDENCE_GUESS, "title element");
}

/**
 * cp_html_titles_choose:
 * @page: the page of which the titles were taken
 * @metadata: gains the title
 *
 * The reader of the page saw its heading; what is in the head of the document was written for search
 * engines and has the name of the paper in it. So the heading counts where both speak of the same.
 */
void
cp_html_titles_choose (CpHtmlTitles *self,
                       CpHtmlPage   *page,
                       CpMetadata   *metadata)
{
  const char *heading = find_heading (self, page);
  const char *outlet = cp_metadata_get (metadata, CP_FIELD_OUTLET);

  weigh_parts (self->meta, metadata);
  weigh_parts (self->document, metadata);

  if (heading != NULL)
    {
      take_outlet (self, heading, metadata);
      cp_metadata_forget (metadata, CP_FIELD_TITLE);
      cp_metadata_offer (metadata, CP_FIELD_TITLE, heading, CP_EVIDENCE_PAGE, "heading");
    }
  else if (self->meta != NULL || self->document != NULL)
    {
      g_autofree char *title = strip_outlet (self->meta != NULL ? self->meta : self->document, outlet);

      cp_metadata_offer (metadata, CP_FIELD_TITLE, title, CP_EVIDENCE_META, self->meta != NULL ? self->meta_name : "title element");
    }
}
