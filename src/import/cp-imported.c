/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was made of one file: the article, its original bytes, and what was kept and dropped. */

#define G_LOG_DOMAIN "cp-imported"

#include "config.h"

#include "cp-imported.h"

struct _CpImported
{
  GObject     parent_instance;

  CpArticle  *article;
  GBytes     *original;
  char       *media_type;
  char      **kept;
  char      **dropped;
  GListStore *highlights;
  GPtrArray  *resources;
  GPtrArray  *annotations;
};

G_DEFINE_FINAL_TYPE (CpImported, cp_imported, G_TYPE_OBJECT)

static void
cp_imported_dispose (GObject *object)
{
  CpImported *self = CP_IMPORTED (object);

  g_clear_object (&self->article);
  g_clear_object (&self->highlights);

  G_OBJECT_CLASS (cp_imported_parent_class)->dispose (object);
}

static void
cp_imported_finalize (GObject *object)
{
  CpImported *self = CP_IMPORTED (object);

  g_clear_pointer (&self->original, g_bytes_unref);
  g_clear_pointer (&self->resources, g_ptr_array_unref);
  g_clear_pointer (&self->annotations, g_ptr_array_unref);
  g_clear_pointer (&self->media_type, g_free);
  g_clear_pointer (&self->kept, g_strfreev);
  g_clear_pointer (&self->dropped, g_strfreev);

  G_OBJECT_CLASS (cp_imported_parent_class)->finalize (object);
}

static void
cp_imported_class_init (CpImportedClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cp_imported_dispose;
  object_class->finalize = cp_imported_finalize;
}

static void
cp_imported_init (CpImported *self)
{
  self->highlights = g_list_store_new (CP_TYPE_HIGHLIGHT);
  self->resources = g_ptr_array_new ();
  self->annotations = g_ptr_array_new ();
}

/**
 * cp_imported_new:
 * @article: what was read
 * @original: the bytes that it was read from
 * @media_type: the format that they were read as, such as "text/html"
 * @kept: (array zero-terminated=1): translated phrases that say what was kept
 * @dropped: (array zero-terminated=1): translated phrases that say what was dropped
 *
 * Returns: (transfer full): all of it together
 */
CpImported *
cp_imported_new (CpArticle          *article,
                 GBytes             *original,
                 const char         *media_type,
                 const char * const *kept,
                 const char * const *dropped)
{
  CpImported *self;

  g_return_val_if_fail (CP_IS_ARTICLE (article), NULL);
  g_return_val_if_fail (original != NULL, NULL);

  self = g_object_new (CP_TYPE_IMPORTED, NULL);
  self->article = g_object_ref (article);
  self->original = g_bytes_ref (original);
  self->media_type = g_strdup (media_type);
  self->kept = g_strdupv ((char **) kept);
  self->dropped = g_strdupv ((char **) dropped);

  return self;
}

/**
 * cp_imported_new_for_annotations:
 * @annotations: (element-type CpAnnotation): highlights of pieces that are not in the file; each has a target
 *
 * Returns: (transfer full): what was made of a file that holds no piece itself
 */
CpImported *
cp_imported_new_for_annotations (GPtrArray *annotations)
{
  CpImported *self = g_object_new (CP_TYPE_IMPORTED, NULL);

  g_ptr_array_unref (self->annotations);
  self->annotations = g_ptr_array_ref (annotations);

  return self;
}

/**
 * cp_imported_get_article:
 *
 * Returns: (transfer none) (nullable): the article, with its id; %NULL when there are annotations alone
 */
CpArticle *
cp_imported_get_article (CpImported *self)
{
  g_return_val_if_fail (CP_IS_IMPORTED (self), NULL);

  return self->article;
}

/**
 * cp_imported_get_original:
 *
 * Returns: (transfer none): the file as it was, byte for byte
 */
GBytes *
cp_imported_get_original (CpImported *self)
{
  g_return_val_if_fail (CP_IS_IMPORTED (self), NULL);

  return self->original;
}

/**
 * cp_imported_get_media_type:
 *
 * Returns: the format that the file was read as: "text/html", "text/markdown" or "text/plain"
 */
const char *
cp_imported_get_media_type (CpImported *self)
{
  g_return_val_if_fail (CP_IS_IMPORTED (self), NULL);

  return self->media_type;
}

/**
 * cp_imported_get_kept:
 *
 * Returns: (array zero-terminated=1): what the article has of the file, as translated phrases such as
 *   "12 paragraphs" or "title"
 */
const char * const *
cp_imported_get_kept (CpImported *self)
{
  g_return_val_if_fail (CP_IS_IMPORTED (self), NULL);

  return (const char * const *) self->kept;
}

/**
 * cp_imported_get_dropped:
 *
 * Returns: (array zero-terminated=1): what of the file is not in the article's text, as translated phrases
 *   such as "2 related links" or "7 scripts"
 */
const char * const *
cp_imported_get_dropped (CpImported *self)
{
  g_return_val_if_fail (CP_IS_IMPORTED (self), NULL);

  return (const char * const *) self->dropped;
}

/**
 * cp_imported_get_highlights:
 *
 * Returns: (transfer none): a list of #CpHighlight: what was highlighted where the piece was saved
 */
GListModel *
cp_imported_get_highlights (CpImported *self)
{
  g_return_val_if_fail (CP_IS_IMPORTED (self), NULL);

  return G_LIST_MODEL (self->highlights);
}

/**
 * cp_imported_place:
 * @annotations: (element-type CpAnnotation): what was highlighted in the piece
 *
 * Finds the highlights' places in the article.
 */
void
cp_imported_place (CpImported *self,
                   GPtrArray  *annotations)
{
  g_return_if_fail (CP_IS_IMPORTED (self));
  g_return_if_fail (self->article != NULL);

  if (annotations->len > 0)
    cp_annotations_place (annotations, self->article, self->highlights);
}

/**
 * cp_imported_get_resources:
 *
 * Returns: (transfer none) (element-type CpResource): the files that came with the piece
 */
GPtrArray *
cp_imported_get_resources (CpImported *self)
{
  g_return_val_if_fail (CP_IS_IMPORTED (self), NULL);

  return self->resources;
}

void
cp_imported_set_resources (CpImported *self,
                           GPtrArray  *resources)
{
  g_return_if_fail (CP_IS_IMPORTED (self));

  g_ptr_array_unref (self->resources);
  self->resources = g_ptr_array_ref (resources);
}

/**
 * cp_imported_get_annotations:
 *
 * Returns: (transfer none) (element-type CpAnnotation): highlights of pieces that are not in the file
 */
GPtrArray *
cp_imported_get_annotations (CpImported *self)
{
  g_return_val_if_fail (CP_IS_IMPORTED (self), NULL);

  return self->annotations;
}
