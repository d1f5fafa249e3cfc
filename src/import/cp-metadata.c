/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known about a piece while it is read, and how well each value is known. */

#define G_LOG_DOMAIN "cp-metadata"

#include "config.h"

#include "cp-date.h"
#include "cp-metadata.h"

#include <string.h>

/* Nobody files one piece under more than that. */
#define MAX_TAGS 100

/* Names of the sections in which papers print opinion, casefolded. */
static const char * const opinion_sections[] = {
  "opinion", "opinions", "op-ed", "op-eds", "oped", "op ed", "comment", "commentary", "commentisfree",
  "comment is free", "editorial", "editorials", "column", "columns", "columnist", "columnists", "viewpoint",
  "viewpoints", "perspective", "perspectives", "views", "voices", "ideas", "guest essay", "guest column",
  "opinion column", "opinion piece", "opinion & analysis", "opinion and analysis",
  "meinung", "meinungen", "kommentar", "kommentare", "kolumne", "kolumnen", "gastbeitrag", "gastkommentar",
  "tribune", "tribunes", "débats", "débat", "idées", "éditorial", "éditoriaux", "opinión", "opinion-es",
  "opinione", "opinioni", "commenti", "editoriali", "editoriales", "columna", "columnas", "opinião",
  "coluna", "colunas", "opinie", "opinies", "opinia", "opinie i komentarze", "debatt", "ledare", "kronikk",
  "мнение", "мнения", "колонка", "колонки", "думка", "думки", "görüş", "yorum", "社説", "评论", "رأي",
  NULL
};

CpMetadata *
cp_metadata_new (void)
{
  CpMetadata *self = g_new0 (CpMetadata, 1);

  self->authors = g_new0 (char *, 1);
  self->tags = g_new0 (char *, 1);

  return self;
}

void
cp_metadata_free (CpMetadata *self)
{
  for (int i = 0; i < CP_N_FIELDS; i++)
    {
      g_free (self->values[i]);
      g_free (self->details[i]);
    }

  g_strfreev (self->authors);
  g_strfreev (self->tags);
  g_free (self);
}

/**
 * cp_metadata_get:
 *
 * Returns: (nullable): the best value offered so far
 */
const char *
cp_metadata_get (CpMetadata *self,
                 CpField     field)
{
  return self->values[field];
}

/* Values come from files, so they may hold line breaks and stray spaces. */
static char *
squeeze (const char *value)
{
  GString *text = g_string_new (NULL);

  for (const char *c = value; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (g_unichar_isspace (character))
        {
          if (text->len > 0 && text->str[text->len - 1] != ' ')
            g_string_append_c (text, ' ');
        }
      else if (!g_unichar_iscntrl (character))
        {
          g_string_append_unichar (text, character);
        }
    }

  return g_strchomp (g_string_free (text, FALSE));
}

static void
note_source (CpMetadata *self,
             CpField     field,
             CpEvidence  evidence,
             const char *detail)
{
  self->evidence[field] = evidence;
  g_free (self->details[field]);
  self->details[field] = g_strdup (detail);
}

/**
 * cp_metadata_offer:
 * @field: what the value says
 * @value: (nullable): valid UTF-8; nothing happens when it is %NULL or blank
 * @evidence: where it comes from
 * @detail: (nullable): the place there, such as "og:title"
 *
 * Takes @value unless one at least as well evidenced is known. A day is taken in any form in which
 * days are written, and kept as "YYYY-MM-DD".
 */
void
cp_metadata_offer (CpMetadata *self,
                   CpField     field,
                   const char *value,
                   CpEvidence  evidence,
                   const char *detail)
{
  g_autofree char *clean = NULL;

  if (value == NULL || evidence <= self->evidence[field])
    return;

  clean = field == CP_FIELD_PUBLISHED || field == CP_FIELD_MODIFIED ? cp_date_find (value, NULL, NULL) : squeeze (value);
  if (clean == NULL || *clean == '\0')
    return;

  if (field == CP_FIELD_URL && !g_str_has_prefix (clean, "http://") && !g_str_has_prefix (clean, "https://"))
    return;

  g_free (self->values[field]);
  self->values[field] = g_steal_pointer (&clean);
  note_source (self, field, evidence, detail);
}

/**
 * cp_metadata_forget:
 *
 * Takes back a value that turned out wrong.
 */
void
cp_metadata_forget (CpMetadata *self,
                    CpField     field)
{
  g_clear_pointer (&self->values[field], g_free);
  note_source (self, field, CP_EVIDENCE_NONE, NULL);
}

/**
 * cp_metadata_offer_authors:
 * @authors: (array zero-terminated=1): names; nothing happens when there is none
 * @evidence: where they come from
 * @detail: (nullable): the place there, such as "byline"
 *
 * Takes @authors unless some at least as well evidenced are known.
 */
void
cp_metadata_offer_authors (CpMetadata         *self,
                           const char * const *authors,
                           CpEvidence          evidence,
                           const char         *detail)
{
  if (authors == NULL || authors[0] == NULL || evidence <= self->evidence[CP_FIELD_AUTHORS])
    return;

  g_strfreev (self->authors);
  self->authors = g_strdupv ((char **) authors);
  note_source (self, CP_FIELD_AUTHORS, evidence, detail);
}

/**
 * cp_metadata_mark_opinion:
 * @evidence: where it comes from
 * @detail: what marks the piece as opinion, as in #CpMetadata
 */
void
cp_metadata_mark_opinion (CpMetadata *self,
                          CpEvidence  evidence,
                          const char *detail)
{
  if (evidence <= self->evidence[CP_FIELD_OPINION])
    return;

  self->opinion = TRUE;
  note_source (self, CP_FIELD_OPINION, evidence, detail);
}

/**
 * cp_metadata_weigh_label:
 * @label: (nullable): a name of a part of the paper
 * @evidence: where it comes from
 * @kind: what sort of label it is, as in #CpMetadata
 *
 * Notes that the piece is an opinion when @label is what papers call their opinion pages.
 */
void
cp_metadata_weigh_label (CpMetadata *self,
                         const char *label,
                         CpEvidence  evidence,
                         const char *kind)
{
  g_autofree char *clean = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *detail = NULL;

  if (label == NULL || evidence <= self->evidence[CP_FIELD_OPINION])
    return;

  clean = squeeze (label);
  folded = g_utf8_casefold (clean, -1);
  if (!g_strv_contains (opinion_sections, folded))
    return;

  detail = g_strdup_printf ("%s: %s", kind, clean);
  cp_metadata_mark_opinion (self, evidence, detail);
}

/**
 * cp_metadata_offer_section:
 * @section: (nullable): the name of the part of the paper
 * @evidence: where it comes from
 * @detail: (nullable): the place there, such as "article:section"
 *
 * Takes @section as cp_metadata_offer() does, and weighs what it says of the piece.
 */
void
cp_metadata_offer_section (CpMetadata *self,
                           const char *section,
                           CpEvidence  evidence,
                           const char *detail)
{
  cp_metadata_weigh_label (self, section, evidence, "section");
  cp_metadata_offer (self, CP_FIELD_SECTION, section, evidence, detail);
}

static int
compare_tags (gconstpointer a,
              gconstpointer b)
{
  return g_utf8_collate (*(const char * const *) a, *(const char * const *) b);
}

/**
 * cp_metadata_add_tags:
 * @tags: (nullable) (array zero-terminated=1): under what whoever saved the piece filed it
 *
 * Adds those of @tags that are not there. More than one source may have some.
 */
void
cp_metadata_add_tags (CpMetadata         *self,
                      const char * const *tags)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; self->tags[i] != NULL; i++)
    g_ptr_array_add (all, g_strdup (self->tags[i]));

  for (guint i = 0; tags != NULL && tags[i] != NULL && all->len < MAX_TAGS; i++)
    {
      g_autofree char *tag = squeeze (tags[i]);

      if (*tag != '\0' && !g_ptr_array_find_with_equal_func (all, tag, g_str_equal, NULL))
        g_ptr_array_add (all, g_steal_pointer (&tag));
    }

  g_ptr_array_sort (all, compare_tags);
  g_ptr_array_add (all, NULL);
  g_ptr_array_set_free_func (all, NULL);
  g_strfreev (self->tags);
  self->tags = (char **) g_ptr_array_free (g_steal_pointer (&all), FALSE);
}

/**
 * cp_metadata_merge:
 * @other: what something else says of the same piece
 *
 * Takes those values of @other that are better evidenced.
 */
void
cp_metadata_merge (CpMetadata *self,
                   CpMetadata *other)
{
  for (CpField field = 0; field < CP_N_FIELDS; field++)
    {
      if (field == CP_FIELD_AUTHORS)
        cp_metadata_offer_authors (self, (const char * const *) other->authors, other->evidence[field], other->details[field]);
      else if (field == CP_FIELD_OPINION && other->opinion)
        cp_metadata_mark_opinion (self, other->evidence[field], other->details[field]);
      else
        cp_metadata_offer (self, field, other->values[field], other->evidence[field], other->details[field]);
    }

  cp_metadata_add_tags (self, (const char * const *) other->tags);
}

/* Folders only: the last part of the path is made from the headline, and a headline may have the word. */
static void
infer_from_path (CpMetadata *self,
                 const char *path)
{
  g_auto (GStrv) folders = g_strsplit (path, "/", -1);
  guint n_folders = g_strv_length (folders);

  for (guint i = 0; i + 1 < n_folders; i++)
    cp_metadata_weigh_label (self, folders[i], CP_EVIDENCE_GUESS, "folder");
}

static void
infer_from_address (CpMetadata *self,
                    GUri       *uri)
{
  g_autofree char *day = cp_date_find_in_path (g_uri_get_path (uri));
  const char *host = g_uri_get_host (uri);

  if (host != NULL)
    cp_metadata_offer (self, CP_FIELD_OUTLET, g_str_has_prefix (host, "www.") ? host + 4 : host, CP_EVIDENCE_GUESS, "address");

  cp_metadata_offer (self, CP_FIELD_PUBLISHED, day, CP_EVIDENCE_GUESS, "address");
  infer_from_path (self, g_uri_get_path (uri));
}

/**
 * cp_metadata_infer:
 *
 * Draws from the address what nothing else told: the day, whether it is an opinion, and, as the
 * last resort, the host for the outlet.
 */
void
cp_metadata_infer (CpMetadata *self)
{
  const char *url = cp_metadata_get (self, CP_FIELD_URL);
  g_autoptr (GUri) uri = url != NULL ? g_uri_parse (url, G_URI_FLAGS_PARSE_RELAXED, NULL) : NULL;

  if (uri != NULL)
    infer_from_address (self, uri);

  /* A piece that only says when it was last changed was there on that day. */
  cp_metadata_offer (self, CP_FIELD_PUBLISHED, cp_metadata_get (self, CP_FIELD_MODIFIED), CP_EVIDENCE_GUESS, "day of the last change");
}
