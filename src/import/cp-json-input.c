/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON that other programs wrote, read within limits. */

#define G_LOG_DOMAIN "cp-json-input"

#include "config.h"

#include "cp-json-input.h"

#include <string.h>

/* Where a walk over the bytes stands; the parser is not asked before its limits are known to hold. */
typedef struct
{
  const char *text;
  gsize       length;
  gsize       position;
  int         depth;
  guint       n_values;
  char        opened[CP_JSON_INPUT_MAX_DEPTH + 1];
} Scan;

/* From the quotation mark that opens a string to the one that closes it, or to the end. */
static void
skip_string (Scan *self)
{
  for (self->position++; self->position < self->length && self->text[self->position] != '"'; self->position++)
    {
      if (self->text[self->position] == '\\')
        self->position++;
    }
}

/* Returns: the next bracket or comma that is no part of a string, with @position after it; 0 at the end, or when the
 * nesting is too deep or no nesting at all */
static char
scan_next (Scan *self)
{
  while (self->position < self->length)
    {
      char c = self->text[self->position];

      if (c == '"')
        skip_string (self);

      self->position++;

      /* The parser knows other strings and comments, in which brackets could hide from this walk. JSON has neither. */
      if (c == '\0' || c == '\'' || c == '/' || c == '#')
        return 0;

      if (strchr ("{}[],", c) == NULL)
        continue;

      self->n_values++;
      if (c == ',')
        return c;

      if ((c == '{' || c == '[') && self->depth < CP_JSON_INPUT_MAX_DEPTH)
        self->opened[self->depth++] = c;
      else if (self->depth > 0 && self->opened[self->depth - 1] == (c == '}' ? '{' : '['))
        self->depth--;
      else
        return 0;

      return c;
    }

  return 0;
}

/* Returns: bytes of the value at the beginning of @text, 0 when it is broken or beyond the limits */
static gsize
measure_value (const char *text,
               gsize       length)
{
  Scan scan = { .text = text, .length = length };

  while (scan_next (&scan) != 0 && scan.n_values <= CP_JSON_INPUT_MAX_VALUES)
    {
      if (scan.depth == 0)
        return scan.position;
    }

  return 0;
}

static gboolean
is_escape (const char *text,
           const char *end,
           guint       first,
           guint       last,
           guint      *unit)
{
  *unit = 0;
  if (end - text < 6 || text[0] != '\\' || text[1] != 'u')
    return FALSE;

  for (int i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (text[i]))
        return FALSE;
      *unit = *unit << 4 | (guint) g_ascii_xdigit_value (text[i]);
    }

  return *unit >= first && *unit <= last;
}

/* Half a character, as programs leave where they cut a string, and the character 0 are replaced: the parser fails on
 * the former or makes invalid UTF-8 of it, and cuts the string at the latter. An escape without its four digits takes
 * away a part of the character after it. */
static void
repair_escapes (char *text,
                char *end)
{
  guint unit;

  for (char *c = strchr (text, '\\'); c != NULL && c < end; c = strchr (c, '\\'))
    {
      if (is_escape (c, end, 0xD800, 0xDBFF, &unit) && is_escape (c + 6, end, 0xDC00, 0xDFFF, &unit))
        {
          c += 12;
          continue;
        }

      if (is_escape (c, end, 0xD800, 0xDFFF, &unit) || is_escape (c, end, 0, 0, &unit))
        memcpy (c + 2, "fffd", 4);
      else if (c[1] == 'u' && !is_escape (c, end, 0, G_MAXUINT, &unit))
        *c = ' ';

      c += MIN (2, end - c);
    }
}

/**
 * cp_json_input_sniff:
 * @text: a whole file, valid UTF-8
 *
 * Returns: whether @text begins as JSON does and as no prose does
 */
gboolean
cp_json_input_sniff (const char *text)
{
  const char *c = text + strspn (text, " \t\r\n");

  if (*c == '[')
    {
      c++;
      c += strspn (c, " \t\r\n");
    }

  if (*c != '{')
    return FALSE;

  c++;
  c += strspn (c, " \t\r\n");
  if (*c != '"')
    return *c == '}';

  c = strchr (c + 1, '"');

  return c != NULL && c[1 + strspn (c + 1, " \t\r\n")] == ':';
}

/**
 * cp_json_input_parse:
 * @text: JSON as valid UTF-8
 * @length: its bytes
 *
 * Returns: (transfer full) (nullable): the object or list that @text begins with; %NULL when it begins with none, is
 *   broken or is beyond the limits
 */
JsonNode *
cp_json_input_parse (const char *text,
                     gsize       length)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autofree char *copy = NULL;

  length = measure_value (text, length);
  if (length == 0 || memchr (text, '\0', length) != NULL)
    return NULL;

  copy = g_strndup (text, length);
  repair_escapes (copy, copy + length);
  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, copy, length, NULL))
    return NULL;

  return json_parser_steal_root (parser);
}

/**
 * cp_json_input_list_records:
 * @text: JSON as valid UTF-8
 * @length: its bytes
 * @max_records: how many are listed at most
 * @whole: (out): whether @text ended where the list ended, rather than within it
 *
 * Finds the objects of the outermost list, so that a file of many can be parsed one by one.
 *
 * Returns: (transfer full) (element-type CpJsonRecord): where they are
 */
GArray *
cp_json_input_list_records (const char *text,
                            gsize       length,
                            guint       max_records,
                            gboolean   *whole)
{
  Scan scan = { .text = text, .length = length };
  GArray *records = g_array_new (FALSE, FALSE, sizeof (CpJsonRecord));
  int list_depth = 0;
  gsize start = 0;
  char c;

  *whole = FALSE;
  while (records->len < max_records && (c = scan_next (&scan)) != 0)
    {
      gboolean in_list = scan.depth > 1 && scan.opened[scan.depth - 2] == '[';

      if (c == '{' && in_list && (list_depth == 0 || list_depth == scan.depth - 1))
        {
          list_depth = scan.depth - 1;
          start = scan.position - 1;
        }
      else if (c == '}' && list_depth > 0 && scan.depth == list_depth)
        {
          CpJsonRecord record = { start, scan.position };

          g_array_append_val (records, record);
        }
      else if (c == ']' && list_depth > 0 && scan.depth < list_depth)
        {
          *whole = TRUE;
          break;
        }
    }

  return records;
}

/**
 * cp_json_input_get_item:
 * @node: (nullable): a list, or a value that stands for a list of one
 * @position: from 0
 *
 * Returns: (transfer none) (nullable): the value in the list
 */
JsonNode *
cp_json_input_get_item (JsonNode *node,
                        guint     position)
{
  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return position == 0 ? node : NULL;

  if (position >= json_array_get_length (json_node_get_array (node)))
    return NULL;

  return json_array_get_element (json_node_get_array (node), position);
}

/**
 * cp_json_input_get_member:
 * @node: (nullable): an object, or any other value
 * @name: (nullable): name of a member; without one @node itself is meant
 *
 * Returns: (transfer none) (nullable): the value of the member
 */
JsonNode *
cp_json_input_get_member (JsonNode   *node,
                          const char *name)
{
  if (name == NULL || node == NULL)
    return node;

  return JSON_NODE_HOLDS_OBJECT (node) ? json_object_get_member (json_node_get_object (node), name) : NULL;
}

/**
 * cp_json_input_get_string:
 * @node: (nullable): an object, or any other value
 * @name: (nullable): name of a member; without one @node itself is meant
 *
 * Returns: (nullable): the string that the member is, when it is one
 */
const char *
cp_json_input_get_string (JsonNode   *node,
                          const char *name)
{
  JsonNode *value = cp_json_input_get_member (node, name);

  if (value == NULL || !JSON_NODE_HOLDS_VALUE (value) || json_node_get_value_type (value) != G_TYPE_STRING)
    return NULL;

  return json_node_get_string (value);
}

/**
 * cp_json_input_dup_text:
 * @node: (nullable): an object, or any other value
 * @name: (nullable): name of a member; without one @node itself is meant
 *
 * Returns: (transfer full) (nullable): the string that the member is, without white space around it; %NULL when there
 *   is nothing in it
 */
char *
cp_json_input_dup_text (JsonNode   *node,
                        const char *name)
{
  const char *string = cp_json_input_get_string (node, name);
  g_autofree char *text = string != NULL ? g_strstrip (g_strdup (string)) : NULL;

  return text != NULL && *text != '\0' ? g_steal_pointer (&text) : NULL;
}
