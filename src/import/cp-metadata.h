/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known about a piece while it is read, and how well each value is known. */

#pragma once

#include "cp-field.h"

G_BEGIN_DECLS

/**
 * CpMetadata:
 * @values: by field; that of the authors and of the opinion is never set
 * @authors: (array zero-terminated=1): the names in the byline
 * @opinion: whether something marks the piece as opinion
 * @evidence: by field: where the value comes from
 * @details: by field, each (nullable): the place there, such as "og:title" or "JSON-LD NewsArticle"; for the opinion, what
 *   marks it: "type", "section", "breadcrumb", "kicker", "title" or "folder", a colon and the words, or "disclaimer"
 * @tags: (array zero-terminated=1): under what whoever saved the piece filed it; sorted, each once
 */
typedef struct
{
  char       *values[CP_N_FIELDS];
  char      **authors;
  gboolean    opinion;
  CpEvidence  evidence[CP_N_FIELDS];
  char       *details[CP_N_FIELDS];
  char      **tags;
} CpMetadata;

CpMetadata *cp_metadata_new           (void);
void        cp_metadata_free          (CpMetadata         *self);
const char *cp_metadata_get           (CpMetadata         *self,
                                       CpField             field);
void        cp_metadata_offer         (CpMetadata         *self,
                                       CpField             field,
                                       const char         *value,
                                       CpEvidence          evidence,
                                       const char         *detail);
void        cp_metadata_forget        (CpMetadata         *self,
                                       CpField             field);
void        cp_metadata_offer_authors (CpMetadata         *self,
                                       const char * const *authors,
                                       CpEvidence          evidence,
                                       const char         *detail);
void        cp_metadata_offer_section (CpMetadata         *self,
                                       const char         *section,
                                       CpEvidence          evidence,
                                       const char         *detail);
void        cp_metadata_weigh_label   (CpMetadata         *self,
                                       const char         *label,
                                       CpEvidence          evidence,
                                       const char         *kind);
void        cp_metadata_mark_opinion  (CpMetadata         *self,
                                       CpEvidence          evidence,
                                       const char         *detail);
void        cp_metadata_add_tags      (CpMetadata         *self,
                                       const char * const *tags);
void        cp_metadata_merge         (CpMetadata         *self,
                                       CpMetadata         *other);
void        cp_metadata_infer         (CpMetadata         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CpMetadata, cp_metadata_free)

G_END_DECLS
