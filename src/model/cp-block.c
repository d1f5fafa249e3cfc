/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A paragraph, heading, quotation, list item, table row or caption of an article. */

#define G_LOG_DOMAIN "cp-block"

#include "config.h"

#include "cp-block.h"
#include "cp-model-enums.h"

struct _CpBlock
{
  GObject      parent_instance;

  CpBlockKind  kind;
  CpBlockRole  role;
  CpFurniture  furniture;
  int          level;
  char        *text;
  GArray      *marks;
  int          start;
  int          end;
};

enum
{
  PROP_0,
  PROP_KIND,
  PROP_ROLE,
  PROP_FURNITURE,
  PROP_LEVEL,
  PROP_TEXT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CpBlock, cp_block, G_TYPE_OBJECT)

static void
cp_block_finalize (GObject *object)
{
  CpBlock *self = CP_BLOCK (object);

  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->marks, g_array_unref);

  G_OBJECT_CLASS (cp_block_parent_class)->finalize (object);
}

static void
cp_block_get_property (GObject    *object,
                       guint       prop_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  CpBlock *self = CP_BLOCK (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;

    case PROP_ROLE:
      g_value_set_enum (value, self->role);
      break;

    case PROP_FURNITURE:
      g_value_set_enum (value, self->furniture);
      break;

    case PROP_LEVEL:
      g_value_set_int (value, self->level);
      break;

    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cp_block_class_init (CpBlockClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = cp_block_finalize;
  object_class->get_property = cp_block_get_property;

  properties[PROP_KIND] =
    g_param_spec_enum ("kind", NULL, NULL, CP_TYPE_BLOCK_KIND, CP_BLOCK_PARAGRAPH,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ROLE] =
    g_param_spec_enum ("role", NULL, NULL, CP_TYPE_BLOCK_ROLE, CP_BLOCK_BODY,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FURNITURE] =
    g_param_spec_enum ("furniture", NULL, NULL, CP_TYPE_FURNITURE, CP_FURNITURE_NONE,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LEVEL] =
    g_param_spec_int ("level", NULL, NULL, 0, 6, 0,
                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
cp_block_init (CpBlock *self)
{
  self->marks = cp_marks_new ();
  self->start = -1;
  self->end = -1;
}

/**
 * cp_block_new:
 * @kind: what the block is
 * @role: whether it belongs to the piece or to the page around it
 * @level: rank of a heading, 1 (highest) to 6; 0 for every other kind
 * @text: valid UTF-8, without line breaks; of a table row, with a tab between cells
 *
 * Furniture is small print until cp_block_set_furniture() says more.
 *
 * Returns: (transfer full): a block that belongs to no article yet; its span is −1, −1
 */
CpBlock *
cp_block_new (CpBlockKind  kind,
              CpBlockRole  role,
              int          level,
              const char  *text)
{
  CpBlock *self;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (level >= 0 && level <= 6, NULL);

  self = g_object_new (CP_TYPE_BLOCK, NULL);
  self->kind = kind;
  self->role = role;
  self->furniture = role == CP_BLOCK_BODY ? CP_FURNITURE_NONE : CP_FURNITURE_NOTICE;
  self->level = level;
  self->text = g_strdup (text);

  return self;
}

/**
 * cp_block_copy:
 *
 * Returns: (transfer full): the same block, belonging to no article yet
 */
CpBlock *
cp_block_copy (CpBlock *self)
{
  CpBlock *copy;

  g_return_val_if_fail (CP_IS_BLOCK (self), NULL);

  copy = cp_block_new (self->kind, self->role, self->level, self->text);
  copy->furniture = self->furniture;
  cp_block_set_marks (copy, (gpointer) self->marks->data, self->marks->len);

  return copy;
}

CpBlockKind
cp_block_get_kind (CpBlock *self)
{
  g_return_val_if_fail (CP_IS_BLOCK (self), CP_BLOCK_PARAGRAPH);

  return self->kind;
}

CpBlockRole
cp_block_get_role (CpBlock *self)
{
  g_return_val_if_fail (CP_IS_BLOCK (self), CP_BLOCK_BODY);

  return self->role;
}

/**
 * cp_block_set_role:
 * @role: whether it belongs to the piece
 *
 * Takes the block into the body or out of it, before it is added to an article.
 */
void
cp_block_set_role (CpBlock     *self,
                   CpBlockRole  role)
{
  g_return_if_fail (CP_IS_BLOCK (self));
  g_return_if_fail (self->start < 0);

  self->role = role;
}

/**
 * cp_block_get_furniture:
 *
 * Returns: what of the publisher's the importer took the block for; %CP_FURNITURE_NONE when it took it for a part of
 *   the piece
 */
CpFurniture
cp_block_get_furniture (CpBlock *self)
{
  g_return_val_if_fail (CP_IS_BLOCK (self), CP_FURNITURE_NONE);

  return self->furniture;
}

void
cp_block_set_furniture (CpBlock     *self,
                        CpFurniture  furniture)
{
  g_return_if_fail (CP_IS_BLOCK (self));

  self->furniture = furniture;
}

/**
 * cp_block_is_moved:
 *
 * Returns: whether the reviewer has taken into the body what the importer left out, or the other way round
 */
gboolean
cp_block_is_moved (CpBlock *self)
{
  g_return_val_if_fail (CP_IS_BLOCK (self), FALSE);

  return (self->role == CP_BLOCK_BODY) != (self->furniture == CP_FURNITURE_NONE);
}

/**
 * cp_block_get_level:
 *
 * Returns: rank of a heading, 1 to 6; 0 for every other kind
 */
int
cp_block_get_level (CpBlock *self)
{
  g_return_val_if_fail (CP_IS_BLOCK (self), 0);

  return self->level;
}

const char *
cp_block_get_text (CpBlock *self)
{
  g_return_val_if_fail (CP_IS_BLOCK (self), NULL);

  return self->text;
}

/**
 * cp_block_get_marks:
 * @n_marks: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_marks): what of the text is bold, italic or a link
 */
const CpMark *
cp_block_get_marks (CpBlock *self,
                    guint   *n_marks)
{
  g_return_val_if_fail (CP_IS_BLOCK (self), NULL);

  *n_marks = self->marks->len;

  return (gpointer) self->marks->data;
}

/**
 * cp_block_set_marks:
 * @marks: (array length=n_marks): in order, inside the text, not overlapping
 */
void
cp_block_set_marks (CpBlock      *self,
                    const CpMark *marks,
                    guint         n_marks)
{
  g_return_if_fail (CP_IS_BLOCK (self));

  g_array_set_size (self->marks, 0);
  for (guint i = 0; i < n_marks; i++)
    cp_marks_append (self->marks, marks[i].start, marks[i].end, marks[i].style, marks[i].target);
}

/**
 * cp_block_get_start:
 *
 * Returns: code points before the block in the text of its article; −1 for furniture and
 *   for a block without an article
 */
int
cp_block_get_start (CpBlock *self)
{
  g_return_val_if_fail (CP_IS_BLOCK (self), -1);

  return self->start;
}

/**
 * cp_block_get_end:
 *
 * Returns: the code point after the block's last in the text of its article, or −1
 */
int
cp_block_get_end (CpBlock *self)
{
  g_return_val_if_fail (CP_IS_BLOCK (self), -1);

  return self->end;
}

/**
 * cp_block_set_span:
 * @start: first code point, or −1
 * @end: one after the last code point, or −1
 *
 * For the article that the block belongs to, which alone knows where its blocks lie.
 */
void
cp_block_set_span (CpBlock *self,
                   int      start,
                   int      end)
{
  g_return_if_fail (CP_IS_BLOCK (self));
  g_return_if_fail (start <= end);

  self->start = start;
  self->end = end;
}
