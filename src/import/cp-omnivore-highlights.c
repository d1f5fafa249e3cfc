/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The highlights of one piece, as Omnivore exports them: a quotation of Markdown, then its labels, then its note. */

#define G_LOG_DOMAIN "cp-omnivore-highlights"

#include "config.h"

#include "cp-annotation.h"
#include "cp-omnivore-highlights.h"
#include "cp-util.h"

#include <string.h>

/* Blank lines after a note on the whole piece; after anything else there is one. */
#define BLANKS_AFTER_PAGE_NOTE 3
#define BLANKS_AFTER_LAST_PAGE_NOTE 1

/* Bytes of the words or of the address of a link. */
#define MAX_LINK 2000

/* What has been read so far of the file. */
typedef struct
{
  GPtrArray    *annotations;
  CpAnnotation *annotation;
  GString      *quote;
  GString      *paragraph;
  guint         n_blanks;
} Reading;

/* "[words](https://…)" → "words", "![a gull](gull.jpg)" → "": what of Markdown stands in quotes are links and
 * pictures, and their addresses have letters. */
static void
append_without_targets (GString    *string,
                        const char *text)
{
  const char *c = text;

  while (*c != '\0')
    {
      const char *stop;

      if (c[0] == '!' && c[1] == '[' && (stop = g_strstr_len (c, MAX_LINK, "](")) != NULL &&
          (stop = g_strstr_len (stop, MAX_LINK, ")")) != NULL)
        {
          c = stop + 1;
        }
      else if (c[0] == ']' && c[1] == '(' && (stop = g_strstr_len (c, MAX_LINK, ")")) != NULL)
        {
          c = stop + 1;
        }
      else
        {
          g_string_append_c (string, *c);
          c++;
        }
    }
}

static void
finish_quote (Reading *self)
{
  if (self->quote->len == 0)
    return;

  self->annotation = cp_annotation_new ("omnivore", g_strstrip (self->quote->str), NULL);
  g_ptr_array_add (self->annotations, self->annotation);
  g_string_truncate (self->quote, 0);
}

static void
add_note (CpAnnotation *annotation,
          const char   *text)
{
  g_autofree char *note = annotation->note != NULL ? g_strconcat (annotation->note, "\n\n", text, NULL) : g_strdup (text);

  cp_set_str (&annotation->note, note);
}

/* @n_blanks: blank lines that follow a note on the whole piece */
static void
finish_paragraph (Reading *self,
                  guint    n_blanks)
{
  g_strstrip (self->paragraph->str);
  if (*self->paragraph->str == '\0')
    return;

  if (self->annotation == NULL || self->n_blanks >= n_blanks)
    g_ptr_array_add (self->annotations, cp_annotation_new ("omnivore", "", self->paragraph->str));
  else
    add_note (self->annotation, self->paragraph->str);

  g_string_truncate (self->paragraph, 0);
}

static void
read_line (Reading    *self,
           const char *line)
{
  gboolean blank = line[strspn (line, " \t\r")] == '\0';

  if (blank)
    {
      finish_quote (self);
      self->n_blanks++;
      return;
    }

  if (self->n_blanks > 0 || *line == '>')
    finish_paragraph (self, BLANKS_AFTER_PAGE_NOTE);

  if (*line == '>' || self->quote->len > 0)
    {
      append_without_targets (self->quote, *line == '>' ? line + 1 : line);
      g_string_append_c (self->quote, '\n');
    }
  else
    {
      g_string_append_printf (self->paragraph, "%s\n", line);
    }

  self->n_blanks = 0;
}

/**
 * cp_omnivore_highlights_read:
 * @text: a file of the folder "highlights", valid UTF-8
 *
 * Returns: (transfer full) (element-type CpAnnotation): what was highlighted and noted
 */
GPtrArray *
cp_omnivore_highlights_read (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  Reading self = { .quote = g_string_new (NULL), .paragraph = g_string_new (NULL) };

  self.annotations = g_ptr_array_new_with_free_func ((GDestroyNotify) cp_annotation_free);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      /* What follows the last line end is no line. */
      if (lines[i + 1] != NULL || *lines[i] != '\0')
        read_line (&self, lines[i]);
    }

  finish_quote (&self);
  finish_paragraph (&self, BLANKS_AFTER_LAST_PAGE_NOTE);
  g_string_free (self.quote, TRUE);
  g_string_free (self.paragraph, TRUE);

  return self.annotations;
}
