/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The YAML block at the top of a Markdown file → metadata. */

#define G_LOG_DOMAIN "cp-front-matter"

#include "config.h"

#include "cp-byline.h"
#include "cp-front-matter.h"

#include <string.h>
#include <yaml.h>

/* What clippers, static site generators and note programs call each value, in folded form. */
static const struct
{
  const char *key;
  CpField     field;
} field_keys[] = {
  { "title", CP_FIELD_TITLE },
  { "headline", CP_FIELD_TITLE },
  { "standfirst", CP_FIELD_STANDFIRST },
  { "subtitle", CP_FIELD_STANDFIRST },
  { "dek", CP_FIELD_STANDFIRST },
  { "description", CP_FIELD_STANDFIRST },
  { "summary", CP_FIELD_STANDFIRST },
  { "excerpt", CP_FIELD_STANDFIRST },
  { "outlet", CP_FIELD_OUTLET },
  { "publication", CP_FIELD_OUTLET },
  { "publisher", CP_FIELD_OUTLET },
  { "site", CP_FIELD_OUTLET },
  { "site-name", CP_FIELD_OUTLET },
  { "sitename", CP_FIELD_OUTLET },
  { "newspaper", CP_FIELD_OUTLET },
  { "container-title", CP_FIELD_OUTLET },
  { "published", CP_FIELD_PUBLISHED },
  { "date-published", CP_FIELD_PUBLISHED },
  { "publish-date", CP_FIELD_PUBLISHED },
  { "published-date", CP_FIELD_PUBLISHED },
  { "publication-date", CP_FIELD_PUBLISHED },
  { "pubdate", CP_FIELD_PUBLISHED },
  { "date", CP_FIELD_PUBLISHED },
  { "modified", CP_FIELD_MODIFIED },
  { "updated", CP_FIELD_MODIFIED },
  { "last-modified", CP_FIELD_MODIFIED },
  { "date-modified", CP_FIELD_MODIFIED },
  { "lastmod", CP_FIELD_MODIFIED },
  { "url", CP_FIELD_URL },
  { "source", CP_FIELD_URL },
  { "link", CP_FIELD_URL },
  { "canonical", CP_FIELD_URL },
  { "canonical-url", CP_FIELD_URL },
  { "original", CP_FIELD_URL },
  { "original-url", CP_FIELD_URL },
  { "lang", CP_FIELD_LANGUAGE },
  { "language", CP_FIELD_LANGUAGE },
};

static const char * const author_keys[] = { "author", "authors", "byline", "creator", "by", "writer", NULL };
static const char * const section_keys[] = { "section", "category", "categories", NULL };
static const char * const type_keys[] = { "type", "kind", "genre", NULL };

static const char * const tag_keys[] = { "tags", "tag", "keywords", "labels", NULL };

/* A list in one string has commas between its tags, or no tag with a space in it. */
#define TAG_SEPARATORS ",;"

static char *
fold_key (const char *key)
{
  return g_strdelimit (g_ascii_strdown (key, -1), "_ .:", '-');
}

static const char *
get_scalar (yaml_node_t *node)
{
  if (node == NULL || node->type != YAML_SCALAR_NODE)
    return NULL;

  return (const char *) node->data.scalar.value;
}

/* A value that is a list stands for its items, each given by index from 0; a scalar is its only item. */
static const char *
get_item (yaml_document_t *document,
          yaml_node_t     *node,
          gsize            index)
{
  if (node == NULL || node->type != YAML_SEQUENCE_NODE)
    return index == 0 ? get_scalar (node) : NULL;

  if (index >= (gsize) (node->data.sequence.items.top - node->data.sequence.items.start))
    return NULL;

  return get_scalar (yaml_document_get_node (document, node->data.sequence.items.start[index]));
}

/* Note programs write names as links: [[Ruth Okonjo-Vale]]. */
static void
add_names (GStrvBuilder *names,
           const char   *value)
{
  g_autofree char *plain = g_strdup (value);
  g_auto (GStrv) parsed = NULL;

  g_strstrip (g_strdelimit (plain, "[]\"", ' '));
  parsed = cp_byline_parse (plain);

  /* Whoever fills in the field means a name, even one that does not look like one. */
  if (parsed[0] == NULL && *plain != '\0')
    g_strv_builder_add (names, plain);
  else
    g_strv_builder_addv (names, (const char **) parsed);
}

static void
take_authors (CpMetadata      *metadata,
              const char      *key,
              yaml_document_t *document,
              yaml_node_t     *value)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) authors = NULL;
  const char *item;

  for (gsize i = 0; (item = get_item (document, value, i)) != NULL; i++)
    add_names (names, item);

  authors = g_strv_builder_end (names);
  cp_metadata_offer_authors (metadata, (const char * const *) authors, CP_EVIDENCE_FRONT_MATTER, key);
}

/* Note programs write tags with their sign: "#opinion", and in one string as well as in a list. */
static void
take_tags (CpMetadata      *metadata,
           yaml_document_t *document,
           yaml_node_t     *value)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) tags = NULL;
  const char *item;

  for (gsize i = 0; (item = get_item (document, value, i)) != NULL; i++)
    {
      gboolean signed_words = *item == '#' && strpbrk (item, TAG_SEPARATORS) == NULL;
      g_auto (GStrv) parts = g_strsplit_set (item, signed_words ? " " : TAG_SEPARATORS, -1);

      for (guint j = 0; parts[j] != NULL; j++)
        {
          const char *tag = g_strstrip (parts[j]);

          g_strv_builder_add (builder, tag + (*tag == '#'));
        }
    }

  tags = g_strv_builder_end (builder);
  cp_metadata_add_tags (metadata, (const char * const *) tags);
}

static void
take_field (CpMetadata *metadata,
            const char *key,
            const char *value)
{
  gboolean is_address = g_str_has_prefix (value, "http://") || g_str_has_prefix (value, "https://");

  /* "source" is an address for clippers and the name of the paper for others. */
  if (g_str_equal (key, "source") && !is_address)
    {
      cp_metadata_offer (metadata, CP_FIELD_OUTLET, value, CP_EVIDENCE_FRONT_MATTER, key);
      return;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (field_keys); i++)
    {
      if (g_str_equal (key, field_keys[i].key))
        cp_metadata_offer (metadata, field_keys[i].field, value, CP_EVIDENCE_FRONT_MATTER, key);
    }
}

static void
take_pair (CpMetadata      *metadata,
           yaml_document_t *document,
           const char      *name,
           yaml_node_t     *value)
{
  g_autofree char *key = fold_key (name);
  const char *item;

  if (g_strv_contains (author_keys, key))
    {
      take_authors (metadata, key, document, value);
    }
  else if (g_strv_contains (section_keys, key))
    {
      for (gsize i = 0; (item = get_item (document, value, i)) != NULL; i++)
        cp_metadata_offer_section (metadata, item, CP_EVIDENCE_FRONT_MATTER, key);
    }
  else if (g_strv_contains (type_keys, key))
    {
      for (gsize i = 0; (item = get_item (document, value, i)) != NULL; i++)
        cp_metadata_weigh_label (metadata, item, CP_EVIDENCE_FRONT_MATTER, "type");
    }
  else if (g_strv_contains (tag_keys, key))
    {
      take_tags (metadata, document, value);
    }
  else if ((item = get_item (document, value, 0)) != NULL)
    {
      take_field (metadata, key, item);
    }
}

static void
take_mapping (CpMetadata      *metadata,
              yaml_document_t *document)
{
  yaml_node_t *root = yaml_document_get_root_node (document);

  if (root == NULL || root->type != YAML_MAPPING_NODE)
    return;

  for (yaml_node_pair_t *pair = root->data.mapping.pairs.start; pair < root->data.mapping.pairs.top; pair++)
    {
      const char *key = get_scalar (yaml_document_get_node (document, pair->key));

      if (key != NULL)
        take_pair (metadata, document, key, yaml_document_get_node (document, pair->value));
    }
}

/**
 * cp_front_matter_measure:
 * @text: a whole file
 *
 * Returns: bytes of the front matter at the beginning of @text, with both of its lines of dashes; 0
 *   when there is none
 */
gsize
cp_front_matter_measure (const char *text)
{
  const char *line;

  if (!g_str_has_prefix (text, "---\n") && !g_str_has_prefix (text, "---\r\n"))
    return 0;

  for (line = strchr (text, '\n'); line != NULL; line = strchr (line + 1, '\n'))
    {
      const char *begin = line + 1;
      gsize length = strcspn (begin, "\r\n");

      if (length == 3 && (strncmp (begin, "---", 3) == 0 || strncmp (begin, "...", 3) == 0))
        {
          begin += length;
          begin += *begin == '\r';
          begin += *begin == '\n';
          return begin - text;
        }
    }

  return 0;
}

/**
 * cp_front_matter_read:
 * @text: the front matter, valid UTF-8
 * @length: its bytes
 * @metadata: what is known; gains what the front matter says
 *
 * Broken YAML tells nothing, and is no error: the text below it can still be read.
 */
void
cp_front_matter_read (const char *text,
                      gsize       length,
                      CpMetadata *metadata)
{
  yaml_parser_t parser;
  yaml_document_t document;

  if (!yaml_parser_initialize (&parser))
    return;

  yaml_parser_set_encoding (&parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string (&parser, (const unsigned char *) text, length);

  if (yaml_parser_load (&parser, &document))
    {
      take_mapping (metadata, &document);
      yaml_document_delete (&document);
    }

  yaml_parser_delete (&parser);
}
