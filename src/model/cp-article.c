/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One saved op-ed: its metadata and its ordered blocks of clean text. */

#define G_LOG_DOMAIN "cp-article"

#include "config.h"

#include "cp-article.h"
#include "cp-util.h"

#include <string.h>

/* What stands between two blocks of the body in the text. */
#define BLOCK_SEPARATOR "\n\n"

struct _CpArticle
{
  GObject      parent_instance;

  char        *id;
  char        *title;
  char        *standfirst;
  char       **authors;
  char        *outlet;
  char        *section;
  char        *published;
  char        *modified;
  char        *url;
  char        *language;
  gboolean     opinion;
  char       **tags;
  guint        n_removed_themes;
  char        *revision_of;
  CpEvidence   evidence[CP_N_FIELDS];
  char        *details[CP_N_FIELDS];

  /* An array and not a list model: an article is read by several threads at once, and a
   * GListStore moves a cursor when it is read. */
  GPtrArray   *blocks;
  GPtrArray   *images;
  GString     *text;
  int          text_length;
  int          n_words;

  /* What brings blocks, images and evidence when somebody first asks for them, in whichever thread. */
  CpArticleLoader  loader;
  gpointer         loader_data;
  GDestroyNotify   free_loader_data;
  GMutex           loading;
  int              complete;
};

enum
{
  PROP_0,
  PROP_ID,
  PROP_TITLE,
  PROP_STANDFIRST,
  PROP_AUTHORS,
  PROP_OUTLET,
  PROP_SECTION,
  PROP_PUBLISHED,
  PROP_MODIFIED,
  PROP_URL,
  PROP_LANGUAGE,
  PROP_OPINION,
  PROP_TAGS,
  PROP_N_REMOVED_THEMES,
  PROP_REVISION_OF,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CpArticle, cp_article, G_TYPE_OBJECT)

static void
set_string (CpArticle   *self,
            char       **field,
            const char  *value,
            guint        property)
{
  if (cp_set_str (field, value))
    g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
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
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
clear_loader (CpArticle *self)
{
  if (self->free_loader_data != NULL)
    self->free_loader_data (self->loader_data);
  self->loader = NULL;
  self->loader_data = NULL;
  self->free_loader_data = NULL;
}

/* Takes what @whole has and the article has not; nobody else has a part of @whole. */
static void
take_body (CpArticle *self,
           CpArticle *whole)
{
  g_ptr_array_extend_and_steal (self->blocks, g_steal_pointer (&whole->blocks));
  g_ptr_array_extend_and_steal (self->images, g_steal_pointer (&whole->images));
  g_string_append_len (self->text, whole->text->str, whole->text->len);
  self->text_length = whole->text_length;
  self->n_words = whole->n_words;
  for (CpField field = 0; field < CP_N_FIELDS; field++)
    {
      self->evidence[field] = whole->evidence[field];
      self->details[field] = g_steal_pointer (&whole->details[field]);
    }
}

static gboolean
complete (CpArticle  *self,
          GError    **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (CpArticle) whole = NULL;

  if (g_atomic_int_get (&self->complete))
    return TRUE;

  locker = g_mutex_locker_new (&self->loading);
  if (self->complete)
    return TRUE;

  whole = self->loader (self->id, self->loader_data, error);
  if (whole == NULL)
    return FALSE;

  take_body (self, whole);
  clear_loader (self);
  g_atomic_int_set (&self->complete, TRUE);

  return TRUE;
}

static void
cp_article_finalize (GObject *object)
{
  CpArticle *self = CP_ARTICLE (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->standfirst, g_free);
  g_clear_pointer (&self->authors, g_strfreev);
  g_clear_pointer (&self->outlet, g_free);
  g_clear_pointer (&self->section, g_free);
  g_clear_pointer (&self->published, g_free);
  g_clear_pointer (&self->modified, g_free);
  g_clear_pointer (&self->url, g_free);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->tags, g_strfreev);
  g_clear_pointer (&self->revision_of, g_free);
  for (CpField field = 0; field < CP_N_FIELDS; field++)
    g_free (self->details[field]);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->images, g_ptr_array_unref);
  g_string_free (self->text, TRUE);
  clear_loader (self);
  g_mutex_clear (&self->loading);

  G_OBJECT_CLASS (cp_article_parent_class)->finalize (object);
}

static void
cp_article_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  CpArticle *self = CP_ARTICLE (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;

    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;

    case PROP_STANDFIRST:
      g_value_set_string (value, self->standfirst);
      break;

    case PROP_OUTLET:
      g_value_set_string (value, self->outlet);
      break;

    case PROP_SECTION:
      g_value_set_string (value, self->section);
      break;

    case PROP_PUBLISHED:
      g_value_set_string (value, self->published);
      break;

    case PROP_MODIFIED:
      g_value_set_string (value, self->modified);
      break;

    case PROP_URL:
      g_value_set_string (value, self->url);
      break;

    case PROP_LANGUAGE:
      g_value_set_string (value, self->language);
      break;

    case PROP_AUTHORS:
      g_value_set_boxed (value, self->authors);
      break;

    case PROP_OPINION:
      g_value_set_boolean (value, self->opinion);
      break;

    case PROP_TAGS:
      g_value_set_boxed (value, self->tags);
      break;

    case PROP_N_REMOVED_THEMES:
      g_value_set_uint (value, self->n_removed_themes);
      break;

    case PROP_REVISION_OF:
      g_value_set_string (value, self->revision_of);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cp_article_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  CpArticle *self = CP_ARTICLE (object);

  switch (prop_id)
    {
    case PROP_ID:
      cp_article_set_id (self, g_value_get_string (value));
      break;

    case PROP_TITLE:
      cp_article_set_title (self, g_value_get_string (value));
      break;

    case PROP_STANDFIRST:
      cp_article_set_standfirst (self, g_value_get_string (value));
      break;

    case PROP_OUTLET:
      cp_article_set_outlet (self, g_value_get_string (value));
      break;

    case PROP_SECTION:
      cp_article_set_section (self, g_value_get_string (value));
      break;

    case PROP_PUBLISHED:
      cp_article_set_published (self, g_value_get_string (value));
      break;

    case PROP_MODIFIED:
      cp_article_set_modified (self, g_value_get_string (value));
      break;

    case PROP_URL:
      cp_article_set_url (self, g_value_get_string (value));
      break;

    case PROP_LANGUAGE:
      cp_article_set_language (self, g_value_get_string (value));
      break;

    case PROP_AUTHORS:
      cp_article_set_authors (self, g_value_get_boxed (value));
      break;

    case PROP_OPINION:
      cp_article_set_opinion (self, g_value_get_boolean (value));
      break;

    case PROP_TAGS:
      cp_article_set_tags (self, g_value_get_boxed (value));
      break;

    case PROP_N_REMOVED_THEMES:
      cp_article_set_n_removed_themes (self, g_value_get_uint (value));
      break;

    case PROP_REVISION_OF:
      cp_article_set_revision_of (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cp_article_class_init (CpArticleClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = cp_article_finalize;
  object_class->get_property = cp_article_get_property;
  object_class->set_property = cp_article_set_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_STANDFIRST] = g_param_spec_string ("standfirst", NULL, NULL, NULL, flags);
  properties[PROP_OUTLET] = g_param_spec_string ("outlet", NULL, NULL, NULL, flags);
  properties[PROP_SECTION] = g_param_spec_string ("section", NULL, NULL, NULL, flags);
  properties[PROP_MODIFIED] = g_param_spec_string ("modified", NULL, NULL, NULL, flags);
  properties[PROP_REVISION_OF] = g_param_spec_string ("revision-of", NULL, NULL, NULL, flags);
  properties[PROP_PUBLISHED] = g_param_spec_string ("published", NULL, NULL, NULL, flags);
  properties[PROP_URL] = g_param_spec_string ("url", NULL, NULL, NULL, flags);
  properties[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, NULL, flags);
  properties[PROP_AUTHORS] = g_param_spec_boxed ("authors", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_OPINION] = g_param_spec_boolean ("opinion", NULL, NULL, FALSE, flags);
  properties[PROP_TAGS] = g_param_spec_boxed ("tags", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_N_REMOVED_THEMES] =
    g_param_spec_uint ("n-removed-themes", NULL, NULL, 0, G_MAXUINT, 0, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
cp_article_init (CpArticle *self)
{
  self->title = g_strdup ("");
  self->authors = g_new0 (char *, 1);
  self->tags = g_new0 (char *, 1);
  self->blocks = g_ptr_array_new_with_free_func (g_object_unref);
  self->images = g_ptr_array_new_with_free_func (g_object_unref);
  self->text = g_string_new (NULL);
  self->complete = TRUE;
  g_mutex_init (&self->loading);
}

/**
 * cp_article_new:
 *
 * Returns: (transfer full): an article without metadata and blocks
 */
CpArticle *
cp_article_new (void)
{
  return g_object_new (CP_TYPE_ARTICLE, NULL);
}

/**
 * cp_article_set_loader:
 * @n_words: what cp_article_get_n_words() gives meanwhile
 * @loader: reads the article whole; called at most once at a time, in any thread
 * @data: for @loader
 * @free_data: frees @data, in any thread
 *
 * Has blocks, images and evidence come when they are first asked for: a list of thousands of articles shows none of
 * them. The article must have none yet.
 */
void
cp_article_set_loader (CpArticle       *self,
                       int              n_words,
                       CpArticleLoader  loader,
                       gpointer         data,
                       GDestroyNotify   free_data)
{
  g_return_if_fail (CP_IS_ARTICLE (self));
  g_return_if_fail (loader != NULL && self->loader == NULL && self->blocks->len == 0);

  self->n_words = n_words;
  self->loader = loader;
  self->loader_data = data;
  self->free_loader_data = free_data;
  g_atomic_int_set (&self->complete, FALSE);
}

/**
 * cp_article_load:
 * @error: as of the article's loader
 *
 * Has blocks, images and evidence come now, so that nothing blocks or fails later. Blocks; in any thread. Whoever
 * asks for them without this, and in vain, finds an article without text.
 *
 * Returns: whether the article is whole
 */
gboolean
cp_article_load (CpArticle  *self,
                 GError    **error)
{
  g_return_val_if_fail (CP_IS_ARTICLE (self), FALSE);

  return complete (self, error);
}

static CpArticle *
copy_metadata (CpArticle *self)
{
  CpArticle *copy = cp_article_new ();

  for (guint property = PROP_ID; property < N_PROPS; property++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      g_value_init (&value, properties[property]->value_type);
      g_object_get_property (G_OBJECT (self), properties[property]->name, &value);
      g_object_set_property (G_OBJECT (copy), properties[property]->name, &value);
    }

  for (CpField field = 0; field < CP_N_FIELDS; field++)
    cp_article_set_evidence (copy, field, self->evidence[field], self->details[field]);

  for (guint i = 0; i < self->images->len; i++)
    cp_article_add_image (copy, g_ptr_array_index (self->images, i));

  return copy;
}

/**
 * cp_article_copy:
 *
 * An article that others may be reading is never changed in its text: what changes it works on a copy, and
 * puts that in its place.
 *
 * Returns: (transfer full): an article of the same metadata and blocks
 */
CpArticle *
cp_article_copy (CpArticle *self)
{
  g_return_val_if_fail (CP_IS_ARTICLE (self), NULL);

  return cp_article_copy_with_role (self, G_MAXUINT, CP_BLOCK_BODY);
}

/**
 * cp_article_copy_with_role:
 * @position: that of a block; past the last, nothing changes
 * @role: whether that block belongs to the piece
 *
 * Returns: (transfer full): the article with the block in the body or out of it, and so of another text
 */
CpArticle *
cp_article_copy_with_role (CpArticle   *self,
                           guint        position,
                           CpBlockRole  role)
{
  CpArticle *copy;

  g_return_val_if_fail (CP_IS_ARTICLE (self), NULL);

  complete (self, NULL);
  copy = copy_metadata (self);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      g_autoptr (CpBlock) block = cp_block_copy (g_ptr_array_index (self->blocks, i));

      if (i == position)
        cp_block_set_role (block, role);
      cp_article_add_block (copy, block);
    }

  return copy;
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

  set_string (self, &self->id, id, PROP_ID);
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

  set_string (self, &self->title, title != NULL ? title : "", PROP_TITLE);
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

  set_string (self, &self->standfirst, standfirst, PROP_STANDFIRST);
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

  set_string (self, &self->outlet, outlet, PROP_OUTLET);
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

  set_string (self, &self->section, section, PROP_SECTION);
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

  set_string (self, &self->published, published, PROP_PUBLISHED);
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

  set_string (self, &self->modified, modified, PROP_MODIFIED);
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

  set_string (self, &self->url, url, PROP_URL);
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

  set_string (self, &self->language, language, PROP_LANGUAGE);
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
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPINION]);
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

void
cp_article_set_revision_of (CpArticle  *self,
                            const char *id)
{
  g_return_if_fail (CP_IS_ARTICLE (self));

  set_string (self, &self->revision_of, id, PROP_REVISION_OF);
}

/* The properties that are strings, by field. */
static char **
find_string (CpArticle *self,
             CpField    field,
             guint     *property)
{
  char **strings[CP_N_FIELDS] = {
    [CP_FIELD_TITLE] = &self->title,
    [CP_FIELD_STANDFIRST] = &self->standfirst,
    [CP_FIELD_OUTLET] = &self->outlet,
    [CP_FIELD_SECTION] = &self->section,
    [CP_FIELD_PUBLISHED] = &self->published,
    [CP_FIELD_MODIFIED] = &self->modified,
    [CP_FIELD_URL] = &self->url,
    [CP_FIELD_LANGUAGE] = &self->language,
  };
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

  *property = string_properties[field];

  return strings[field];
}

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
  guint property;

  g_return_val_if_fail (CP_IS_ARTICLE (self), NULL);

  if (field == CP_FIELD_AUTHORS)
    return *self->authors != NULL ? g_strjoinv ("; ", self->authors) : NULL;

  if (field == CP_FIELD_OPINION)
    return g_strdup (self->opinion ? "yes" : "no");

  return g_strdup (*find_string (self, field, &property));
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
  char **string;
  guint property;

  g_return_if_fail (CP_IS_ARTICLE (self));

  if (field == CP_FIELD_AUTHORS)
    {
      set_joined_authors (self, value);
    }
  else if (field == CP_FIELD_OPINION)
    {
      cp_article_set_opinion (self, g_strcmp0 (value, "yes") == 0);
    }
  else
    {
      string = find_string (self, field, &property);
      set_string (self, string, value == NULL && field == CP_FIELD_TITLE ? "" : value, property);
    }
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

  complete (self, NULL);
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

  complete (self, NULL);
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
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_REMOVED_THEMES]);
}

/**
 * cp_article_add_block:
 * @block: a block that belongs to no article yet
 *
 * Puts @block after the others and, when it belongs to the body, its text at the end of the
 * article's.
 */
void
cp_article_add_block (CpArticle *self,
                      CpBlock   *block)
{
  g_return_if_fail (CP_IS_ARTICLE (self));
  g_return_if_fail (CP_IS_BLOCK (block));
  g_return_if_fail (self->complete);

  if (cp_block_get_role (block) == CP_BLOCK_BODY)
    {
      const char *text = cp_block_get_text (block);
      int start;

      if (self->text->len > 0)
        {
          g_string_append (self->text, BLOCK_SEPARATOR);
          self->text_length += strlen (BLOCK_SEPARATOR);
        }

      start = self->text_length;
      g_string_append (self->text, text);
      self->text_length += g_utf8_strlen (text, -1);
      self->n_words += cp_count_words (text);
      cp_block_set_span (block, start, self->text_length);
    }

  g_ptr_array_add (self->blocks, g_object_ref (block));
}

/**
 * cp_article_get_block:
 * @position: counted from 0, in the order of the page; body and furniture alike
 *
 * Returns: (transfer none) (nullable): the block, or %NULL past the last
 */
CpBlock *
cp_article_get_block (CpArticle *self,
                      guint      position)
{
  g_return_val_if_fail (CP_IS_ARTICLE (self), NULL);

  return complete (self, NULL) && position < self->blocks->len ? g_ptr_array_index (self->blocks, position) : NULL;
}

guint
cp_article_get_n_blocks (CpArticle *self)
{
  g_return_val_if_fail (CP_IS_ARTICLE (self), 0);

  return complete (self, NULL) ? self->blocks->len : 0;
}

/**
 * cp_article_add_image:
 * @image: where a picture stands
 *
 * Puts @image after the others.
 */
void
cp_article_add_image (CpArticle *self,
                      CpImage   *image)
{
  g_return_if_fail (CP_IS_ARTICLE (self));
  g_return_if_fail (CP_IS_IMAGE (image));
  g_return_if_fail (self->complete);

  g_ptr_array_add (self->images, g_object_ref (image));
}

/**
 * cp_article_get_image:
 * @position: counted from 0, in the order of the page
 *
 * Returns: (transfer none) (nullable): where the picture stands, or %NULL past the last
 */
CpImage *
cp_article_get_image (CpArticle *self,
                      guint      position)
{
  g_return_val_if_fail (CP_IS_ARTICLE (self), NULL);

  return complete (self, NULL) && position < self->images->len ? g_ptr_array_index (self->images, position) : NULL;
}

guint
cp_article_get_n_images (CpArticle *self)
{
  g_return_val_if_fail (CP_IS_ARTICLE (self), 0);

  return complete (self, NULL) ? self->images->len : 0;
}

/**
 * cp_article_get_text:
 *
 * Returns: the blocks of the body, headings included, joined by empty lines; what offsets count in
 */
const char *
cp_article_get_text (CpArticle *self)
{
  g_return_val_if_fail (CP_IS_ARTICLE (self), NULL);

  return complete (self, NULL) ? self->text->str : "";
}

/**
 * cp_article_get_n_words:
 *
 * Returns: running words of the body, headings included
 */
int
cp_article_get_n_words (CpArticle *self)
{
  g_return_val_if_fail (CP_IS_ARTICLE (self), 0);

  return self->n_words;
}
