/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known about a piece while it is read, and how well each value is known. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CpField:
 * @CP_FIELD_TITLE: the headline
 * @CP_FIELD_STANDFIRST: the summary under it
 * @CP_FIELD_OUTLET: who published the piece
 * @CP_FIELD_PUBLISHED: the day of publication, "YYYY-MM-DD"
 * @CP_FIELD_URL: where it was published
 * @CP_FIELD_LANGUAGE: its language as the file declares it
 */
typedef enum
{
  CP_FIELD_TITLE,
  CP_FIELD_STANDFIRST,
  CP_FIELD_OUTLET,
  CP_FIELD_PUBLISHED,
  CP_FIELD_URL,
  CP_FIELD_LANGUAGE,
  CP_N_FIELDS,
} CpField;

/**
 * CpEvidence:
 * @CP_EVIDENCE_NONE: nothing is known
 * @CP_EVIDENCE_GUESS: follows from something else, such as the day from the address
 * @CP_EVIDENCE_TEXT: recognised in the running text, such as a line "By …"
 * @CP_EVIDENCE_META: a meta tag of the page
 * @CP_EVIDENCE_PAGE: an element of the page that says what it is, such as `rel="author"`
 * @CP_EVIDENCE_LINKED_DATA: JSON-LD
 * @CP_EVIDENCE_FRONT_MATTER: written at the top of the file by whoever saved it
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
} CpEvidence;

typedef struct
{
  char       *values[CP_N_FIELDS];
  CpEvidence  evidence[CP_N_FIELDS];
  char      **authors;
  CpEvidence  authors_evidence;
  gboolean    opinion;
} CpMetadata;

CpMetadata *cp_metadata_new           (void);
void        cp_metadata_free          (CpMetadata         *self);
const char *cp_metadata_get           (CpMetadata         *self,
                                       CpField             field);
void        cp_metadata_offer         (CpMetadata         *self,
                                       CpField             field,
                                       const char         *value,
                                       CpEvidence          evidence);
void        cp_metadata_forget        (CpMetadata         *self,
                                       CpField             field);
void        cp_metadata_offer_authors (CpMetadata         *self,
                                       const char * const *authors,
                                       CpEvidence          evidence);
void        cp_metadata_offer_section (CpMetadata         *self,
                                       const char         *section);
void        cp_metadata_infer         (CpMetadata         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CpMetadata, cp_metadata_free)

G_END_DECLS
