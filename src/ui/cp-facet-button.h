/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chip that narrows the library to one outlet, author or tag out of those it has. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CP_TYPE_FACET_BUTTON (cp_facet_button_get_type ())
G_DECLARE_FINAL_TYPE (CpFacetButton, cp_facet_button, CP, FACET_BUTTON, AdwBin)

const char *cp_facet_button_get_chosen (CpFacetButton *self);
void        cp_facet_button_set_chosen (CpFacetButton *self,
                                        const char    *chosen);
void        cp_facet_button_set_counts (CpFacetButton *self,
                                        GHashTable    *counts);

G_END_DECLS
