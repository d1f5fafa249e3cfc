/* SPDX-License-Identifier: GPL-3.0-or-later */
/* XML of foreign hands → a tree of bounded depth, without entities and external parts. */

#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/* No element lies deeper, so that a tree may be walked by recursion. */
#define CP_XML_MAX_DEPTH 256

xmlDoc   *cp_xml_parse         (GBytes     *bytes);
xmlNode  *cp_xml_get_root      (xmlDoc     *document);

gboolean  cp_xml_is            (xmlNode    *node,
                                const char *name);
xmlNode  *cp_xml_first_element (xmlNode    *node);
xmlNode  *cp_xml_next_element  (xmlNode    *node);
xmlNode  *cp_xml_find_child    (xmlNode    *node,
                                const char *name);
xmlNode  *cp_xml_find          (xmlNode    *node,
                                const char *name);
char     *cp_xml_dup_attribute (xmlNode    *node,
                                const char *name);
char     *cp_xml_dup_text      (xmlNode    *node);
char     *cp_xml_dup_found     (xmlDoc     *document,
                                const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

G_END_DECLS
