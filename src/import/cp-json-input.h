/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON that other programs wrote, read within limits. */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* How deep values may lie in values, since the parser recurses, and how many there may be in what is parsed at once. */
#define CP_JSON_INPUT_MAX_DEPTH 64
#define CP_JSON_INPUT_MAX_VALUES 1000000

/**
 * CpJsonRecord:
 * @start: first byte of the object
 * @end: byte after its last
 *
 * One of the objects of a list.
 */
typedef struct
{
  gsize start;
  gsize end;
} CpJsonRecord;

gboolean    cp_json_input_sniff        (const char *text);
JsonNode   *cp_json_input_parse        (const char *text,
                                        gsize       length);
GArray     *cp_json_input_list_records (const char *text,
                                        gsize       length,
                                        guint       max_records,
                                        gboolean   *whole);

JsonNode   *cp_json_input_get_item     (JsonNode   *node,
                                        guint       position);
JsonNode   *cp_json_input_get_member   (JsonNode   *node,
                                        const char *name);
const char *cp_json_input_get_string   (JsonNode   *node,
                                        const char *name);
char       *cp_json_input_dup_text     (JsonNode   *node,
                                        const char *name);

G_END_DECLS
