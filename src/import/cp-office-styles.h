/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The styles of a word processor's document, and what they say of the paragraphs set in them. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CpOfficeRole:
 * @CP_OFFICE_ANY: nothing is known
 * @CP_OFFICE_TITLE: the headline
 * @CP_OFFICE_SUBTITLE: what stands under it
 * @CP_OFFICE_AUTHOR: the byline
 * @CP_OFFICE_DATE: the date line
 * @CP_OFFICE_CAPTION: of a picture or a table
 * @CP_OFFICE_QUOTATION: a quotation set off from the text
 * @CP_OFFICE_CONTENTS: a line of the table of contents
 *
 * What the name of a style says.
 */
typedef enum
{
  CP_OFFICE_ANY,
  CP_OFFICE_TITLE,
  CP_OFFICE_SUBTITLE,
  CP_OFFICE_AUTHOR,
  CP_OFFICE_DATE,
  CP_OFFICE_CAPTION,
  CP_OFFICE_QUOTATION,
  CP_OFFICE_CONTENTS,
} CpOfficeRole;

/**
 * CpOfficeStyle:
 * @parent: (nullable): the style that tells what this one leaves open
 * @role: what its name says
 * @level: rank of a heading; 0 when it is none, −1 when open
 * @listed: whether it makes list items; −1 when open
 * @strong: whether it is bold; −1 when open
 * @emphasis: whether it is italic; −1 when open
 * @hidden: whether it is not to be seen; −1 when open
 */
typedef struct
{
  char         *parent;
  CpOfficeRole  role;
  int           level;
  int           listed;
  int           strong;
  int           emphasis;
  int           hidden;
} CpOfficeStyle;

#define CP_OFFICE_STYLE_OPEN { NULL, CP_OFFICE_ANY, -1, -1, -1, -1, -1 }

GHashTable    *cp_office_styles_new     (void);
CpOfficeStyle *cp_office_styles_add     (GHashTable          *styles,
                                         const char          *id);
CpOfficeStyle  cp_office_styles_resolve (GHashTable          *styles,
                                         const char          *id);

void           cp_office_style_name     (CpOfficeStyle       *self,
                                         const char          *name);
void           cp_office_style_fill     (CpOfficeStyle       *self,
                                         const CpOfficeStyle *other);

G_END_DECLS
