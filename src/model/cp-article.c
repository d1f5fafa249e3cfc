/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One saved op-ed: its metadata and its ordered blocks of clean text. */

#define G_LOG_DOMAIN "cp-article"

#include "config.h"

#include "cp-article-private.h"
#include "cp-util.h"

#include <string.h>

/* What stands between two blocks of the body in the text. */
#define BLOCK_SEPARATOR "\n\n"

GParamSpec *cp_article_properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CpArticle, cp_article, G_TYPE_OBJECT)

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

/* Returns: (nullable): where the value of a property is kept that is a string */
char **
cp_article_find_string (CpArticle *self,
                        guint      property)
{
  char **strings[N_PROPS] = {
    [PROP_ID] = &self->id,
    [PROP_TITLE] = &self->title,
    [PROP_STANDFIRST] = &self->standfirst,
    [PROP_OUTLET] = &self->outlet,
    [PROP_SECTION] = &self->section,
    [PROP_PUBLISHED] = &self->published,
    [PROP_MODIFIED] = &self->modified,
    [PROP_URL] = &self->url,
    [PROP_LANGUAGE] = &self->language,
    [PROP_REVISION_OF] = &self->revision_of,
  };

  return strings[property];
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
      g_value_set_string (value, *cp_article_find_string (self, prop_id));
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
      cp_article_set_string (self, prop_id, g_value_get_string (value));
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

  cp_article_properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  cp_article_properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  cp_article_properties[PROP_STANDFIRST] = g_param_spec_string ("standfirst", NULL, NULL, NULL, flags);
  cp_article_properties[PROP_OUTLET] = g_param_spec_string ("outlet", NULL, NULL, NULL, flags);
  cp_article_properties[PROP_SECTION] = g_param_spec_string ("section", NULL, NULL, NULL, flags);
  cp_article_properties[PROP_MODIFIED] = g_param_spec_string ("modified", NULL, NULL, NULL, flags);
  cp_article_properties[PROP_REVISION_OF] = g_param_spec_string ("revision-of", NULL, NULL, NULL, flags);
  cp_article_properties[PROP_PUBLISHED] = g_param_spec_string ("published", NULL, NULL, NULL, flags);
  cp_article_properties[PROP_URL] = g_param_spec_string ("url", NULL, NULL, NULL, flags);
  cp_article_properties[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, NULL, flags);
  cp_article_properties[PROP_AUTHORS] = g_param_spec_boxed ("authors", NULL, NULL, G_TYPE_STRV, flags);
  cp_article_properties[PROP_OPINION] = g_param_spec_boolean ("opinion", NULL, NULL, FALSE, flags);
  cp_article_properties[PROP_TAGS] = g_param_spec_boxed ("tags", NULL, NULL, G_TYPE_STRV, flags);
  cp_article_properties[PROP_N_REMOVED_THEMES] =
    g_param_spec_uint ("n-removed-themes", NULL, NULL, 0, G_MAXUINT, 0, flags);

  g_object_class_install_properties (object_class, N_PROPS, cp_article_properties);
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

      g_value_init (&value, cp_article_properties[property]->value_type);
      g_object_get_property (G_OBJECT (self), cp_article_properties[property]->name, &value);
      g_object_set_property (G_OBJECT (copy), cp_article_properties[property]->name, &value);
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
