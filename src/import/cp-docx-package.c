/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a Word document, and how they refer to each other (ECMA-376, part 2: Open Packaging Conventions). */

#define G_LOG_DOMAIN "cp-docx-package"

#include "config.h"

#include "cp-docx-package.h"
#include "cp-package.h"
#include "cp-zip-path.h"

#include <string.h>

static void
free_relation (gpointer data)
{
  CpDocxRelation *relation = data;

  g_free (relation->type);
  g_free (relation->target);
  g_free (relation);
}

/* The relations of "word/document.xml" are in "word/_rels/document.xml.rels"; those of the package, whose name is
 * "", in "_rels/.rels". */
static char *
relations_path (const char *part)
{
  const char *slash = strrchr (part, '/');
  int length = slash != NULL ? slash + 1 - part : 0;

  return g_strdup_printf ("%.*s_rels/%s.rels", length, part, part + length);
}

static void
add_relation (GHashTable *relations,
              const char *part,
              xmlNode    *node)
{
  g_autofree char *id = cp_xml_dup_attribute (node, "Id");
  g_autofree char *type = cp_xml_dup_attribute (node, "Type");
  g_autofree char *target = cp_xml_dup_attribute (node, "Target");
  g_autofree char *mode = cp_xml_dup_attribute (node, "TargetMode");
  CpDocxRelation *relation;

  if (id == NULL || type == NULL || target == NULL)
    return;

  relation = g_new0 (CpDocxRelation, 1);
  relation->external = g_strcmp0 (mode, "External") == 0;
  relation->type = g_strdup (strrchr (type, '/') != NULL ? strrchr (type, '/') + 1 : type);
  relation->target = relation->external ? g_steal_pointer (&target) : cp_zip_path_resolve (part, target);

  if (relation->target != NULL)
    g_hash_table_replace (relations, g_steal_pointer (&id), relation);
  else
    free_relation (relation);
}

/**
 * cp_docx_relations_read:
 * @part: a part of the document, or "" for the document itself
 *
 * Returns: (transfer full) (element-type utf8 CpDocxRelation): what @part refers to, by id
 */
GHashTable *
cp_docx_relations_read (CpArchive  *archive,
                        const char *part)
{
  GHashTable *relations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_relation);
  g_autofree char *path = relations_path (part);
  g_autoptr (xmlDoc) document = cp_package_read_part (archive, path);

  if (document == NULL)
    return relations;

  for (xmlNode *node = cp_xml_first_element (cp_xml_get_root (document)); node != NULL; node = cp_xml_next_element (node))
    add_relation (relations, part, node);

  return relations;
}

/**
 * cp_docx_relations_find:
 * @type: the last word of a type
 *
 * Returns: (transfer none) (nullable): a relation of that type to another part
 */
const CpDocxRelation *
cp_docx_relations_find (GHashTable *relations,
                        const char *type)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, relations);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const CpDocxRelation *relation = value;

      if (!relation->external && g_str_equal (relation->type, type))
        return relation;
    }

  return NULL;
}
