/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lies beside a page in an archive. */

#define G_LOG_DOMAIN "cp-archive-siblings"

#include "config.h"

#include "cp-archive-siblings.h"

#include <string.h>

static int
find_member (CpArchive  *archive,
             const char *folder,
             const char *path)
{
  g_autofree char *full = *folder != '\0' ? g_strdup_printf ("%s/%s", folder, path) : g_strdup (path);

  return cp_archive_find (archive, full);
}

/* A page cannot look above its own folder, so that "../images/a.png" arrives here without the dots: what is not below
 * the folder is looked for in the folders around it. */
static GBytes *
load_member (gpointer    data,
             const char *path)
{
  CpArchiveSiblings *self = data;
  g_autofree char *folder = g_strdup (self->folder);
  int index = find_member (self->archive, folder, path);

  while (index < 0 && *folder != '\0')
    {
      char *slash = strrchr (folder, '/');

      *(slash != NULL ? slash : folder) = '\0';
      index = find_member (self->archive, folder, path);
    }

  if (index < 0 || cp_archive_get_size (self->archive, index) > CP_SIBLINGS_MAX_SIZE)
    return NULL;

  return cp_archive_read (self->archive, index, NULL);
}

/**
 * cp_archive_siblings_init:
 * @archive: must outlive @self
 * @page: the name of a member
 *
 * Makes the files around @page available. @self must stay where it is.
 */
void
cp_archive_siblings_init (CpArchiveSiblings *self,
                          CpArchive         *archive,
                          const char        *page)
{
  const char *slash = strrchr (page, '/');

  *self = (CpArchiveSiblings) {
    .siblings = { .load = load_member, .data = self },
    .archive = archive,
    .folder = g_strndup (page, slash != NULL ? slash - page : 0),
  };
}

void
cp_archive_siblings_clear (CpArchiveSiblings *self)
{
  g_clear_pointer (&self->folder, g_free);
}
