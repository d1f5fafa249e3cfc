/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A web view that shows the one page it is given: it fetches nothing, runs nothing of it and goes nowhere. */

#pragma once

#include <webkit/webkit.h>

G_BEGIN_DECLS

#define CP_TYPE_SEALED_WEB_VIEW (cp_sealed_web_view_get_type ())
G_DECLARE_FINAL_TYPE (CpSealedWebView, cp_sealed_web_view, CP, SEALED_WEB_VIEW, WebKitWebView)

CpSealedWebView *cp_sealed_web_view_new  (WebKitUserContentManager *content);

void             cp_sealed_web_view_load (CpSealedWebView          *self,
                                          const char               *html);

G_END_DECLS
