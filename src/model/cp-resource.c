/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that came with a saved piece: a picture or a style sheet. */

#define G_LOG_DOMAIN "cp-resource"

#include "config.h"

#include "cp-resource.h"

#include <gio/gio.h>

G_DEFINE_BOXED_TYPE (CpResource, cp_resource, cp_resource_ref, cp_resource_unref)

/* What a web view can show and what runs no script where it is shown as a picture. */
static const char * const image_types[] = {
  "image/png", "image/jpeg", "image/gif", "image/webp", "image/avif", "image/svg+xml", "image/bmp", NULL
};

/* Saved pages and mails call pictures anything; their first bytes do not lie. */
static char *
guess_media_type (const char *declared,
                  GBytes     *bytes)
{
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);
  gboolean uncertain;
  g_autofree char *content_type = g_content_type_guess (NULL, data, size, &uncertain);
  g_autofree char *guessed = uncertain ? NULL : g_content_type_get_mime_type (content_type);

  if (guessed != NULL && g_str_has_prefix (guessed, "image/"))
    return g_steal_pointer (&guessed);

  return g_strdup (declared != NULL ? declared : "application/octet-stream");
}

static void
clear_resource (gpointer data)
{
  CpResource *self = data;

  g_free (self->name);
  g_free (self->media_type);
  g_bytes_unref (self->bytes);
}

/**
 * cp_resource_new:
 * @name: how the original refers to it
 * @media_type: (nullable): what the file says it is; pictures are known by their bytes
 * @bytes: its contents
 *
 * Returns: (transfer full): the resource
 */
CpResource *
cp_resource_new (const char *name,
                 const char *media_type,
                 GBytes     *bytes)
{
  CpResource *self;

  g_return_val_if_fail (name != NULL && bytes != NULL, NULL);

  self = g_atomic_rc_box_new0 (CpResource);
  self->name = g_strdup (name);
  self->media_type = guess_media_type (media_type, bytes);
  self->bytes = g_bytes_ref (bytes);

  return self;
}

CpResource *
cp_resource_ref (CpResource *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
cp_resource_unref (CpResource *self)
{
  g_atomic_rc_box_release_full (self, clear_resource);
}

/**
 * cp_resource_is_image:
 *
 * Returns: whether it is a picture that can be shown
 */
gboolean
cp_resource_is_image (CpResource *self)
{
  return g_strv_contains (image_types, self->media_type);
}

/**
 * cp_resource_dup_uri:
 *
 * Returns: (transfer full): the contents as a data: address, for pages that may load nothing else
 */
char *
cp_resource_dup_uri (CpResource *self)
{
  gsize size;
  const guchar *data = g_bytes_get_data (self->bytes, &size);
  g_autofree char *encoded = g_base64_encode (data, size);

  return g_strconcat ("data:", self->media_type, ";base64,", encoded, NULL);
}
