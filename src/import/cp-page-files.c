/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pictures and style sheets that came with a saved page, found as the page refers to them. */

#define G_LOG_DOMAIN "cp-page-files"

#include "config.h"

#include "cp-data-uri.h"
#include "cp-fingerprint.h"
#include "cp-page-files.h"

#include <string.h>

/* The address of a page that does not know its own; below it are the files beside the page. */
#define PAGE_FOLDER "page:///"

/* Pages ask for files that are not there as often as they like, but not for ever. */
#define MAX_MISSES 200

#define URI_FLAGS (G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED)

struct _CpPageFiles
{
  char             *base;
  const CpSiblings *siblings;
  GHashTable       *resources;
  GPtrArray        *loaded;
  gsize             total;
  guint             n_misses;
};

static void
clear_resource (gpointer data)
{
  g_clear_pointer ((CpResource **) &data, cp_resource_unref);
}

/**
 * cp_page_files_new:
 * @base: (nullable): the address of the page
 * @siblings: (nullable): what lies beside the page; must outlive what is returned
 *
 * Returns: (transfer full): the files that came with the page
 */
CpPageFiles *
cp_page_files_new (const char       *base,
                   const CpSiblings *siblings)
{
  CpPageFiles *self = g_new0 (CpPageFiles, 1);
  g_autofree char *scheme = base != NULL ? g_uri_parse_scheme (base) : NULL;

  self->base = g_strdup (scheme != NULL ? base : PAGE_FOLDER);
  self->siblings = siblings;
  self->resources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, clear_resource);
  self->loaded = g_ptr_array_new_with_free_func ((GDestroyNotify) cp_resource_unref);

  return self;
}

void
cp_page_files_free (CpPageFiles *self)
{
  g_free (self->base);
  g_hash_table_unref (self->resources);
  g_ptr_array_unref (self->loaded);
  g_free (self);
}

static gboolean
fits (CpPageFiles *self,
      GBytes      *bytes)
{
  gsize size = g_bytes_get_size (bytes);

  return size > 0 && size <= CP_PAGE_FILES_MAX_SIZE && self->total + size <= CP_PAGE_FILES_MAX_TOTAL;
}

/**
 * cp_page_files_resolve:
 * @base: (nullable): the address of the file that @reference stands in; %NULL for the page
 * @reference: how another file is called there
 *
 * Returns: (transfer full): the address by which the other file is known
 */
char *
cp_page_files_resolve (CpPageFiles *self,
                       const char  *base,
                       const char  *reference)
{
  g_autofree char *bare = g_strndup (reference, strcspn (reference, "#"));
  char *address;

  g_strstrip (bare);
  address = g_uri_resolve_relative (base != NULL ? base : self->base, bare, URI_FLAGS, NULL);

  return address != NULL ? address : g_steal_pointer (&bare);
}

/**
 * cp_page_files_add:
 * @address: where the page expects the file, absolute or as it stands in the page
 * @media_type: (nullable): what it is said to be
 * @bytes: its contents
 *
 * Adds a file; the first of an address stays.
 *
 * Returns: whether there was room for it
 */
gboolean
cp_page_files_add (CpPageFiles *self,
                   const char  *address,
                   const char  *media_type,
                   GBytes      *bytes)
{
  g_autofree char *key = cp_page_files_resolve (self, NULL, address);

  if (!fits (self, bytes))
    return FALSE;

  if (!g_hash_table_contains (self->resources, key))
    {
      self->total += g_bytes_get_size (bytes);
      g_hash_table_insert (self->resources, g_steal_pointer (&key), cp_resource_new (address, media_type, bytes));
    }

  return TRUE;
}

/**
 * cp_page_files_add_resources:
 * @resources: (element-type CpResource): what was stored with the page
 */
void
cp_page_files_add_resources (CpPageFiles *self,
                             GPtrArray   *resources)
{
  for (guint i = 0; i < resources->len; i++)
    {
      CpResource *resource = g_ptr_array_index (resources, i);

      cp_page_files_add (self, resource->name, resource->media_type, resource->bytes);
    }
}

static const char *
guess_style_sheet (const char *path)
{
  return g_str_has_suffix (path, ".css") ? "text/css" : NULL;
}

/* What is not there is remembered as well, since looking for it is slow. */
static CpResource *
load_sibling (CpPageFiles *self,
              const char  *address)
{
  const char *path = address + strlen (PAGE_FOLDER);
  g_autoptr (GBytes) bytes = self->n_misses < MAX_MISSES ? cp_siblings_load (self->siblings, path) : NULL;
  CpResource *resource = NULL;

  if (bytes != NULL && fits (self, bytes))
    {
      self->total += g_bytes_get_size (bytes);
      resource = cp_resource_new (path, guess_style_sheet (path), bytes);
      g_ptr_array_add (self->loaded, cp_resource_ref (resource));
    }
  else
    {
      self->n_misses++;
    }

  g_hash_table_insert (self->resources, g_strdup (address), resource);

  return resource;
}

/* Named by its contents, so that a picture that is used twice is kept once. */
static CpResource *
read_data_uri (const char *uri)
{
  g_autofree char *media_type = NULL;
  g_autoptr (GBytes) bytes = cp_data_uri_decode (uri, CP_PAGE_FILES_MAX_SIZE, &media_type);
  g_autofree char *fingerprint = NULL;
  g_autofree char *name = NULL;

  if (bytes == NULL)
    return NULL;

  fingerprint = cp_fingerprint_bytes (bytes);
  name = g_strdup_printf ("embedded:%.12s", fingerprint);

  return cp_resource_new (name, media_type, bytes);
}

/**
 * cp_page_files_find:
 * @base: (nullable): the address of the file that @reference stands in; %NULL for the page
 * @reference: how the file is called there: a path, an address, "cid:…" or "data:…"
 *
 * Looks among what came with the page; nothing is fetched.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL when it did not come with the page
 */
CpResource *
cp_page_files_find (CpPageFiles *self,
                    const char  *base,
                    const char  *reference)
{
  g_autofree char *address = NULL;
  CpResource *resource = NULL;

  if (g_ascii_strncasecmp (reference, "data:", 5) == 0)
    return read_data_uri (reference);

  if (self->siblings == NULL && g_hash_table_size (self->resources) == 0)
    return NULL;

  address = cp_page_files_resolve (self, base, reference);
  if (!g_hash_table_lookup_extended (self->resources, address, NULL, (gpointer *) &resource) &&
      self->siblings != NULL && g_str_has_prefix (address, PAGE_FOLDER))
    resource = load_sibling (self, address);

  return resource != NULL ? cp_resource_ref (resource) : NULL;
}

/**
 * cp_page_files_get_loaded:
 *
 * Returns: (transfer none) (element-type CpResource): the files beside the page that were found so far
 */
GPtrArray *
cp_page_files_get_loaded (CpPageFiles *self)
{
  return self->loaded;
}
