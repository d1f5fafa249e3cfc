/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks over a property list before it is parsed.
 *
 * The objects of a binary list refer to each other by number. libplist makes a tree of them, copying what is referred to
 * twice, so that a few bytes can ask for any amount of memory; and it recurses. */

#define G_LOG_DOMAIN "cp-plist-check"

#include "config.h"

#include "cp-plist-check.h"

#include <string.h>

#define HEADER_SIZE  8
#define TRAILER_SIZE 32

/* Far over what web archives need: they nest six deep and have some ten objects for each file. */
#define MAX_DEPTH   32
#define MAX_OBJECTS 200000
#define MAX_NESTS   20000

/* What a node of the tree takes besides its contents, and how much the tree may take besides the size of the file. */
#define NODE_COST  200
#define MAX_GROWTH (32 * 1024 * 1024)

/* What is known of an object: nothing, that it is being measured, or its cost. */
#define UNKNOWN   0
#define MEASURING G_MAXUINT64

typedef struct
{
  const guint8 *data;
  gsize         objects_end;
  guint         offset_size;
  guint         reference_size;
  gsize         n_objects;
  gsize         offset_table;
  guint64       max_cost;
  guint64      *costs;
} Check;

static gboolean measure (Check   *check,
                         gsize    object,
                         int      depth,
                         guint64 *cost);

static guint64
read_number (const guint8 *c,
             guint         length)
{
  guint64 number = 0;

  for (guint i = 0; i < length; i++)
    number = number << 8 | c[i];

  return number;
}

/* The count stands in the marker, or in a number after it. */
static gboolean
read_count (Check  *check,
            gsize  *position,
            gsize  *count)
{
  guint8 marker = check->data[(*position)++];
  guint length;

  *count = marker & 0xF;
  if (*count != 0xF)
    return TRUE;

  if (*position >= check->objects_end || (check->data[*position] & 0xF0) != 0x10)
    return FALSE;

  length = 1u << (check->data[(*position)++] & 0xF);
  if (length > 8 || length > check->objects_end - *position)
    return FALSE;

  *count = read_number (check->data + *position, length);
  *position += length;

  return *count <= check->objects_end;
}

static gboolean
measure_references (Check   *check,
                    gsize    position,
                    gsize    count,
                    int      depth,
                    guint64 *cost)
{
  if (count > (check->objects_end - position) / check->reference_size)
    return FALSE;

  for (gsize i = 0; i < count; i++)
    {
      gsize object = read_number (check->data + position + i * check->reference_size, check->reference_size);
      guint64 other;

      if (!measure (check, object, depth + 1, &other))
        return FALSE;

      *cost += other;
      if (*cost > check->max_cost)
        return FALSE;
    }

  return TRUE;
}

static gboolean
measure_object (Check   *check,
                gsize    position,
                int      depth,
                guint64 *cost)
{
  guint8 kind = check->data[position] >> 4;
  gsize count = 0;

  *cost = NODE_COST;
  if (kind < 0x4 || kind == 0x8)
    return TRUE;

  if (!read_count (check, &position, &count))
    return FALSE;

  switch (kind)
    {
    case 0xA:
    case 0xC:
      return measure_references (check, position, count, depth, cost);
    case 0xD:
      return measure_references (check, position, 2 * count, depth, cost);
    default:
      *cost += kind == 0x6 ? 4 * count : count;
      return *cost <= check->max_cost;
    }
}

static gboolean
measure (Check   *check,
         gsize    object,
         int      depth,
         guint64 *cost)
{
  gsize position;

  if (object >= check->n_objects || depth > MAX_DEPTH || check->costs[object] == MEASURING)
    return FALSE;

  *cost = check->costs[object];
  if (*cost != UNKNOWN)
    return TRUE;

  position = read_number (check->data + check->offset_table + object * check->offset_size, check->offset_size);
  if (position < HEADER_SIZE || position >= check->objects_end)
    return FALSE;

  check->costs[object] = MEASURING;
  if (!measure_object (check, position, depth, cost))
    return FALSE;
  check->costs[object] = *cost;

  return TRUE;
}

/**
 * cp_plist_check_binary:
 * @data: a binary property list
 * @size: bytes of @data
 *
 * Returns: whether the tree that stands in it is a tree, not too deep, and about as large as @data
 */
gboolean
cp_plist_check_binary (const guint8 *data,
                       gsize         size)
{
  const guint8 *trailer = data + size - TRAILER_SIZE;
  g_autofree guint64 *costs = NULL;
  Check check = { .data = data };
  guint64 cost;

  if (size < HEADER_SIZE + TRAILER_SIZE)
    return FALSE;

  check.offset_size = trailer[6];
  check.reference_size = trailer[7];
  check.n_objects = read_number (trailer + 8, 8);
  check.offset_table = read_number (trailer + 24, 8);
  check.objects_end = size - TRAILER_SIZE;
  check.max_cost = size + MAX_GROWTH;

  if (check.offset_size < 1 || check.offset_size > 8 || check.reference_size < 1 || check.reference_size > 8 ||
      check.n_objects > MAX_OBJECTS || check.offset_table > check.objects_end ||
      check.n_objects * check.offset_size > check.objects_end - check.offset_table)
    return FALSE;

  check.costs = costs = g_new0 (guint64, check.n_objects + 1);

  return measure (&check, read_number (trailer + 16, 8), 0, &cost);
}

static guint
count (const char *text,
       const char *tag)
{
  guint n = 0;

  for (const char *c = strstr (text, tag); c != NULL; c = strstr (c + 1, tag))
    n++;

  return n;
}

/**
 * cp_plist_check_xml:
 * @text: a property list in XML
 *
 * Returns: whether it has no more elements than it can be parsed and freed with
 */
gboolean
cp_plist_check_xml (const char *text)
{
  guint n_elements = 0;

  for (const char *c = strchr (text, '<'); c != NULL; c = strchr (c + 1, '<'))
    n_elements++;

  return n_elements <= 2 * MAX_OBJECTS && count (text, "<array") + count (text, "<dict") <= MAX_NESTS;
}
