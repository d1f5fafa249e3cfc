/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known about a piece besides its text, and where each value comes from. */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * CpField:
 * @CP_FIELD_TITLE: the headline
 * @CP_FIELD_STANDFIRST: the summary under it
 * @CP_FIELD_AUTHORS: the names in the byline
 * @CP_FIELD_OUTLET: who published the piece
 * @CP_FIELD_SECTION: the part of the outlet in which it stood
 * @CP_FIELD_PUBLISHED: the day of publication, "YYYY-MM-DD"
 * @CP_FIELD_MODIFIED: the day of the last change, "YYYY-MM-DD"
 * @CP_FIELD_URL: where it was published
 * @CP_FIELD_LANGUAGE: its language
 * @CP_FIELD_OPINION: whether it is marked as opinion
 */
typedef enum
{
  CP_FIELD_TITLE,
  CP_FIELD_STANDFIRST,
  CP_FIELD_AUTHORS,
  CP_FIELD_OUTLET,
  CP_FIELD_SECTION,
  CP_FIELD_PUBLISHED,
  CP_FIELD_MODIFIED,
  CP_FIELD_URL,
  CP_FIELD_LANGUAGE,
  CP_FIELD_OPINION,
} CpField;

#define CP_N_FIELDS (CP_FIELD_OPINION + 1)

/**
 * CpEvidence:
 * @CP_EVIDENCE_NONE: nothing is known
 * @CP_EVIDENCE_GUESS: follows from something else, such as the day from the address
 * @CP_EVIDENCE_TEXT: recognised in the running text, such as a line "By …"
 * @CP_EVIDENCE_META: a meta tag of the page, or the properties of a document
 * @CP_EVIDENCE_PAGE: an element of the page that says what it is, such as `rel="author"`
 * @CP_EVIDENCE_LINKED_DATA: JSON-LD
 * @CP_EVIDENCE_FRONT_MATTER: written into the file, or into the archive that it came in, by whoever saved it
 * @CP_EVIDENCE_REVIEWER: the reviewer's own word
 *
 * Where a value comes from, from weak to strong.
 */
typedef enum
{
  CP_EVIDENCE_NONE,
  CP_EVIDENCE_GUESS,
  CP_EVIDENCE_TEXT,
  CP_EVIDENCE_META,
  CP_EVIDENCE_PAGE,
  CP_EVIDENCE_LINKED_DATA,
  CP_EVIDENCE_FRONT_MATTER,
  CP_EVIDENCE_REVIEWER,
} CpEvidence;

G_END_DECLS
