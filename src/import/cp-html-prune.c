/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cuts out of the source of a page what says nothing of its text, before it is parsed. */

#define G_LOG_DOMAIN "cp-html-prune"

#include "config.h"

#include "cp-html-prune.h"

#include <string.h>

/* Comments that tell where a page was saved from stand at its top. */
#define MAX_COMMENT 2048
#define MAX_HEAD (16 * 1024)

/* So many tags and attributes are parsed of a page, which is a multiple of what the largest have; the parser compares all
 * attributes of an element with each other, and each tag costs a hundred times its length of memory. */
#define MAX_TAGS 1500000
#define MAX_ATTRIBUTES 3000000
#define MAX_ATTRIBUTES_OF_TAG 100

/* What web archives put on top of the pages that they keep. */
#define BANNER_BEGIN "<!-- BEGIN WAYBACK TOOLBAR INSERT -->"
#define BANNER_END "<!-- END WAYBACK TOOLBAR INSERT -->"

/* Where a page ends something is looked for from where it begins. When the end is not found it is not looked for
 * again, so that a page of nothing but beginnings takes no longer than others. */
typedef struct
{
  const char *begin;
  const char *end;
  const char *copied;
  char       *output;
  gsize       n_output;
  guint       n_tags;
  guint       n_attributes;
  gboolean    lacks_quote[2];
  gboolean    lacks_script_end;
  gboolean    lacks_style_end;
  gboolean    lacks_svg_end;
  gboolean    lacks_comment_end;
  gboolean    lacks_banner_end;
} Pruner;

static void
copy_until (Pruner     *pruner,
            const char *until)
{
  memcpy (pruner->output + pruner->n_output, pruner->copied, until - pruner->copied);
  pruner->n_output += until - pruner->copied;
  pruner->copied = until;
}

/* Leaves out what stands between the two. */
static void
cut (Pruner     *pruner,
     const char *from,
     const char *until)
{
  copy_until (pruner, from);
  pruner->copied = until;
}

static gboolean
begins_with (const char *text,
             const char *end,
             const char *folded)
{
  gsize length = strlen (folded);

  return (gsize) (end - text) >= length && g_ascii_strncasecmp (text, folded, length) == 0;
}

/* Returns: (nullable): the next place of @folded, which begins with "<" */
static const char *
find (const char *text,
      const char *end,
      const char *folded)
{
  for (; (text = memchr (text, '<', end - text)) != NULL; text++)
    {
      if (begins_with (text, end, folded))
        return text;
    }

  return NULL;
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/* The names of attributes that libxml2 knows; at any other it loses the quotation marks, and takes the rest
 * of the tag for text. */
static gboolean
is_name_character (char c)
{
  return g_ascii_isalnum (c) || c == '-' || c == '_' || c == ':' || c == '.' || (guchar) c >= 0x80;
}

/* Returns: (nullable): the end of the value that begins at @text, or %NULL when its quotation marks are not closed */
static const char *
skip_value (Pruner     *pruner,
            const char *text)
{
  const char *quote;
  gboolean *lacks;

  if (text >= pruner->end || (*text != '"' && *text != '\''))
    {
      while (text < pruner->end && !is_space (*text) && *text != '>')
        text++;
      return text;
    }

  lacks = &pruner->lacks_quote[*text == '"'];
  quote = *lacks ? NULL : memchr (text + 1, *text, pruner->end - text - 1);
  *lacks = quote == NULL;

  return quote != NULL ? quote + 1 : NULL;
}

/* Leaves out the attribute at @text when its name would mislead the parser, or when there are too many.
 *
 * Returns: (nullable): its end */
static const char *
take_attribute (Pruner     *pruner,
                const char *text,
                guint       n_before)
{
  const char *begin = text;
  const char *value;
  gboolean known = g_ascii_isalpha (*text) || *text == '_' || *text == ':';

  for (text++; text < pruner->end && !is_space (*text) && *text != '=' && *text != '>' && *text != '/'; text++)
    known = known && is_name_character (*text);

  for (value = text; value < pruner->end && is_space (*value);)
    value++;

  if (value < pruner->end && *value == '=')
    {
      for (value++; value < pruner->end && is_space (*value);)
        value++;
      text = skip_value (pruner, value);
    }

  if (text != NULL && (!known || n_before >= MAX_ATTRIBUTES_OF_TAG || pruner->n_attributes++ >= MAX_ATTRIBUTES))
    cut (pruner, begin, text);

  return text;
}

/* Returns: (nullable): the place after the ">" of the tag at @text, or %NULL when it has none */
static const char *
take_tag (Pruner     *pruner,
          const char *text)
{
  guint n_attributes = 0;

  text++;
  while (text < pruner->end && !is_space (*text) && *text != '>' && *text != '/')
    text++;

  while (text != NULL && text < pruner->end)
    {
      if (*text == '>')
        return text + 1;

      if (is_space (*text) || *text == '/')
        text++;
      else
        text = take_attribute (pruner, text, n_attributes++);
    }

  return NULL;
}

/* The contents of scripts and styles say nothing but where a script is data about the piece.
 *
 * Returns: where to go on */
static const char *
cut_contents (Pruner     *pruner,
              const char *tag,
              const char *contents,
              const char *end_tag,
              gboolean   *lacks_end)
{
  const char *end = *lacks_end ? NULL : find (contents, pruner->end, end_tag);

  *lacks_end = end == NULL;
  if (end == NULL)
    return contents;

  if (memmem (tag, contents - tag, "ld+json", strlen ("ld+json")) == NULL)
    cut (pruner, contents, end);

  return end + strlen (end_tag);
}

static const char *
cut_drawing (Pruner     *pruner,
             const char *tag)
{
  const char *text = tag;
  int depth = 0;

  while (!pruner->lacks_svg_end && (text = memchr (text, '<', pruner->end - text)) != NULL)
    {
      if (begins_with (text, pruner->end, "<svg"))
        depth++;
      else if (begins_with (text, pruner->end, "</svg") && --depth == 0)
        break;
      text++;
    }

  pruner->lacks_svg_end = text == NULL || pruner->lacks_svg_end;
  if (pruner->lacks_svg_end)
    return tag + 1;

  cut (pruner, tag, text + strlen ("</svg"));
  pruner->copied = memchr (text, '>', pruner->end - text);
  pruner->copied = pruner->copied != NULL ? pruner->copied + 1 : pruner->end;

  return pruner->copied;
}

/* Returns: (nullable): where the comment after a banner ends */
static const char *
find_banner_end (Pruner     *pruner,
                 const char *banner)
{
  const char *end = pruner->lacks_banner_end ? NULL : memmem (banner, pruner->end - banner, BANNER_END, strlen (BANNER_END));

  pruner->lacks_banner_end = end == NULL;

  return end != NULL ? end + strlen (BANNER_END) - strlen ("-->") : NULL;
}

static const char *
take_comment (Pruner     *pruner,
              const char *comment)
{
  gboolean is_banner = begins_with (comment, pruner->end, BANNER_BEGIN);
  const char *end = is_banner ? find_banner_end (pruner, comment) : NULL;

  /* "<!-->" is all of a comment. */
  if (end == NULL && !pruner->lacks_comment_end)
    end = memmem (comment + 2, pruner->end - comment - 2, "-->", 3);

  pruner->lacks_comment_end = pruner->lacks_comment_end || end == NULL;
  if (pruner->lacks_comment_end)
    {
      cut (pruner, comment, comment + 4);
      return comment + 4;
    }

  end += strlen ("-->");
  if (is_banner || comment - pruner->begin > MAX_HEAD || end - comment > MAX_COMMENT)
    cut (pruner, comment, end);

  return end;
}

static gboolean
is_surplus (Pruner *pruner)
{
  return pruner->n_tags++ >= MAX_TAGS;
}

/* Leaves a space between the words before and after the tag, which ends at the next ">" whatever its attributes say. */
static const char *
cut_tag (Pruner     *pruner,
         const char *tag)
{
  const char *end = memchr (tag, '>', pruner->end - tag);

  copy_until (pruner, tag);
  pruner->output[pruner->n_output++] = ' ';
  pruner->copied = end != NULL ? end + 1 : pruner->end;

  return pruner->copied;
}

static const char *
take_end_tag (Pruner     *pruner,
              const char *tag)
{
  return is_surplus (pruner) ? cut_tag (pruner, tag) : tag + 1;
}

/* A tag that does not end makes the rest of the page a riddle, which is left to the parser.
 *
 * Returns: where to go on */
static const char *
take_element (Pruner     *pruner,
              const char *tag)
{
  gboolean is_script = begins_with (tag, pruner->end, "<script");
  const char *contents;

  if (is_surplus (pruner))
    return cut_tag (pruner, tag);

  if (begins_with (tag, pruner->end, "<svg"))
    return cut_drawing (pruner, tag);

  contents = take_tag (pruner, tag);
  if (contents == NULL)
    return pruner->end;


  if (is_script)
    return cut_contents (pruner, tag, contents, "</script", &pruner->lacks_script_end);

  if (begins_with (tag, pruner->end, "<style"))
    return cut_contents (pruner, tag, contents, "</style", &pruner->lacks_style_end);

  return contents;
}

/**
 * cp_html_prune:
 * @text: the source of a page, valid UTF-8
 * @length: bytes of @text
 * @pruned_length: (out): bytes of the result
 *
 * Leaves out what is beyond all measure of tags and attributes, the contents of scripts (but those of JSON-LD) and styles, drawings, comments (but those at the top, which may
 * tell where the page was saved from), the banners of web archives, and attributes whose names
 * libxml2 would stumble over. The parser takes a multiple of the time that this takes, and half of a page is such.
 *
 * Returns: (transfer full): the rest, ending in a zero
 */
char *
cp_html_prune (const char *text,
               gsize       length,
               gsize      *pruned_length)
{
  Pruner pruner = { .begin = text, .end = text + length, .copied = text, .output = g_malloc (length + 1) };
  const char *c = text;

  while (c < pruner.end && (c = memchr (c, '<', pruner.end - c)) != NULL)
    {
      if (begins_with (c, pruner.end, "<!--"))
        c = take_comment (&pruner, c);
      else if (c + 1 < pruner.end && g_ascii_isalpha (c[1]))
        c = take_element (&pruner, c);
      else if (c + 2 < pruner.end && c[1] == '/' && g_ascii_isalpha (c[2]))
        c = take_end_tag (&pruner, c);
      else
        c++;
    }

  copy_until (&pruner, pruner.end);
  pruner.output[pruner.n_output] = '\0';
  *pruned_length = pruner.n_output;

  return pruner.output;
}
