/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes between the reader view and the script of its page. */

#define G_LOG_DOMAIN "cp-reader-message"

#include "config.h"

#include "cp-reader-message.h"
#include "cp-reader-view-private.h"

#include "cp-highlight.h"
#include "cp-theme-colors.h"

#include <json-glib/json-glib.h>

/**
 * cp_reader_message_new_marks:
 * @marks: (array length=n_marks): the passages to mark
 * @n_marks: how many
 *
 * Returns: (transfer full): @marks as JSON, since WebKit passes no arrays as arguments
 */
char *
cp_reader_message_new_marks (const CpReaderMark *marks,
                             guint               n_marks)
{
  GString *json = g_string_new ("[");

  for (guint i = 0; i < n_marks; i++)
    g_string_append_printf (json, "%s[%d, %d, %u, %u]", i > 0 ? ", " : "", marks[i].start, marks[i].end,
                            marks[i].theme, marks[i].color % CP_N_THEME_COLORS);
  g_string_append_c (json, ']');

  return g_string_free (json, FALSE);
}

static void
add_highlight (JsonBuilder *builder,
               CpHighlight *highlight)
{
  CpPassage *passage = cp_highlight_get_passage (highlight);
  const char *note = cp_highlight_get_note (highlight);

  if (!cp_highlight_is_placed (highlight))
    return;

  json_builder_begin_array (builder);
  json_builder_add_int_value (builder, cp_passage_get_start (passage));
  json_builder_add_int_value (builder, cp_passage_get_end (passage));
  json_builder_add_string_value (builder, note != NULL ? note : "");
  json_builder_end_array (builder);
}

/**
 * cp_reader_message_new_highlights:
 * @highlights: (nullable): the #CpHighlight of an article
 *
 * Returns: (transfer full): those that have a place in the text, as JSON
 */
char *
cp_reader_message_new_highlights (GListModel *highlights)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; highlights != NULL && i < g_list_model_get_n_items (highlights); i++)
    {
      g_autoptr(CpHighlight) highlight = g_list_model_get_item (highlights, i);

      add_highlight (builder, highlight);
    }
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

/**
 * cp_reader_message_dup_string:
 *
 * Returns: (transfer full): a member of @message as text
 */
char *
cp_reader_message_dup_string (JSCValue   *message,
                              const char *name)
{
  g_autoptr(JSCValue) value = jsc_value_object_get_property (message, name);

  return jsc_value_to_string (value);
}

int
cp_reader_message_get_int (JSCValue   *message,
                           const char *name)
{
  g_autoptr(JSCValue) value = jsc_value_object_get_property (message, name);

  return jsc_value_to_int32 (value);
}

double
cp_reader_message_get_double (JSCValue   *message,
                              const char *name)
{
  g_autoptr(JSCValue) value = jsc_value_object_get_property (message, name);

  return jsc_value_to_double (value);
}

/**
 * cp_reader_message_get_extents:
 * @message: says where the marks are, as "extents", pairs of shares of the page's height
 * @extents: (element-type CpReaderExtent): filled with them
 */
void
cp_reader_message_get_extents (JSCValue *message,
                               GArray   *extents)
{
  g_autoptr(JSCValue) list = jsc_value_object_get_property (message, "extents");
  guint n_extents = MAX (cp_reader_message_get_int (list, "length"), 0);

  g_array_set_size (extents, 0);
  for (guint i = 0; i < n_extents; i++)
    {
      g_autoptr(JSCValue) pair = jsc_value_object_get_property_at_index (list, i);
      g_autoptr(JSCValue) top = jsc_value_object_get_property_at_index (pair, 0);
      g_autoptr(JSCValue) bottom = jsc_value_object_get_property_at_index (pair, 1);
      CpReaderExtent extent = { jsc_value_to_double (top), jsc_value_to_double (bottom) };

      g_array_append_val (extents, extent);
    }
}
