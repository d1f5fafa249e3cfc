/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Annotations of web pages, as the W3C model writes them and as Hypothesis exports them: they belong to pieces that
 * were saved elsewhere. */

#define G_LOG_DOMAIN "cp-annotations-container"

#include "config.h"

#include "cp-error.h"
#include "cp-json-input.h"
#include "cp-readers.h"
#include "cp-util.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Selectors that refine selectors; nobody nests them deeper. */
#define MAX_REFINEMENTS 8

/* A list in which annotations come, and the objects around it, from the outside in. */
static const char * const lists[][2] = {
  { "rows", NULL }, { "annotations", NULL }, { "items", NULL }, { "first", "items" },
};

static int
sniff_annotations (const CpInput *input)
{
  if (input->text == NULL || !cp_json_input_sniff (input->text) || strstr (input->text, "\"target\"") == NULL)
    return 0;

  return strstr (input->text, "\"selector\"") != NULL || strstr (input->text, "anno.jsonld") != NULL ||
         strstr (input->text, "\"uri\"") != NULL ? 96 : 0;
}

static gboolean
is_annotation (JsonNode *node)
{
  return cp_json_input_get_member (node, "target") != NULL;
}

/* Returns: (transfer none) (nullable): a list of annotations, or the only one */
static JsonNode *
find_annotations (JsonNode *root)
{
  if (JSON_NODE_HOLDS_ARRAY (root) || is_annotation (root))
    return root;

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      JsonNode *list = cp_json_input_get_member (root, lists[i][0]);

      if (lists[i][1] != NULL)
        list = list != NULL ? cp_json_input_get_member (list, lists[i][1]) : NULL;
      if (list != NULL && JSON_NODE_HOLDS_ARRAY (list))
        return list;
    }

  return NULL;
}

/* The words themselves, whatever else the selectors say: positions are those of a page that is not here. */
static JsonNode *
find_quote (JsonNode *selectors,
            int       n_refinements)
{
  JsonNode *selector;

  for (guint i = 0; (selector = cp_json_input_get_item (selectors, i)) != NULL; i++)
    {
      JsonNode *refined = cp_json_input_get_member (selector, "refinedBy");
      JsonNode *quote = NULL;

      if (cp_json_input_get_string (selector, "exact") != NULL)
        return selector;

      if (refined != NULL && n_refinements < MAX_REFINEMENTS)
        quote = find_quote (refined, n_refinements + 1);
      if (quote != NULL)
        return quote;
    }

  return NULL;
}

static char *
dup_source (JsonNode *annotation,
            JsonNode *target)
{
  char *source = cp_json_input_dup_text (annotation, "uri");

  if (source == NULL)
    source = cp_json_input_dup_text (target, NULL);
  if (source == NULL)
    source = cp_json_input_dup_text (target, "source");
  if (source == NULL)
    source = cp_json_input_dup_text (cp_json_input_get_member (target, "source"), "id");
  if (source == NULL)
    source = cp_json_input_dup_text (target, "id");

  return source;
}

static void
append_paragraph (GString    *note,
                  const char *text)
{
  if (note->len > 0)
    g_string_append (note, "\n\n");
  g_string_append (note, text);
}

static void
append_tag (GString    *tags,
            const char *tag)
{
  g_string_append_printf (tags, "%s#%s", tags->len > 0 ? " " : "", tag);
}

/* What was said of the words, as the bodies of the W3C model and as Hypothesis have it; tags come last. */
static char *
dup_note (JsonNode *annotation)
{
  g_autoptr (GString) note = g_string_new (NULL);
  g_autoptr (GString) tags = g_string_new (NULL);
  g_autofree char *text = cp_json_input_dup_text (annotation, "text");
  g_autofree char *value = cp_json_input_dup_text (annotation, "bodyValue");
  JsonNode *bodies = cp_json_input_get_member (annotation, "body");
  JsonNode *list = cp_json_input_get_member (annotation, "tags");
  JsonNode *item;

  if (text != NULL)
    append_paragraph (note, text);
  if (value != NULL)
    append_paragraph (note, value);

  for (guint i = 0; (item = cp_json_input_get_item (bodies, i)) != NULL; i++)
    {
      g_autofree char *body = cp_json_input_dup_text (item, JSON_NODE_HOLDS_OBJECT (item) ? "value" : NULL);

      if (body != NULL && g_strcmp0 (cp_json_input_get_string (item, "purpose"), "tagging") == 0)
        append_tag (tags, body);
      else if (body != NULL)
        append_paragraph (note, body);
    }

  for (guint i = 0; (item = cp_json_input_get_item (list, i)) != NULL; i++)
    {
      g_autofree char *tag = cp_json_input_dup_text (item, NULL);

      if (tag != NULL)
        append_tag (tags, tag);
    }

  if (tags->len > 0)
    append_paragraph (note, tags->str);

  return note->len > 0 ? g_string_free (g_steal_pointer (&note), FALSE) : NULL;
}

static CpAnnotation *
read_annotation (JsonNode *node)
{
  JsonNode *target = cp_json_input_get_item (cp_json_input_get_member (node, "target"), 0);
  JsonNode *quote = find_quote (cp_json_input_get_member (target, "selector"), 0);
  g_autofree char *exact = cp_json_input_dup_text (quote, "exact");
  g_autofree char *source = dup_source (node, target);
  g_autofree char *note = dup_note (node);
  const char *prefix = cp_json_input_get_string (quote, "prefix");
  const char *suffix = cp_json_input_get_string (quote, "suffix");
  CpAnnotation *annotation;

  if (source == NULL || (exact == NULL && note == NULL))
    return NULL;

  annotation = cp_annotation_new (cp_json_input_get_member (node, "uri") != NULL ? "hypothesis" : "web-annotation",
                                  exact != NULL ? exact : "", note);
  annotation->target = g_steal_pointer (&source);
  annotation->created = cp_json_input_dup_text (node, "created");
  if (prefix != NULL)
    cp_set_str (&annotation->prefix, prefix);
  if (suffix != NULL)
    cp_set_str (&annotation->suffix, suffix);

  return annotation;
}

/* "acct:una@hypothes.is" → "una" */
static char *
dup_user (JsonNode *node)
{
  const char *account = cp_json_input_get_string (node, "user");

  if (account == NULL)
    return NULL;

  if (g_str_has_prefix (account, "acct:"))
    account += strlen ("acct:");

  return g_strndup (account, strcspn (account, "@"));
}

/* An answer to an annotation goes to its note, under the name of whoever answered. */
static void
add_reply (CpAnnotation *annotation,
           JsonNode     *reply)
{
  g_autofree char *text = dup_note (reply);
  g_autofree char *user = dup_user (reply);
  g_autofree char *signed_text = NULL;
  g_autofree char *note = NULL;

  if (text == NULL)
    return;

  signed_text = user != NULL ? g_strdup_printf ("%s: %s", user, text) : g_strdup (text);
  note = annotation->note != NULL ? g_strconcat (annotation->note, "\n\n", signed_text, NULL) : g_strdup (signed_text);
  cp_set_str (&annotation->note, note);
}

static gboolean
is_reply (JsonNode *node)
{
  return cp_json_input_get_item (cp_json_input_get_member (node, "references"), 0) != NULL;
}

/* The first reference is the annotation that the thread began with; newer exports list answers before it. */
static GPtrArray *
read_annotations (JsonNode *list)
{
  GPtrArray *annotations = g_ptr_array_new_with_free_func ((GDestroyNotify) cp_annotation_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  JsonNode *item;

  for (guint i = 0; (item = cp_json_input_get_item (list, i)) != NULL; i++)
    {
      const char *id = cp_json_input_get_string (item, "id");
      CpAnnotation *annotation = is_reply (item) ? NULL : read_annotation (item);

      if (annotation == NULL)
        continue;

      g_ptr_array_add (annotations, annotation);
      if (id != NULL)
        g_hash_table_insert (by_id, (gpointer) id, annotation);
    }

  for (guint i = 0; (item = cp_json_input_get_item (list, i)) != NULL; i++)
    {
      JsonNode *references = cp_json_input_get_member (item, "references");
      const char *id = cp_json_input_get_string (cp_json_input_get_item (references, 0), NULL);
      CpAnnotation *annotation = id != NULL ? g_hash_table_lookup (by_id, id) : NULL;

      if (annotation != NULL)
        add_reply (annotation, item);
    }

  return annotations;
}

static gboolean
give_annotations (const CpInput  *input,
                  CpMemberFunc    func,
                  gpointer        user_data,
                  GError        **error)
{
  g_autoptr (JsonNode) root = cp_json_input_parse (input->text, input->length);
  JsonNode *list = root != NULL ? find_annotations (root) : NULL;
  g_autoptr (GPtrArray) annotations = list != NULL ? read_annotations (list) : NULL;
  const CpMember member = { .path = "", .annotations = annotations };

  if (root == NULL)
    {
      g_set_error (error, CP_ERROR, CP_ERROR_DAMAGED,
                   _("“%s” is damaged or cut off. Export the annotations again."), input->name);
      return FALSE;
    }

  if (annotations == NULL || annotations->len == 0)
    {
      g_set_error (error, CP_ERROR, CP_ERROR_EMPTY,
                   _("“%s” holds no annotations of a web page. Export them from the program in which they were made."),
                   input->name);
      return FALSE;
    }

  func (&member, NULL, user_data);

  return TRUE;
}

const CpContainer cp_annotations_container = {
  .name = "annotations",
  .sniff = sniff_annotations,
  .each = give_annotations,
};
