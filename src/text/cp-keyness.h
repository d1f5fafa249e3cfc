/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much more a word belongs to one text than to another. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

double cp_keyness_log_likelihood (double a,
                                  double b,
                                  double n_a,
                                  double n_b);
double cp_keyness_log_ratio      (double a,
                                  double b,
                                  double n_a,
                                  double n_b);

G_END_DECLS
