/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Style sheets of saved pages → style sheets that load nothing. */

#pragma once

#include "cp-page-files.h"

G_BEGIN_DECLS

/**
 * CpCssScope:
 * @files: what came with the page
 * @base: (nullable): the address of the style sheet; %NULL for one in the page itself
 * @room: bytes that may still be put into the page
 * @depth: how many style sheets are around this one
 */
typedef struct
{
  CpPageFiles *files;
  const char  *base;
  gsize       *room;
  int          depth;
} CpCssScope;

void  cp_css_seal           (GString          *output,
                             const char       *css,
                             const CpCssScope *scope);
char *cp_css_seal_reference (const char       *reference,
                             const CpCssScope *scope);
char *cp_css_decode         (CpResource       *resource);

G_END_DECLS
