/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an e-book says of itself: its properties, its chapters and what they are called (EPUB 3.3; EPUB 2.0.1 with its
 * NCX). */

#define G_LOG_DOMAIN "cp-epub-book"

#include "config.h"

#include "cp-epub-book.h"
#include "cp-error.h"
#include "cp-package.h"
#include "cp-zip-path.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A book of more chapters is none that somebody reads. */
#define MAX_CHAPTERS 5000

/* Where the package is being read. */
typedef struct
{
  CpEpubBook *book;
  const char *path;
  GHashTable *pages;
  GHashTable *skipped;
  GHashTable *labels;
  char       *navigation;
  char       *ncx;
} Package;

static void
free_chapter (gpointer data)
{
  CpEpubChapter *chapter = data;

  g_free (chapter->path);
  g_free (chapter->label);
  g_free (chapter);
}

/* The container names the package; a book that lost it may still have one. */
static char *
find_package (CpArchive *archive)
{
  g_autoptr (xmlDoc) container = cp_package_read_part (archive, "META-INF/container.xml");
  xmlNode *node = container != NULL ? cp_xml_find (cp_xml_get_root (container), "rootfile") : NULL;
  g_autofree char *path = node != NULL ? cp_xml_dup_attribute (node, "full-path") : NULL;

  if (path != NULL && cp_archive_find (archive, path) >= 0)
    return g_steal_pointer (&path);

  for (guint i = 0; i < cp_archive_get_n_members (archive); i++)
    {
      if (g_str_has_suffix (cp_archive_get_path (archive, i), ".opf"))
        return g_strdup (cp_archive_get_path (archive, i));
    }

  return NULL;
}

static gboolean
has_word (xmlNode    *node,
          const char *attribute,
          const char *word)
{
  g_autofree char *value = cp_xml_dup_attribute (node, attribute);
  g_auto (GStrv) words = value != NULL ? g_strsplit_set (value, " \t\n", -1) : NULL;

  return words != NULL && g_strv_contains ((const char * const *) words, word);
}

static char *
dup_target (const char *base,
            xmlNode    *node,
            const char *attribute)
{
  g_autofree char *reference = cp_xml_dup_attribute (node, attribute);

  return reference != NULL ? cp_zip_path_resolve (base, reference) : NULL;
}

static void
read_property (Package *self,
               xmlNode *node)
{
  static const struct
  {
    const char *name;
    CpField     field;
  } fields[] = {
    { "title", CP_FIELD_TITLE },
    { "description", CP_FIELD_STANDFIRST },
    { "publisher", CP_FIELD_OUTLET },
    { "date", CP_FIELD_PUBLISHED },
    { "source", CP_FIELD_URL },
    { "language", CP_FIELD_LANGUAGE },
  };
  g_autofree char *text = cp_xml_dup_text (node);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (cp_xml_is (node, fields[i].name))
        cp_metadata_offer (self->book->metadata, fields[i].field, text, CP_EVIDENCE_META, fields[i].name);
    }

  if (cp_xml_is (node, "type") && (strstr (text, "periodical") != NULL || strstr (text, "newspaper") != NULL || strstr (text, "magazine") != NULL))
    self->book->is_periodical = TRUE;
}

/* Programs that make issues of papers say so in properties of their own. */
static void
read_own_property (Package *self,
                   xmlNode *node)
{
  g_autofree char *name = cp_xml_dup_attribute (node, "name");
  g_autofree char *content = cp_xml_dup_attribute (node, "content");

  if (name != NULL && content != NULL && g_str_has_suffix (name, "publication_type") && g_str_has_prefix (content, "periodical"))
    self->book->is_periodical = TRUE;
}

static void
read_metadata (Package *self,
               xmlNode *metadata)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) authors = NULL;

  for (xmlNode *node = cp_xml_first_element (metadata); node != NULL; node = cp_xml_next_element (node))
    {
      g_autofree char *role = cp_xml_dup_attribute (node, "role");

      if (cp_xml_is (node, "creator") && (role == NULL || g_str_equal (role, "aut")))
        {
          g_autofree char *name = cp_xml_dup_text (node);

          g_strstrip (name);
          if (*name != '\0')
            g_strv_builder_add (names, name);
        }
      else if (cp_xml_is (node, "meta"))
        read_own_property (self, node);
      else if (cp_xml_is (node, "dc-metadata"))
        read_metadata (self, node);
      else
        read_property (self, node);
    }

  authors = g_strv_builder_end (names);
  cp_metadata_offer_authors (self->book->metadata, (const char * const *) authors, CP_EVIDENCE_META, "creator");
}

static void
read_item (Package *self,
           xmlNode *item)
{
  static const char * const page_types[] = { "application/xhtml+xml", "text/html", "text/x-oeb1-document", NULL };
  g_autofree char *id = cp_xml_dup_attribute (item, "id");
  g_autofree char *media_type = cp_xml_dup_attribute (item, "media-type");
  g_autofree char *path = dup_target (self->path, item, "href");

  if (id == NULL || media_type == NULL || path == NULL)
    return;

  if (has_word (item, "properties", "nav"))
    {
      g_hash_table_add (self->skipped, g_strdup (path));
      g_free (self->navigation);
      self->navigation = g_strdup (path);
    }

  if (g_str_equal (media_type, "application/x-dtbncx+xml"))
    {
      g_free (self->ncx);
      self->ncx = g_steal_pointer (&path);
    }
  else if (g_strv_contains (page_types, media_type))
    {
      g_hash_table_replace (self->pages, g_steal_pointer (&id), g_steal_pointer (&path));
    }
}

static void
read_manifest (Package *self,
               xmlNode *manifest)
{
  for (xmlNode *item = cp_xml_first_element (manifest); item != NULL; item = cp_xml_next_element (item))
    read_item (self, item);
}

/* Covers, tables of contents and the like, as EPUB 2 names them. */
static void
read_guide (Package *self,
            xmlNode *guide)
{
  static const char * const kinds[] = { "cover", "toc", "index", "loi", "lot", "copyright-page", "colophon", NULL };

  for (xmlNode *node = cp_xml_first_element (guide); node != NULL; node = cp_xml_next_element (node))
    {
      g_autofree char *kind = cp_xml_dup_attribute (node, "type");
      g_autofree char *path = dup_target (self->path, node, "href");

      if (kind != NULL && path != NULL && g_strv_contains (kinds, kind))
        g_hash_table_add (self->skipped, g_steal_pointer (&path));
    }
}

static void
add_label (Package    *self,
           const char *base,
           xmlNode    *node,
           const char *attribute,
           const char *label)
{
  g_autofree char *path = dup_target (base, node, attribute);

  if (path != NULL && *label != '\0' && !g_hash_table_contains (self->labels, path))
    g_hash_table_insert (self->labels, g_steal_pointer (&path), g_strdup (label));
}

/* The table of contents of EPUB 2. Issues of papers mark the pieces in it. */
static void
read_points (Package *self,
             xmlNode *parent)
{
  for (xmlNode *node = cp_xml_first_element (parent); node != NULL; node = cp_xml_next_element (node))
    {
      xmlNode *name = cp_xml_is (node, "navPoint") ? cp_xml_find_child (node, "navLabel") : NULL;
      xmlNode *content = name != NULL ? cp_xml_find_child (node, "content") : NULL;

      if (content != NULL)
        {
          g_autofree char *label = cp_xml_dup_text (name);

          add_label (self, self->ncx, content, "src", g_strstrip (label));
        }

      if (has_word (node, "class", "article"))
        self->book->is_periodical = TRUE;

      read_points (self, node);
    }
}

/* The table of contents of EPUB 3. */
static void
read_links (Package *self,
            xmlNode *parent)
{
  for (xmlNode *node = cp_xml_first_element (parent); node != NULL; node = cp_xml_next_element (node))
    {
      if (cp_xml_is (node, "a"))
        {
          g_autofree char *label = cp_xml_dup_text (node);

          add_label (self, self->navigation, node, "href", g_strstrip (label));
        }

      read_links (self, node);
    }
}

static void
read_labels (Package *self)
{
  g_autoptr (xmlDoc) navigation = self->navigation != NULL ? cp_package_read_part (self->book->archive, self->navigation) : NULL;
  g_autoptr (xmlDoc) ncx = self->ncx != NULL ? cp_package_read_part (self->book->archive, self->ncx) : NULL;

  if (navigation != NULL)
    read_links (self, cp_xml_get_root (navigation));
  if (ncx != NULL)
    read_points (self, cp_xml_get_root (ncx));
}

static void
read_spine (Package *self,
            xmlNode *spine)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (xmlNode *node = cp_xml_first_element (spine); node != NULL; node = cp_xml_next_element (node))
    {
      g_autofree char *id = cp_xml_dup_attribute (node, "idref");
      g_autofree char *linear = cp_xml_dup_attribute (node, "linear");
      const char *path = id != NULL ? g_hash_table_lookup (self->pages, id) : NULL;
      CpEpubChapter *chapter;

      if (path == NULL || g_strcmp0 (linear, "no") == 0 || g_hash_table_contains (self->skipped, path) ||
          self->book->chapters->len >= MAX_CHAPTERS || !g_hash_table_add (seen, (char *) path))
        continue;

      chapter = g_new0 (CpEpubChapter, 1);
      chapter->path = g_strdup (path);
      chapter->label = g_strdup (g_hash_table_lookup (self->labels, path));
      g_ptr_array_add (self->book->chapters, chapter);
    }
}

static void
read_package (CpEpubBook *book,
              const char *path,
              xmlNode    *root)
{
  Package self = {
    .book = book,
    .path = path,
    .pages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
    .skipped = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
  };

  read_metadata (&self, cp_xml_find_child (root, "metadata"));
  read_manifest (&self, cp_xml_find_child (root, "manifest"));
  read_guide (&self, cp_xml_find_child (root, "guide"));
  read_labels (&self);
  read_spine (&self, cp_xml_find_child (root, "spine"));

  g_hash_table_unref (self.pages);
  g_hash_table_unref (self.skipped);
  g_hash_table_unref (self.labels);
  g_free (self.navigation);
  g_free (self.ncx);
}

/* Fonts are often encrypted, which does not matter; a chapter that is cannot be read. */
static gboolean
is_protected (CpEpubBook *self)
{
  g_autoptr (xmlDoc) document = cp_package_read_part (self->archive, "META-INF/encryption.xml");
  g_autoptr (GHashTable) paths = g_hash_table_new (g_str_hash, g_str_equal);
  xmlNode *node = document != NULL ? cp_xml_first_element (cp_xml_get_root (document)) : NULL;

  for (guint i = 0; i < self->chapters->len; i++)
    g_hash_table_add (paths, ((CpEpubChapter *) g_ptr_array_index (self->chapters, i))->path);

  for (; node != NULL; node = cp_xml_next_element (node))
    {
      xmlNode *reference = cp_xml_find (node, "CipherReference");
      g_autofree char *path = reference != NULL ? dup_target ("", reference, "URI") : NULL;

      if (path != NULL && g_hash_table_contains (paths, path))
        return TRUE;
    }

  return FALSE;
}

/**
 * cp_epub_book_open:
 * @bytes: an e-book
 * @name: how messages name it
 * @error: as of cp_archive_open(), %CP_ERROR_DAMAGED when there is nothing to read in it, or %CP_ERROR_UNSUPPORTED when
 *   it is protected against copying
 *
 * Returns: (transfer full) (nullable): the book, or %NULL with @error set
 */
CpEpubBook *
cp_epub_book_open (GBytes      *bytes,
                   const char  *name,
                   GError     **error)
{
  g_autoptr (CpEpubBook) self = g_new0 (CpEpubBook, 1);
  g_autofree char *path = NULL;
  g_autoptr (xmlDoc) package = NULL;

  self->metadata = cp_metadata_new ();
  self->chapters = g_ptr_array_new_with_free_func (free_chapter);
  self->archive = cp_archive_open (bytes, name, error);
  if (self->archive == NULL)
    return NULL;

  path = find_package (self->archive);
  package = path != NULL ? cp_package_read_part (self->archive, path) : NULL;
  if (package != NULL)
    read_package (self, path, cp_xml_get_root (package));

  if (self->chapters->len == 0)
    {
      cp_package_set_damaged_error (name, error);
      return NULL;
    }

  if (is_protected (self))
    {
      g_set_error (error, CP_ERROR, CP_ERROR_UNSUPPORTED,
                   _("“%s” is an e-book that is protected against copying. Import a copy without protection."), name);
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
cp_epub_book_free (CpEpubBook *self)
{
  g_clear_pointer (&self->archive, cp_archive_free);
  g_clear_pointer (&self->metadata, cp_metadata_free);
  g_clear_pointer (&self->chapters, g_ptr_array_unref);
  g_free (self);
}
