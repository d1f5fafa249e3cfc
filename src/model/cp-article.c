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
  char        *published;
  char        *url;
  char        *language;
  gboolean     opinion;
  char       **tags;
  guint        n_removed_themes;

  /* An array and not a list model: an article is read by several threads at once, and a
   * GListStore moves a cursor when it is read. */
  GPtrArray   *blocks;
  GString     *text;
  int          text_length;
  int          n_words;
};

enum
{
  PROP_0,
  PROP_ID,
  PROP_TITLE,
  PROP_STANDFIRST,
  PROP_AUTHORS,
  PROP_OUTLET,
  PROP_PUBLISHED,
  PROP_URL,
  PROP_LANGUAGE,
  PROP_OPINION,
  PROP_TAGS,
  PROP_N_REMOVED_THEMES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CpArticle, cp_article, G_TYPE_OBJECT)

/* A running word is a stretch without white space that holds a letter or a digit, which is
 * what word processors count and editors commission by. */
static int
count_words (const char *text)
{
  gboolean in_word = FALSE;
  int n = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (g_unichar_isspace (character))
        {
          in_word = FALSE;
        }
      else if (!in_word && g_unichar_isalnum (character))
        {
          in_word = TRUE;
          n++;
        }
    }

  return n;
}

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
cp_article_finalize (GObject *object)
{
  CpArticle *self = CP_ARTICLE (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->standfirst, g_free);
  g_clear_pointer (&self->authors, g_strfreev);
  g_clear_pointer (&self->outlet, g_free);
  g_clear_pointer (&self->published, g_free);
  g_clear_pointer (&self->url, g_free);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->tags, g_strfreev);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_string_free (self->text, TRUE);

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

    case PROP_PUBLISHED:
      g_value_set_string (value, self->published);
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

    case PROP_PUBLISHED:
      cp_article_set_published (self, g_value_get_string (value));
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
  self->text = g_string_new (NULL);
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
      self->n_words += count_words (text);
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

  return position < self->blocks->len ? g_ptr_array_index (self->blocks, position) : NULL;
}

guint
cp_article_get_n_blocks (CpArticle *self)
{
  g_return_val_if_fail (CP_IS_ARTICLE (self), 0);

  return self->blocks->len;
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

  return self->text->str;
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
