/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a picture stands in an article, and what it shows. */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define CP_TYPE_IMAGE (cp_image_get_type ())
G_DECLARE_FINAL_TYPE (CpImage, cp_image, CP, IMAGE, GObject)

CpImage    *cp_image_new             (const char *resource,
                                      const char *alternative,
                                      guint       position);

const char *cp_image_get_resource    (CpImage    *self);
const char *cp_image_get_alternative (CpImage    *self);
guint       cp_image_get_position    (CpImage    *self);
void        cp_image_set_position    (CpImage    *self,
                                      guint       position);

G_END_DECLS
