/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Articles, themes and comparisons as JSON, in the shapes that scripts rely on. */

#pragma once

#include <json-glib/json-glib.h>

#include "cp-comparison.h"

G_BEGIN_DECLS

void      cp_json_add_int           (JsonBuilder        *builder,
                                     const char         *name,
                                     gint64              value);
void      cp_json_begin_array       (JsonBuilder        *builder,
                                     const char         *name);
void      cp_json_add_passage_members
                                    (JsonBuilder        *builder,
                                     CpPassage          *passage);
void      cp_json_add_article_line  (JsonBuilder        *builder,
                                     CpArticle          *article);
void      cp_json_add_themes        (JsonBuilder        *builder,
                                     CpArticle          *article,
                                     GListModel         *themes,
                                     const char * const *keyphrases);
JsonNode *cp_json_new_article       (CpArticle          *article,
                                     GListModel         *highlights);
JsonNode *cp_json_new_comparison    (CpComparison       *comparison);
void      cp_json_add_string        (JsonBuilder        *builder,
                                     const char         *name,
                                     const char         *value);
void      cp_json_add_strv          (JsonBuilder        *builder,
                                     const char         *name,
                                     const char * const *strv);

G_END_DECLS
