/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a format must offer that holds several pieces: an archive, a reading list. */

#pragma once

#include "cp-reader.h"

G_BEGIN_DECLS

/**
 * CpMember:
 * @path: where it is in the container; "" when it is the container itself
 * @bytes: (nullable): the contents, for a reader; %NULL when there are annotations alone
 * @original: (nullable): what is kept as the original instead of @bytes
 * @media_type: (nullable): that of @original
 * @siblings: (nullable): what lies beside it
 * @metadata: (nullable): what the container says of it
 * @annotations: (nullable) (element-type CpAnnotation): what the container has of highlights
 *
 * One piece in a container. All belongs to the container.
 */
typedef struct
{
  const char       *path;
  GBytes           *bytes;
  GBytes           *original;
  const char       *media_type;
  const CpSiblings *siblings;
  CpMetadata       *metadata;
  GPtrArray        *annotations;
} CpMember;

/**
 * CpMemberFunc:
 * @member: a piece, or what could not be opened of one
 * @error: (nullable): why it could not; its message names @member
 *
 * Returns: whether to go on
 */
typedef gboolean (*CpMemberFunc) (const CpMember *member,
                                  const GError   *error,
                                  gpointer        user_data);

/**
 * CpContainer:
 * @name: the format's name, for tests and messages to developers
 * @sniff: how sure it is that the contents are of this format, 0 to 100, on one scale with the readers
 * @each: calls the function for each piece, in the order of the container, until it returns %FALSE. Fails with
 *   %CP_ERROR when the container is broken, is a bomb, or has no piece in it at all
 * @show: (nullable) (transfer full): as that of #CpReader, for originals of its own media type
 * @media_type: (nullable): that of the originals which @show knows
 */
typedef struct
{
  const char  *name;
  const char  *media_type;
  int        (*sniff) (const CpInput  *input);
  gboolean   (*each)  (const CpInput  *input,
                       CpMemberFunc    func,
                       gpointer        user_data,
                       GError        **error);
  char      *(*show)  (const CpInput  *input,
                       GPtrArray      *resources,
                       GError        **error);
} CpContainer;

G_END_DECLS
