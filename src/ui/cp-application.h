/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program: opens the library, its window, and the files it is given. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CP_TYPE_APPLICATION (cp_application_get_type ())
G_DECLARE_FINAL_TYPE (CpApplication, cp_application, CP, APPLICATION, AdwApplication)

CpApplication *cp_application_new (void);

G_END_DECLS
