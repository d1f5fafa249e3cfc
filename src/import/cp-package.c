/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells the formats that are ZIP files inside. */

#define G_LOG_DOMAIN "cp-package"

#include "config.h"

#include "cp-error.h"
#include "cp-package.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A list of types or a media type is not longer. */
#define MAX_PROBED (1024 * 1024)

static char *
dup_member (CpArchive  *archive,
            const char *path)
{
  int index = cp_archive_find (archive, path);
  g_autoptr (GBytes) bytes = NULL;
  const char *data;
  gsize size;

  if (index < 0 || cp_archive_get_size (archive, index) > MAX_PROBED)
    return NULL;

  bytes = cp_archive_read (archive, index, NULL);
  if (bytes == NULL)
    return NULL;

  data = g_bytes_get_data (bytes, &size);

  return g_strndup (data, size);
}

static CpPackage
tell_office (const char *types)
{
  gboolean is_text = strstr (types, "wordprocessingml.document.main+xml") != NULL ||
                     strstr (types, "wordprocessingml.template.main+xml") != NULL ||
                     strstr (types, "ms-word.document.macroEnabled.main+xml") != NULL ||
                     strstr (types, "ms-word.template.macroEnabledTemplate.main+xml") != NULL;

  return is_text ? CP_PACKAGE_DOCX : CP_PACKAGE_OTHER;
}

static CpPackage
tell_archive (CpArchive *archive)
{
  g_autofree char *types = dup_member (archive, "[Content_Types].xml");
  g_autofree char *media_type = dup_member (archive, "mimetype");

  if (cp_archive_find (archive, "META-INF/container.xml") >= 0 &&
      (media_type == NULL || strstr (media_type, "application/epub") != NULL))
    return CP_PACKAGE_EPUB;

  if (types != NULL)
    return tell_office (types);

  if (media_type == NULL || !g_str_has_prefix (media_type, "application/"))
    return CP_PACKAGE_PLAIN;

  return g_str_has_prefix (media_type, "application/vnd.oasis.opendocument.text") ? CP_PACKAGE_ODT : CP_PACKAGE_OTHER;
}

/**
 * cp_package_tell:
 * @bytes: the contents of a file
 *
 * Returns: what they are, by the parts that each format must have
 */
CpPackage
cp_package_tell (GBytes *bytes)
{
  g_autoptr (CpArchive) archive = NULL;

  if (!cp_archive_sniff (bytes))
    return CP_PACKAGE_NONE;

  archive = cp_archive_open (bytes, "", NULL);

  return archive != NULL ? tell_archive (archive) : CP_PACKAGE_DAMAGED;
}

/**
 * cp_package_read_part:
 *
 * Returns: (transfer full) (nullable): a member as a tree, or %NULL when it is missing, broken or over the limits
 */
xmlDoc *
cp_package_read_part (CpArchive  *archive,
                      const char *path)
{
  int index = cp_archive_find (archive, path);
  g_autoptr (GBytes) bytes = index >= 0 ? cp_archive_read (archive, index, NULL) : NULL;

  return bytes != NULL ? cp_xml_parse (bytes) : NULL;
}

/**
 * cp_package_set_damaged_error:
 * @name: how messages name the document
 * @error: (out): is set to %CP_ERROR_DAMAGED
 *
 * Says that the part with the text is not there or cannot be read.
 */
void
cp_package_set_damaged_error (const char  *name,
                              GError     **error)
{
  g_set_error (error, CP_ERROR, CP_ERROR_DAMAGED,
               _("“%s” is a document whose text is missing or damaged. Open it in the program that it was made with, save it again, and import that."),
               name);
}
