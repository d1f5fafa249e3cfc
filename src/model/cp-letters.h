/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The letters of a text without all that stands between them, to find words that another program wrote down. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CpLetters:
 * @letters: letters and digits, without accents
 * @offsets: (element-type int): for each byte of @letters, the code points of the text before it
 *
 * Other programs set the spaces, the line ends, the quotation marks and the accents of the same words in their own
 * ways.
 */
typedef struct
{
  GString *letters;
  GArray  *offsets;
} CpLetters;

CpLetters *cp_letters_new       (const char      *text);
void       cp_letters_free      (CpLetters       *self);
gboolean   cp_letters_find      (const CpLetters *self,
                                 const CpLetters *quote,
                                 const CpLetters *prefix,
                                 const CpLetters *suffix,
                                 int              from,
                                 int             *start,
                                 int             *end);
gboolean   cp_letters_find_near (const CpLetters *self,
                                 const CpLetters *quote,
                                 int              position,
                                 int             *start,
                                 int             *end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CpLetters, cp_letters_free)

G_END_DECLS
