/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that came with a saved piece: a picture or a style sheet. */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define CP_TYPE_RESOURCE (cp_resource_get_type ())

/**
 * CpResource:
 * @name: how the original refers to it: a relative path, an address, "cid:…"
 * @media_type: such as "image/png"; judged by the bytes where they tell
 * @bytes: its contents
 *
 * Never changed once it is made.
 */
typedef struct
{
  char   *name;
  char   *media_type;
  GBytes *bytes;
} CpResource;

GType       cp_resource_get_type (void);
CpResource *cp_resource_new      (const char *name,
                                  const char *media_type,
                                  GBytes     *bytes);
CpResource *cp_resource_ref      (CpResource *self);
void        cp_resource_unref    (CpResource *self);
gboolean    cp_resource_is_image (CpResource *self);
char       *cp_resource_dup_uri  (CpResource *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CpResource, cp_resource_unref)

G_END_DECLS
