/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Markdown, with or without YAML front matter → blocks and metadata. */

#define G_LOG_DOMAIN "cp-markdown-reader"

#include "config.h"

#include "cp-front-matter.h"
#include "cp-html-page.h"
#include "cp-markdown-source.h"
#include "cp-page-files.h"
#include "cp-pattern.h"
#include "cp-readers.h"

#include <cmark.h>
#include <string.h>

/* How much of a file is enough to tell Markdown from plain text. */
#define MAX_SNIFFED (64 * 1024)

/* How much each mark tells. Lines of dashes and quotation signs stand in plain text as well. */
static struct
{
  int       confidence;
  CpPattern pattern;
} marks[] = {
  { 30, CP_PATTERN ("(?m)^ {0,3}#{1,6} +\\S") },
  { 30, CP_PATTERN ("\\[[^\\]\\n]+\\]\\([^)\\n]*\\)") },
  { 30, CP_PATTERN ("\\*\\*[^*\\s][^*\\n]*\\*\\*") },
  { 30, CP_PATTERN ("<https?://[^>\\s]+>") },
  { 30, CP_PATTERN ("(?<![*\\w])[*_][^*_\\s][^*_\\n]{1,400}[*_](?![*\\w])") },
  { 30, CP_PATTERN ("==[^=\\s][^=\\n]*[^=\\s]==") },
  { 30, CP_PATTERN ("\\[\\[[^\\[\\]\\n]+\\]\\]") },
  { 30, CP_PATTERN ("(?m)^\\[\\^\\w+\\]: ") },
  { 30, CP_PATTERN ("(?m)^\\|.*\\|\\n\\|[-:| ]+\\|$") },
  { 30, CP_PATTERN ("(?m)^> \\[![\\w-]+\\]") },
  { 10, CP_PATTERN ("(?m)^.{3,}\\n(?:={3,}|-{3,})\\s*$") },
  { 10, CP_PATTERN ("(?m)^> \\S") },
};

/* Bytes around a highlight that tell its words from the same words elsewhere. */
#define CONTEXT_LENGTH 200

/* Folders in which note programs keep pictures. */
static const char * const picture_folders[] = { "", "attachments/", "assets/", "images/" };

/* A stretch of a block between two pairs of equals signs, or between the tags of a mark. */
typedef struct
{
  guint block;
  gsize start;
  gsize end;
} Highlight;

/* Where the walk through the document stands. */
typedef struct
{
  CpDraft      *draft;
  CpDraftBlock *block;
  CpPageFiles  *files;
  GArray       *highlights;
  const char   *target;
  gssize        highlight_start;
  guint         n_highlights;
  int           quotation_depth;
  int           item_depth;
  int           strong_depth;
  int           emphasis_depth;
  int           link_depth;
  int           image_depth;
} Walk;

static int
sniff_markdown (const CpInput *input)
{
  g_autofree char *head = NULL;
  const char *end;
  int confidence = 0;

  if (input->text == NULL)
    return 0;

  if (cp_front_matter_measure (input->text) > 0)
    return 95;

  g_utf8_validate_len (input->text, MIN (input->length, MAX_SNIFFED), &end);
  head = g_strndup (input->text, end - input->text);

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (cp_pattern_matches (&marks[i].pattern, head))
        confidence += marks[i].confidence;
    }

  return MIN (confidence, 90);
}

static CpBlockKind
kind_of_paragraph (Walk *walk)
{
  if (walk->item_depth > 0)
    return CP_BLOCK_LIST_ITEM;

  return walk->quotation_depth > 0 ? CP_BLOCK_QUOTATION : CP_BLOCK_PARAGRAPH;
}

static void
append (Walk       *walk,
        const char *text,
        gssize      length)
{
  CpStyle style = CP_STYLE_NONE;

  /* What stands in place of a picture is no text of the author's. */
  if (walk->block == NULL || walk->image_depth > 0)
    return;

  if (walk->strong_depth > 0)
    style |= CP_STYLE_STRONG;
  if (walk->emphasis_depth > 0)
    style |= CP_STYLE_EMPHASIS;
  if (walk->link_depth > 0)
    style |= CP_STYLE_LINK;

  cp_draft_block_append_link (walk->block, text, length, style, walk->target);
}

static void
begin_highlight (Walk *walk)
{
  if (walk->block != NULL)
    walk->highlight_start = walk->block->text->len;
}

static void
end_highlight (Walk *walk)
{
  if (walk->block != NULL && walk->highlight_start >= 0 && walk->block->text->len > (gsize) walk->highlight_start)
    {
      Highlight highlight = { walk->draft->blocks->len - 1, walk->highlight_start, walk->block->text->len };

      g_array_append_val (walk->highlights, highlight);
    }

  walk->highlight_start = -1;
}

/* Returns: (nullable): the next pair of equals signs that can begin a highlight, or end it when one is @open */
static const char *
find_pair (const char *text,
           const char *from,
           gboolean    open)
{
  for (const char *c = strstr (from, "=="); c != NULL; c = strstr (c + strspn (c, "="), "=="))
    {
      if (c[2] == '=' || (open && c > text && g_ascii_isspace (c[-1])) || (!open && g_ascii_isspace (c[2])))
        continue;

      return c;
    }

  return NULL;
}

/* How many highlights have both of their pairs in the block. */
static guint
count_highlights (cmark_node *node)
{
  cmark_iter *iter = cmark_iter_new (node);
  cmark_event_type event;
  guint n_pairs = 0;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      cmark_node *inner = cmark_iter_get_node (iter);
      const char *text = cmark_node_get_type (inner) == CMARK_NODE_TEXT ? cmark_node_get_literal (inner) : "";

      for (const char *c = text; (c = find_pair (text, c, n_pairs % 2 == 1)) != NULL; c += 2)
        n_pairs++;
    }

  cmark_iter_free (iter);

  return n_pairs / 2;
}

/* The marks of highlights are no text. */
static void
append_text (Walk       *walk,
             const char *text)
{
  const char *rest = text;
  const char *pair;

  while ((walk->n_highlights > 0 || walk->highlight_start >= 0) && walk->image_depth == 0 &&
         (pair = find_pair (text, rest, walk->highlight_start >= 0)) != NULL)
    {
      append (walk, rest, pair - rest);
      rest = pair + 2;

      if (walk->highlight_start >= 0)
        {
          end_highlight (walk);
        }
      else
        {
          begin_highlight (walk);
          walk->n_highlights--;
        }
    }

  append (walk, rest, -1);
}

/* Of tags in a line only those say something of the text that break it or mark it. */
static void
walk_tag (Walk       *walk,
          const char *tag)
{
  if (g_ascii_strncasecmp (tag, "<br", 3) == 0)
    append (walk, "\n", 1);
  else if (g_ascii_strncasecmp (tag, "<mark", 5) == 0)
    begin_highlight (walk);
  else if (g_ascii_strncasecmp (tag, "</mark", 6) == 0)
    end_highlight (walk);
}

static void
walk_link (Walk       *walk,
           cmark_node *node,
           int         step)
{
  walk->link_depth += step;
  walk->target = step > 0 ? cmark_node_get_url (node) : NULL;

  if (step > 0 && walk->block != NULL && walk->block->link == NULL)
    walk->block->link = g_strdup (cmark_node_get_url (node));
}

static char *
dup_alternative (cmark_node *image)
{
  cmark_node *text = cmark_node_first_child (image);

  return text != NULL && cmark_node_get_type (text) == CMARK_NODE_TEXT ? g_strdup (cmark_node_get_literal (text)) : NULL;
}

/* A picture that lies beside the file; none is fetched. */
static void
walk_image (Walk       *walk,
            cmark_node *node,
            int         step)
{
  const char *address = cmark_node_get_url (node);
  g_autofree char *alternative = dup_alternative (node);

  walk->image_depth += step;
  if (step < 0 || address == NULL)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (picture_folders); i++)
    {
      g_autofree char *reference = g_strconcat (picture_folders[i], address, NULL);
      g_autoptr (CpResource) resource = cp_page_files_find (walk->files, NULL, reference);

      if (resource == NULL || !cp_resource_is_image (resource))
        continue;

      cp_draft_add_image (walk->draft, resource->name, alternative);
      if (!g_ptr_array_find (walk->draft->resources, resource, NULL))
        g_ptr_array_add (walk->draft->resources, g_steal_pointer (&resource));
      return;
    }
}

/* Blocks of HTML, such as tables, become what they would be on a page. */
static void
walk_html (Walk       *walk,
           const char *html)
{
  g_autoptr (CpHtmlPage) page = cp_html_page_new (html, strlen (html));

  for (guint i = 0; page != NULL && i < page->draft->blocks->len; i++)
    {
      g_ptr_array_add (walk->draft->blocks, page->draft->blocks->pdata[i]);
      page->draft->blocks->pdata[i] = NULL;
    }

  if (page != NULL)
    walk->draft->n_active += page->draft->n_active;
}

static void
begin_block (Walk        *walk,
             cmark_node  *node,
             CpBlockKind  kind,
             int          level)
{
  walk->block = cp_draft_begin (walk->draft, kind, level);
  walk->n_highlights = count_highlights (node);
  walk->highlight_start = -1;
}

/* Containers and blocks, entered (step 1) and left (step −1). */
static void
walk_block (Walk       *walk,
            cmark_node *node,
            int         step)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_BLOCK_QUOTE:
      walk->quotation_depth += step;
      break;

    case CMARK_NODE_ITEM:
      walk->item_depth += step;
      break;

    case CMARK_NODE_HEADING:
      walk->block = NULL;
      if (step > 0)
        begin_block (walk, node, CP_BLOCK_HEADING, cmark_node_get_heading_level (node));
      break;

    case CMARK_NODE_PARAGRAPH:
      walk->block = NULL;
      if (step > 0)
        begin_block (walk, node, kind_of_paragraph (walk), 0);
      break;

    case CMARK_NODE_HTML_BLOCK:
      walk_html (walk, cmark_node_get_literal (node));
      break;

    case CMARK_NODE_CODE_BLOCK:
      /* Not code: op-eds have none, and conversions indent what was indented on the page. */
      walk->block = cp_draft_begin (walk->draft, kind_of_paragraph (walk), 0);
      append (walk, cmark_node_get_literal (node), -1);
      walk->block = NULL;
      break;

    default:
      break;
    }
}

static void
walk_inline (Walk       *walk,
             cmark_node *node,
             int         step)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_TEXT:
      append_text (walk, cmark_node_get_literal (node));
      break;

    case CMARK_NODE_CODE:
      append (walk, cmark_node_get_literal (node), -1);
      break;

    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
      append (walk, "\n", 1);
      break;

    case CMARK_NODE_HTML_INLINE:
      walk_tag (walk, cmark_node_get_literal (node));
      break;

    case CMARK_NODE_STRONG:
      walk->strong_depth += step;
      break;

    case CMARK_NODE_EMPH:
      walk->emphasis_depth += step;
      break;

    case CMARK_NODE_LINK:
      walk_link (walk, node, step);
      break;

    case CMARK_NODE_IMAGE:
      walk_image (walk, node, step);
      break;

    default:
      break;
    }
}

static void
read_source (Walk       *walk,
             const char *text,
             gsize       length)
{
  cmark_node *document = cmark_parse_document (text, length, CMARK_OPT_DEFAULT);
  cmark_iter *iter = cmark_iter_new (document);
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      cmark_node *node = cmark_iter_get_node (iter);
      int step = event == CMARK_EVENT_ENTER ? 1 : -1;

      walk_block (walk, node, step);
      walk_inline (walk, node, step);
    }

  cmark_iter_free (iter);
  cmark_node_free (document);
}

static void
read_footnotes (Walk      *walk,
                GPtrArray *footnotes)
{
  guint n_blocks = walk->draft->blocks->len;

  for (guint i = 0; i < footnotes->len; i++)
    {
      const char *text = g_ptr_array_index (footnotes, i);

      read_source (walk, text, strlen (text));
    }

  for (guint i = n_blocks; i < walk->draft->blocks->len; i++)
    cp_draft_get (walk->draft, i)->furniture = CP_FURNITURE_FOOTNOTE;
}

/* What stands right before or after the highlight, reaching into the block before or after it. */
static char *
dup_context (CpDraft   *draft,
             Highlight *highlight,
             gboolean   after)
{
  const GString *text = cp_draft_get (draft, highlight->block)->text;
  gsize length = MIN (after ? text->len - highlight->end : highlight->start, CONTEXT_LENGTH);
  const char *near = text->str + (after ? highlight->end : highlight->start - length);
  const GString *other = NULL;
  g_autoptr (GString) context = g_string_new_len (near, length);

  if (after && highlight->block + 1 < draft->blocks->len)
    other = cp_draft_get (draft, highlight->block + 1)->text;
  else if (!after && highlight->block > 0)
    other = cp_draft_get (draft, highlight->block - 1)->text;

  length = other != NULL ? MIN (other->len, CONTEXT_LENGTH - length) : 0;
  if (length > 0)
    g_string_insert_len (context, after ? -1 : 0, other->str + (after ? 0 : other->len - length), length);

  /* A character that is cut in two becomes none: only letters count. */
  return g_utf8_make_valid (context->str, context->len);
}

static void
take_highlights (CpDraft *draft,
                 GArray  *highlights)
{
  for (guint i = 0; i < highlights->len && i < CP_ANNOTATIONS_MAX; i++)
    {
      Highlight *highlight = &g_array_index (highlights, Highlight, i);
      GString *text = cp_draft_get (draft, highlight->block)->text;
      g_autofree char *quote = g_strndup (text->str + highlight->start, highlight->end - highlight->start);
      CpAnnotation *annotation = cp_annotation_new ("obsidian", g_strstrip (quote), NULL);

      g_free (annotation->prefix);
      g_free (annotation->suffix);
      annotation->prefix = dup_context (draft, highlight, FALSE);
      annotation->suffix = dup_context (draft, highlight, TRUE);
      g_ptr_array_add (draft->annotations, annotation);
    }
}

static CpDraft *
read_markdown (const CpInput  *input,
               GError        **error)
{
  CpDraft *draft = cp_draft_new ();
  gsize front_matter = cp_front_matter_measure (input->text);
  g_autoptr (GPtrArray) footnotes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CpPageFiles) files = cp_page_files_new (NULL, input->siblings);
  g_autoptr (GArray) highlights = g_array_new (FALSE, FALSE, sizeof (Highlight));
  GString *source = cp_markdown_source_prepare (input->text + front_matter, input->length - front_matter, footnotes);
  Walk walk = { .draft = draft, .files = files, .highlights = highlights, .highlight_start = -1 };

  cp_front_matter_read (input->text, front_matter, draft->metadata);
  read_source (&walk, source->str, source->len);
  read_footnotes (&walk, footnotes);
  take_highlights (draft, highlights);
  g_string_free (source, TRUE);

  return draft;
}

const CpReader cp_markdown_reader = {
  .name = "markdown",
  .media_type = "text/markdown",
  .sniff = sniff_markdown,
  .read = read_markdown,
};
