/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the program that opens PDF documents tells the one that asked it to. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A document that hangs or breaks the library that opens it may take its own process with it, and no more. So
 * `counterpoint-pdf MODE` reads a document from the file that is its standard input, and writes one #GVariant, in
 * the byte order of the machine, to its standard output. */

#define CP_PDF_HELPER "counterpoint-pdf"

#define CP_PDF_MODE_TEXT "text"
#define CP_PDF_MODE_IMAGES "images"
#define CP_PDF_MODE_PAGES "pages"

/* A word is a piece of a line without spaces, set in one font. It has a text, in the order of the page from left to right;
 * figures: left, top, right and bottom in points, size of the font in points; and numbers: of the font, of the link plus one,
 * and CpPdfWordFlags. */
#define CP_PDF_WORD_FIGURES 5
#define CP_PDF_WORD_NUMBERS 3

/* Width and height in points; words of each line; texts, figures and numbers of all words; left, top, right and bottom of
 * images; targets of the links. */
#define CP_PDF_PAGE_TYPE "(ddauasadaqa(dddd)as)"

/* What the document says of itself by the names below, names of the fonts, pages. */
#define CP_PDF_TEXT_TYPE "(a{ss}asa" CP_PDF_PAGE_TYPE ")"

/* Number of the page from 0, left, top, right and bottom in points; width and height in pixels, PNG. */
#define CP_PDF_IMAGES_TYPE "a(qddddqqay)"

/* Width and height in pixels, PNG. */
#define CP_PDF_PAGES_TYPE "a(qqay)"

#define CP_PDF_INFO_TITLE "title"
#define CP_PDF_INFO_AUTHOR "author"
#define CP_PDF_INFO_XMP "xmp"

typedef enum
{
  CP_PDF_WORD_SPACE_AFTER = 1 << 0,
  CP_PDF_WORD_VERTICAL    = 1 << 1,
} CpPdfWordFlags;

/**
 * CpPdfStatus:
 * @CP_PDF_STATUS_DONE: the answer is written
 * @CP_PDF_STATUS_DAMAGED: the bytes are no document that can be opened
 * @CP_PDF_STATUS_ENCRYPTED: the document asks for a password
 * @CP_PDF_STATUS_TOO_LARGE: it has more pages, lines or characters than are read
 * @CP_PDF_STATUS_USAGE: the program was called wrongly
 *
 * With which the program exits, unless a signal ends it.
 */
typedef enum
{
  CP_PDF_STATUS_DONE,
  CP_PDF_STATUS_DAMAGED,
  CP_PDF_STATUS_ENCRYPTED,
  CP_PDF_STATUS_TOO_LARGE,
  CP_PDF_STATUS_USAGE,
} CpPdfStatus;

/* An article has a handful of pages. So many, densely set, open within the limit of time. */
#define CP_PDF_MAX_PAGES 300
#define CP_PDF_MAX_CHARACTERS (2 * 1000 * 1000)
#define CP_PDF_MAX_LINES 200000

/* Pictures that are kept, and pages that are shown. */
#define CP_PDF_MAX_IMAGES 40
#define CP_PDF_MAX_SHOWN 30

G_END_DECLS
