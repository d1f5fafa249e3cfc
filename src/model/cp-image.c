/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a picture stands in an article, and what it shows. */

#define G_LOG_DOMAIN "cp-image"

#include "config.h"

#include "cp-image.h"

struct _CpImage
{
  GObject  parent_instance;

  char    *resource;
  char    *alternative;
  guint    position;
};

G_DEFINE_FINAL_TYPE (CpImage, cp_image, G_TYPE_OBJECT)

static void
cp_image_finalize (GObject *object)
{
  CpImage *self = CP_IMAGE (object);

  g_clear_pointer (&self->resource, g_free);
  g_clear_pointer (&self->alternative, g_free);

  G_OBJECT_CLASS (cp_image_parent_class)->finalize (object);
}

static void
cp_image_class_init (CpImageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cp_image_finalize;
}

static void
cp_image_init (CpImage *self)
{
}

/**
 * cp_image_new:
 * @resource: name of the article's resource that is the picture
 * @alternative: (nullable): what it shows, in words
 * @position: that of the block which it stands before; the number of blocks when it is the last of all
 *
 * Returns: (transfer full): the image
 */
CpImage *
cp_image_new (const char *resource,
              const char *alternative,
              guint       position)
{
  CpImage *self;

  g_return_val_if_fail (resource != NULL, NULL);

  self = g_object_new (CP_TYPE_IMAGE, NULL);
  self->resource = g_strdup (resource);
  self->alternative = g_strdup (alternative);
  self->position = position;

  return self;
}

const char *
cp_image_get_resource (CpImage *self)
{
  g_return_val_if_fail (CP_IS_IMAGE (self), NULL);

  return self->resource;
}

/**
 * cp_image_get_alternative:
 *
 * Returns: (nullable): what the picture shows, in words
 */
const char *
cp_image_get_alternative (CpImage *self)
{
  g_return_val_if_fail (CP_IS_IMAGE (self), NULL);

  return self->alternative;
}

guint
cp_image_get_position (CpImage *self)
{
  g_return_val_if_fail (CP_IS_IMAGE (self), 0);

  return self->position;
}

/**
 * cp_image_set_position:
 * @position: that of the block which the image stands before
 *
 * Moves the image, before it is added to an article.
 */
void
cp_image_set_position (CpImage *self,
                       guint    position)
{
  g_return_if_fail (CP_IS_IMAGE (self));

  self->position = position;
}
