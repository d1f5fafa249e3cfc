/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The several addresses under which a page offers one picture. */

#pragma once

#include <libxml/tree.h>

#include <glib.h>

G_BEGIN_DECLS

GPtrArray *cp_html_srcset_list_references (xmlNode *image);

G_END_DECLS
