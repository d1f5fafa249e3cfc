/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of an article besides its text. */

#define G_LOG_DOMAIN "cp-article-metadata"

#include "config.h"

#include "cp-article-private.h"
#include "cp-util.h"

#include <string.h>

/* There is always a title, if an empty one. */
void
cp_article_set_string (CpArticle  *self,
                       guint       property,
                       const char *value)
{
  if (value == NULL && property == PROP_TITLE)
    value = "";

  if (cp_set_str (cp_article_find_string (self, property), value))
    g_object_notify_by_pspec (G_OBJECT (self), cp_article_properties[property]);
}

static void
set_strv (CpArticle            *self,
          char               ***field,
          const char * const   *value,
          guint                 property)
{
  static const char * const none[] = { NULL };

  if (value == NULL)
    value = none;

  if (g_strv_equal ((const char * const *) *field, value))
    return;

  g_strfreev (*field);
  *field = g_strdupv ((char **) value);
  g_object_notify_by_pspec (G_OBJECT (self), cp_article_properties[property]);
}

/**
 * cp_article_get_id:
 *
 * Returns: (nullable): what tells the article from all others of the library: the first twelve hexadecimal
 *   digits of the SHA-256 of its original bytes
 */
const char *
cp_article_get_id (CpArticle *self)
{
  g_return_val_if_fail (CP_IS_ARTICLE (self), NULL);

  return self->id;
}

void
cp_article_set_id (CpArticle  *self,
                   const char *id)
{
  g_return_if_fail (CP_IS_ARTICLE (self));

  cp_article_set_string (self, PROP_ID, id);
}

/**
 * cp_article_get_title:
 *
 * Returns: the headline; never %NULL, "" until set
 */
const char *
cp_article_get_title (CpArticle *self)
{
  g_return_val_if_fail (CP_IS_ARTICLE (self), NULL);

  return self->title;
}

void
cp_article_set_title (CpArticle  *self,
                     const char *title)
{
  g_return_if_fail (CP_IS_ARTICLE (self));

  cp_article_set_string (self, PROP_TITLE, title);
}

/**
 * cp_article_get_standfirst:
 *
 * Returns: (nullable): the summary that stands between headline and text
 */
const char *
cp_article_get_standfirst (CpArticle *self)
{
  g_return_val_if_fail (CP_IS_ARTICLE (self), NULL);

  return self->standfirst;
}

void
cp_article_set_standfirst (CpArticle  *self,
                          const char *standfirst)
{
  g_return_if_fail (CP_IS_ARTICLE (self));

  cp_article_set_string (self, PROP_STANDFIRST, standfirst);
}

/**
 * cp_article_get_authors:
 *
 * Returns: (array zero-terminated=1): the names in the byline, in its order; empty when unknown, never %NULL
 */
const char * const *
cp_article_get_authors (CpArticle *self)
{
  g_return_val_if_fail (CP_IS_ARTICLE (self), NULL);

  return (const char * const *) self->authors;
}

void
cp_article_set_authors (CpArticle          *self,
                        const char * const *authors)
{
  g_return_if_fail (CP_IS_ARTICLE (self));

  set_strv (self, &self->authors, authors, PROP_AUTHORS);
}

/**
 * cp_article_dup_byline:
 *
 * Returns: (transfer full): the authors' names in one line, "" when unknown
 */
char *
cp_article_dup_byline (CpArticle *self)
{
  g_return_val_if_fail (CP_IS_ARTICLE (self), NULL);

  return g_strjoinv (", ", self->authors);
}

/**
 * cp_article_get_outlet:
 *
 * Returns: (nullable): the paper, magazine or site that published the piece
 */
const char *
cp_article_get_outlet (CpArticle *self)
{
  g_return_val_if_fail (CP_IS_ARTICLE (self), NULL);

  return self->outlet;
}

void
cp_article_set_outlet (CpArticle  *self,
                      const char *outlet)
{
  g_return_if_fail (CP_IS_ARTICLE (self));

  cp_article_set_string (self, PROP_OUTLET, outlet);
}

/**
 * cp_article_get_section:
 *
 * Returns: (nullable): the part of the outlet in which the piece stood, as the outlet calls it
 */
const char *
cp_article_get_section (CpArticle *self)
{
  g_return_val_if_fail (CP_IS_ARTICLE (self), NULL);

  return self->section;
}

void
cp_article_set_section (CpArticle  *self,
                        const char *section)
{
  g_return_if_fail (CP_IS_ARTICLE (self));

  cp_article_set_string (self, PROP_SECTION, section);
}

/**
 * cp_article_get_published:
 *
 * Returns: (nullable): the day of publication as "YYYY-MM-DD"
 */
const char *
cp_article_get_published (CpArticle *self)
{
  g_return_val_if_fail (CP_IS_ARTICLE (self), NULL);

  return self->published;
}

void
cp_article_set_published (CpArticle  *self,
                         const char *published)
{
  g_return_if_fail (CP_IS_ARTICLE (self));

  cp_article_set_string (self, PROP_PUBLISHED, published);
}

/**
 * cp_article_get_modified:
 *
 * Returns: (nullable): the day of the last change as "YYYY-MM-DD"
 */
const char *
cp_article_get_modified (CpArticle *self)
{
  g_return_val_if_fail (CP_IS_ARTICLE (self), NULL);

  return self->modified;
}

void
cp_article_set_modified (CpArticle  *self,
                         const char *modified)
{
  g_return_if_fail (CP_IS_ARTICLE (self));

  cp_article_set_string (self, PROP_MODIFIED, modified);
}

/**
 * cp_article_get_url:
 *
 * Returns: (nullable): where the piece was published
 */
const char *
cp_article_get_url (CpArticle *self)
{
  g_return_val_if_fail (CP_IS_ARTICLE (self), NULL);

  return self->url;
}

void
cp_article_set_url (CpArticle  *self,
                   const char *url)
{
  g_return_if_fail (CP_IS_ARTICLE (self));

  cp_article_set_string (self, PROP_URL, url);
}

/**
 * cp_article_get_language:
 *
 * Returns: (nullable): ISO 639-1 code of the text's language, such as "en"
 */
const char *
cp_article_get_language (CpArticle *self)
{
  g_return_val_if_fail (CP_IS_ARTICLE (self), NULL);

  return self->language;
}

void
cp_article_set_language (CpArticle  *self,
                        const char *language)
{
  g_return_if_fail (CP_IS_ARTICLE (self));

  cp_article_set_string (self, PROP_LANGUAGE, language);
}

/**
 * cp_article_get_opinion:
 *
 * Returns: whether the publisher or the page marks the piece as opinion
 */
gboolean
cp_article_get_opinion (CpArticle *self)
{
  g_return_val_if_fail (CP_IS_ARTICLE (self), FALSE);

  return self->opinion;
}

void
cp_article_set_opinion (CpArticle *self,
                        gboolean   opinion)
{
  g_return_if_fail (CP_IS_ARTICLE (self));

  if (self->opinion == opinion)
    return;

  self->opinion = opinion;
  g_object_notify_by_pspec (G_OBJECT (self), cp_article_properties[PROP_OPINION]);
}

/**
 * cp_article_get_revision_of:
 *
 * Returns: (nullable): id of the article that was saved first from the same address, when this one was saved
 *   later with another text
 */
const char *
cp_article_get_revision_of (CpArticle *self)
{
  g_return_val_if_fail (CP_IS_ARTICLE (self), NULL);

  return self->revision_of;
}

/* The properties that are strings, by field. */
static const guint string_properties[CP_N_FIELDS] = {
  [CP_FIELD_TITLE] = PROP_TITLE,
  [CP_FIELD_STANDFIRST] = PROP_STANDFIRST,
  [CP_FIELD_OUTLET] = PROP_OUTLET,
  [CP_FIELD_SECTION] = PROP_SECTION,
  [CP_FIELD_PUBLISHED] = PROP_PUBLISHED,
  [CP_FIELD_MODIFIED] = PROP_MODIFIED,
  [CP_FIELD_URL] = PROP_URL,
  [CP_FIELD_LANGUAGE] = PROP_LANGUAGE,
};

/**
 * cp_article_dup_field:
 *
 * Returns: (transfer full) (nullable): the value as one line of text: several authors with "; " between them,
 *   the opinion as "yes" or "no"; %NULL when it is not known
 */
char *
cp_article_dup_field (CpArticle *self,
                      CpField    field)
{
  g_return_val_if_fail (CP_IS_ARTICLE (self), NULL);

  if (field == CP_FIELD_AUTHORS)
    return *self->authors != NULL ? g_strjoinv ("; ", self->authors) : NULL;

  if (field == CP_FIELD_OPINION)
    return g_strdup (self->opinion ? "yes" : "no");

  return g_strdup (*cp_article_find_string (self, string_properties[field]));
}

static void
set_joined_authors (CpArticle  *self,
                    const char *joined)
{
  g_auto (GStrv) names = g_strsplit (joined != NULL ? joined : "", ";", -1);
  g_autoptr (GStrvBuilder) authors = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (*g_strstrip (names[i]) != '\0')
        g_strv_builder_add (authors, names[i]);
    }

  list = g_strv_builder_end (authors);
  cp_article_set_authors (self, (const char * const *) list);
}

/**
 * cp_article_set_field:
 * @value: (nullable): as cp_article_dup_field() gives it
 *
 * Sets the value, whatever it is evidenced by.
 */
void
cp_article_set_field (CpArticle  *self,
                      CpField     field,
                      const char *value)
{
  g_return_if_fail (CP_IS_ARTICLE (self));

  if (field == CP_FIELD_AUTHORS)
    set_joined_authors (self, value);
  else if (field == CP_FIELD_OPINION)
    cp_article_set_opinion (self, g_strcmp0 (value, "yes") == 0);
  else
    cp_article_set_string (self, string_properties[field], value);
}

/**
 * cp_article_get_evidence:
 * @detail: (out) (optional) (transfer none) (nullable): the place there, such as "og:title"
 *
 * Returns: where the value of @field comes from
 */
CpEvidence
cp_article_get_evidence (CpArticle   *self,
                         CpField      field,
                         const char **detail)
{
  g_return_val_if_fail (CP_IS_ARTICLE (self), CP_EVIDENCE_NONE);

  cp_article_load (self, NULL);
  if (detail != NULL)
    *detail = self->details[field];

  return self->evidence[field];
}

void
cp_article_set_evidence (CpArticle  *self,
                         CpField     field,
                         CpEvidence  evidence,
                         const char *detail)
{
  g_return_if_fail (CP_IS_ARTICLE (self));

  cp_article_load (self, NULL);
  self->evidence[field] = evidence;
  cp_set_str (&self->details[field], detail);
}

/**
 * cp_article_get_tags:
 *
 * Returns: (array zero-terminated=1): the reviewer's tags, sorted; never %NULL
 */
const char * const *
cp_article_get_tags (CpArticle *self)
{
  g_return_val_if_fail (CP_IS_ARTICLE (self), NULL);

  return (const char * const *) self->tags;
}

void
cp_article_set_tags (CpArticle          *self,
                     const char * const *tags)
{
  g_return_if_fail (CP_IS_ARTICLE (self));

  set_strv (self, &self->tags, tags, PROP_TAGS);
}

/**
 * cp_article_get_n_removed_themes:
 *
 * Returns: how many of the themes that the program suggested the reviewer has removed, so that an export
 *   can say so
 */
guint
cp_article_get_n_removed_themes (CpArticle *self)
{
  g_return_val_if_fail (CP_IS_ARTICLE (self), 0);

  return self->n_removed_themes;
}

void
cp_article_set_n_removed_themes (CpArticle *self,
                                 guint      n_removed_themes)
{
  g_return_if_fail (CP_IS_ARTICLE (self));

  if (self->n_removed_themes == n_removed_themes)
    return;

  self->n_removed_themes = n_removed_themes;
  g_object_notify_by_pspec (G_OBJECT (self), cp_article_properties[PROP_N_REMOVED_THEMES]);
}
