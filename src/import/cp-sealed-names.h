/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which elements and attributes of a saved page may be shown again. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CpSealedTag:
 * @CP_SEALED_UNWRAP: its contents stay, it does not
 * @CP_SEALED_DROP: nothing of it stays
 * @CP_SEALED_KEEP: stays
 * @CP_SEALED_EMPTY: stays, and has no contents
 * @CP_SEALED_IMAGE: a picture
 * @CP_SEALED_FILM: what has a still picture
 * @CP_SEALED_STYLE: a style sheet in the page
 * @CP_SEALED_LINK: may be a style sheet beside the page
 * @CP_SEALED_CONTROL: what is pressed or filled in
 * @CP_SEALED_DIVISION: stays as a division without a meaning
 * @CP_SEALED_LITERAL: stays as text whose lines are kept
 */
typedef enum
{
  CP_SEALED_UNWRAP,
  CP_SEALED_DROP,
  CP_SEALED_KEEP,
  CP_SEALED_EMPTY,
  CP_SEALED_IMAGE,
  CP_SEALED_FILM,
  CP_SEALED_STYLE,
  CP_SEALED_LINK,
  CP_SEALED_CONTROL,
  CP_SEALED_DIVISION,
  CP_SEALED_LITERAL,
} CpSealedTag;

/**
 * CpSealedAttribute:
 * @CP_SEALED_NO: does not stay
 * @CP_SEALED_PLAIN: stays as it is
 * @CP_SEALED_CSS: stays with its addresses sealed
 * @CP_SEALED_PICTURE: the address of a picture
 */
typedef enum
{
  CP_SEALED_NO,
  CP_SEALED_PLAIN,
  CP_SEALED_CSS,
  CP_SEALED_PICTURE,
} CpSealedAttribute;

CpSealedTag       cp_sealed_names_find_tag       (const char *name);
CpSealedAttribute cp_sealed_names_find_attribute (const char *name);

G_END_DECLS
