/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A saved page is shown as it was, and nothing in it runs or loads anything. */

#include "config.h"

#include "cp-css-seal.h"
#include "cp-original.h"
#include "cp-sealed-page.h"
#include "import-fixture.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#define PIXEL "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"

static char *
seal (const char *html)
{
  g_autoptr (CpPageFiles) files = cp_page_files_new (NULL, NULL);

  return cp_sealed_page_new (html, strlen (html), files);
}

static char *
seal_css (const char  *css,
          CpPageFiles *files)
{
  g_autoptr (CpPageFiles) none = cp_page_files_new (NULL, NULL);
  gsize room = 1024 * 1024;
  const CpCssScope scope = { .files = files != NULL ? files : none, .room = &room };
  GString *output = g_string_new (NULL);

  cp_css_seal (output, css, &scope);

  return g_string_free (output, FALSE);
}

static void
assert_lacks (const char *text,
              const char *words)
{
  g_autofree char *folded = g_ascii_strdown (text, -1);

  if (strstr (folded, words) != NULL)
    g_error ("“%s” is in:\n%s", words, text);
}

static void
assert_has (const char *text,
            const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("“%s” is not in:\n%s", words, text);
}

/* Whatever elements and attributes a page is made of, these must not be left. */
static void
assert_attribute_is_harmless (xmlNode *node,
                              xmlAttr *attribute)
{
  static const char * const addresses[] = {
    "src", "srcset", "action", "formaction", "data", "poster", "ping", "manifest", "codebase", "classid", "archive", "lowsrc", "dynsrc",
    "srcdoc", "longdesc", "usemap", "cite", "background", "imagesrcset", "href", "xlink:href", "to", "from", "values", NULL
  };
  const char *name = (const char *) attribute->name;
  g_autofree char *value = NULL;
  xmlChar *content = xmlNodeGetContent ((xmlNode *) attribute);

  value = g_strdup ((const char *) content);
  xmlFree (content);

  g_assert_false (g_str_has_prefix (name, "on"));
  g_assert_false (g_str_has_prefix (name, "xmlns"));
  if (g_strv_contains (addresses, name))
    g_assert_true (g_str_has_prefix (value, "data:image/") || *value == '#');
  if (strcmp (name, "style") == 0)
    assert_lacks (value, "evil.example");
}

static void
assert_element_is_harmless (xmlNode *node)
{
  static const char * const active[] = {
    "script", "iframe", "frame", "frameset", "object", "embed", "applet", "base", "link", "form", "template", "portal", "foreignobject",
    "animate", "animatetransform", "animatemotion", "set", "feimage", "image", "source", "track", "video", "audio", "area", "noscript",
    "plaintext", "xmp", "noembed", "noframes", "param", "bgsound", "annotation-xml", "maction", NULL
  };
  const char *name = (const char *) node->name;

  g_assert_false (g_strv_contains (active, name));
  for (xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      if (strcmp (name, "meta") != 0)
        assert_attribute_is_harmless (node, attribute);
    }
}

static void
assert_is_harmless (const char *page)
{
  htmlDocPtr document = htmlReadMemory (page, strlen (page), NULL, "UTF-8", HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
  xmlNode *node = xmlDocGetRootElement (document);
  guint n_metas = 0;

  while (node != NULL)
    {
      if (node->type == XML_ELEMENT_NODE)
        {
          assert_element_is_harmless (node);
          n_metas += strcmp ((const char *) node->name, "meta") == 0;
        }

      if (node->children != NULL && node->type == XML_ELEMENT_NODE)
        {
          node = node->children;
          continue;
        }
      while (node != NULL && node->next == NULL)
        node = node->parent != NULL && node->parent->type == XML_ELEMENT_NODE ? node->parent : NULL;
      node = node != NULL ? node->next : NULL;
    }

  /* The charset and the policy, both the program's own. */
  g_assert_cmpuint (n_metas, ==, 2);
  xmlFreeDoc (document);
}

/* Each is put at several places of a page; "evil" stands for what must not be left. */
static const char * const hostile[] = {
  "<script>evil()</script>", "<script src=https://evil.example/a.js></script>", "<script/evil>evil</script>", "<SCRIPT>evil</SCRIPT >",
  "<img src=x onerror=evil()>", "<img src='https://evil.example/a.png'>", "<img srcset='https://evil.example/a.png 2x, //evil.example/b 3x'>",
  "<img/src=x/onerror=evil()>", "<img src=\"x\"onerror=evil() >", "<img src='data:text/html,<script>evil()</script>'>",
  "<img lowsrc=//evil.example dynsrc=//evil.example>", "<picture><source srcset=//evil.example/a><img src=//evil.example/b></picture>",
  "<svg onload=evil()>", "<svg><script>evil()</script></svg>", "<svg><script href=//evil.example/a></script></svg>",
  "<svg><foreignObject><iframe src=//evil.example></iframe></foreignObject></svg>", "<svg><image href=//evil.example/a xlink:href=//evil.example/a></svg>",
  "<svg><use href=//evil.example/a#x xlink:href='//evil.example/a#x'></use></svg>", "<svg><a xlink:href='javascript:evil()'><text>t</text></a></svg>",
  "<svg><animate attributeName=href to=javascript:evil() /><set attributeName=onload to=evil() /></svg>",
  "<svg><style>@import '//evil.example';<img src=x onerror=evil()></style></svg>", "<svg><feImage href=//evil.example></svg>",
  "<svg><rect fill='url(//evil.example#a)' filter='url(https://evil.example/f#x)' clip-path=url(//evil.example)></svg>",
  "<math><annotation-xml encoding='text/html'><script>evil()</script></annotation-xml></math>", "<math href=javascript:evil()>m</math>",
  "<math><mtext><table><mglyph><style><img src=x onerror=evil()></style></mglyph></table></mtext></math>",
  "<iframe src=//evil.example></iframe>", "<iframe srcdoc='<script>evil()</script>'></iframe>", "<frameset><frame src=//evil.example></frameset>",
  "<object data=//evil.example></object>", "<embed src=//evil.example>", "<applet code=evil archive=//evil.example></applet>",
  "<object><param name=movie value=//evil.example></object>", "<portal src=//evil.example></portal>", "<fencedframe src=//evil.example></fencedframe>",
  "<form action=//evil.example><input type=image src=//evil.example formaction=//evil.example><button formaction=//evil.example>b</button></form>",
  "<base href=//evil.example/>", "<meta http-equiv=refresh content='0;url=//evil.example'>", "<meta http-equiv=set-cookie content=evil>",
  "<meta http-equiv=Content-Security-Policy content=\"img-src evil\">", "<link rel=stylesheet href=//evil.example/a.css>",
  "<link rel='icon prefetch preload dns-prefetch preconnect modulepreload manifest' href=//evil.example>",
  "<link rel=import href=//evil.example>", "<style>@import url(//evil.example/a.css);</style>", "<style>@import '//evil.example/a.css' screen;</style>",
  "<style>@\\69mport '//evil.example';</style>", "<style>@im\\port '//evil.example';p{}</style>", "<style>p{background:u\\72l(//evil.example)}</style>",
  "<style>p{background:\\000075\\000072\\00006c('//evil.example')}</style>", "<style>p{background:URL( \"//evil.example\" )}</style>",
  "<style>p{background:image-set('//evil.example' 1x)}</style>", "<style>p{background:-webkit-image-set(url(//evil.example) 1x)}</style>",
  "<style>p{width:expression(evil())}</style>", "<style>p{behavior:url(//evil.example)}</style>", "<style>p{-moz-binding:url(//evil.example)}</style>",
  "<style>@font-face{font-family:x;src:url(//evil.example/f.woff)}</style>", "<style>@namespace url(//evil.example);</style>",
  "<style>p{background:url(//evil.example/\n)}</style>", "<style>p{background:url('//evil.example)}</style>", "<style>p{background:url(\"//evil.example</style>",
  "<style>/*</style><img src=x onerror=evil()>*/</style>", "<style>p{content:'</style><img src=x onerror=evil()>'}</style>",
  "<style>p{content:'\\3c/style><script>evil()</script>'}</style>", "<style><!--@import '//evil.example';--></style>",
  "<style>\\3c/style\\3e\\3cscript\\3e{}</style>", "<style>p{cursor:url(//evil.example),auto;list-style:url(//evil.example)}</style>",
  "<style media='x' onload=evil()>p{}</style>", "<p style='background:url(//evil.example)'>x</p>", "<p style=\"background:u\\rl(//evil.example)\">x</p>",
  "<p style='background:&#117;rl(//evil.example)'>x</p>", "<p style=\"-moz-binding:url(//evil.example);behavior:url(//evil.example)\">x</p>",
  "<p style='x:\"&quot;><script>evil()</script>'>x</p>", "<body background=//evil.example onload=evil()>", "<table background='//evil.example'><tr><td background=//evil.example>x</table>",
  "<a href='javascript:evil()'>x</a>", "<a href=' java\tscript:evil()'>x</a>", "<a href=vbscript:evil()>x</a>", "<a href='data:text/html,evil'>x</a>",
  "<a ping=//evil.example target=_blank download=evil>x</a>", "<area href=//evil.example>", "<map name=m><area href=javascript:evil()></map>",
  "<video src=//evil.example poster=//evil.example autoplay><source src=//evil.example><track src=//evil.example></video>",
  "<audio src=//evil.example autoplay></audio>", "<bgsound src=//evil.example>", "<template><img src=//evil.example onerror=evil()></template>",
  "<noscript><img src=//evil.example/pixel><link rel=stylesheet href=//evil.example></noscript>",
  "<noscript><p title='</noscript><img src=x onerror=evil()>'>x</noscript>", "<textarea></textarea><script>evil()</script></textarea>",
  "<title></title><img src=x onerror=evil()></title>", "<xmp><img src=x onerror=evil()></xmp>", "<noembed><img src=x onerror=evil()></noembed>",
  "<noframes><img src=x onerror=evil()></noframes>", "<plaintext><img src=x onerror=evil()>", "<listing><img src=x onerror=evil()></listing>",
  "<select><script>evil()</script><option onclick=evil()>o</select>", "<keygen onfocus=evil() autofocus>", "<isindex action=//evil.example>",
  "<details ontoggle=evil() open>x</details>", "<marquee onstart=evil()>x</marquee>", "<dialog open oncancel=evil()>x</dialog>",
  "<x-el onclick=evil() src=//evil.example>x</x-el>", "<p on\nclick=evil()>x</p>", "<p onclick\n=\nevil()>x</p>", "<p ONCLICK=evil()>x</p>",
  "<!--><img src=x onerror=evil()>-->", "<!-- --!><img src=x onerror=evil()> -->", "<![CDATA[<img src=x onerror=evil()>]]>", "<?xml-stylesheet href='//evil.example'?>",
  "<!DOCTYPE html [<!ENTITY e SYSTEM '//evil.example'>]>&e;", "<img src=`x` onerror=evil()>", "<div><math><mi//xlink:href=\"data:x,<script>evil()</script>\">",
  "<html manifest=//evil.example>", "<q cite=//evil.example>x</q>", "<blockquote cite='//evil.example'>x</blockquote>", "<ins cite=//evil.example>x</ins>",
  "<button form=f formaction=javascript:evil() type=submit popovertarget=evil>x</button>", "<input type=image src=//evil.example>",
  "<img usemap=#evil longdesc=//evil.example src>", "<svg xmlns:xlink='http://evil.example'><use xlink:href='data:image/svg+xml,<svg onload=evil()>#x'/></svg>",
};

static void
test_nothing_that_runs_or_loads_is_left (void)
{
  static const char * const places[] = {
    "%s", "<html><head>%s</head><body><p>text</p></body></html>", "<html><body><div><p>text</p>%s<p>more</p></div></body></html>",
    "<table><tr><td>%s</td></tr></table>", "<svg>%s</svg>", "<math><mtext>%s</mtext></math>", "<noscript>%s</noscript>", "<select>%s</select>", "<form>%s",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      for (gsize j = 0; j < G_N_ELEMENTS (places); j++)
        {
          g_auto (GStrv) around = g_strsplit (places[j], "%s", 2);
          g_autofree char *page = g_strconcat (around[0], hostile[i], around[1], NULL);
          g_autofree char *sealed = seal (page);
          g_autofree char *again = seal (sealed);

          g_test_message ("%s", page);
          assert_is_harmless (sealed);
          assert_lacks (sealed, "<script");
          assert_lacks (sealed, "javascript:evil");
          assert_lacks (sealed, "url(\"//");
          assert_is_harmless (again);
        }
    }
}

/* Text that looks like markup stays text, and may say anything. */
static void
test_no_remote_address_is_left (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autofree char *sealed = seal (hostile[i]);
      htmlDocPtr document = htmlReadMemory (sealed, strlen (sealed), NULL, "UTF-8", HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
      xmlChar *text = xmlNodeGetContent ((xmlNode *) document);

      if (strstr ((const char *) text, "evil") == NULL)
        assert_lacks (sealed, "evil.example");
      xmlFree (text);
      xmlFreeDoc (document);
    }
}

static void
test_policy_stands_first (void)
{
  g_autofree char *sealed = seal ("<!DOCTYPE html><html><head><title>Salt</title></head><body><p>Salt.</p></body></html>");

  g_assert_true (g_str_has_prefix (sealed, "<!DOCTYPE html>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" "
                                           "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
                                           "base-uri 'none'; form-action 'none'\">\n<html>"));
}

static void
test_look_of_the_page_is_kept (void)
{
  g_autofree char *sealed = seal (
    "<html lang=en><head><style>p.lead { color: #1e3a5f; margin: -10px 0 .5em; width: calc(100% - 2rem) } @media (min-width:600px) { p > b { x: 1 } }"
    "p::before { content: \"\\201C\" } @media (width <= 600px) { p {} }</style></head>"
    "<body class='page'><p class=\"lead\" id='a' dir=\"ltr\">Salt &amp; <b>sand</b> &lt;i&gt;</p><table border=1><tr><td colspan=2>x</td></tr></table>"
    "<svg viewBox='0 0 9 9' width=9><path d='M0 0h9' fill='url(#g)'/></svg><hr><input value='name'></body></html>");

  assert_has (sealed, "p.lead { color: #1e3a5f; margin: -10px 0 .5em; width: calc(100% - 2rem) }");
  assert_has (sealed, "@media (min-width:600px) { p > b { x: 1 } }");
  assert_has (sealed, "content: \"“\"");
  assert_has (sealed, "(width <= 600px)");
  assert_has (sealed, "<body class=\"page\">");
  assert_has (sealed, "<p class=\"lead\" id=\"a\" dir=\"ltr\">Salt &amp; <b>sand</b> &lt;i&gt;</p>");
  assert_has (sealed, "<td colspan=\"2\">x</td>");
  assert_has (sealed, "d=\"M0 0h9\"");
  assert_has (sealed, "fill=\"url(&quot;#g&quot;)\"");
  assert_has (sealed, "<hr>");
  assert_has (sealed, "<input value=\"name\" disabled>");
}

static void
test_links_keep_their_words_and_show_where_they_led (void)
{
  g_autofree char *sealed = seal ("<p><a href=\"https://ferry.example/?a=1&amp;b=2\">the boat</a> <a href='javascript:x()'>here</a></p>");

  assert_has (sealed, "<a title=\"https://ferry.example/?a=1&amp;b=2\">the boat</a>");
  assert_has (sealed, "<a>here</a>");
  assert_lacks (sealed, "href");
}

static void
test_what_is_shown_without_scripts_is_shown (void)
{
  g_autofree char *sealed = seal (
    "<html hidden><head><style>body{opacity:0} html.js body { display : none }</style><noscript><style>.lazy{display:none}</style></noscript></head>"
    "<body style='visibility:hidden'><noscript><p>Words without a script.</p></noscript></body></html>");

  assert_has (sealed, "<p>Words without a script.</p>");
  assert_has (sealed, ".lazy{display:none}");
  assert_has (sealed, "html,body{opacity:1!important;visibility:visible!important");
  assert_has (sealed, "html,body{display:block!important}");
  assert_has (sealed, "<html>");
}

static void
test_pictures_in_the_page_stay (void)
{
  g_autofree char *sealed = seal (
    "<img src=\"data:image/gif;base64," PIXEL "\" alt='dot'><img data-src='data:image/gif;base64," PIXEL "' src='https://a.example/x.gif'>"
    "<p style=\"background:url('data:image/gif;base64," PIXEL "')\">x</p>");

  assert_has (sealed, "<img alt=\"dot\" src=\"data:image/gif;base64," PIXEL "\">");
  assert_has (sealed, "style=\"background:url(&quot;data:image/gif;base64," PIXEL "&quot;)\"");
  assert_lacks (sealed, "a.example");
}

static void
test_pictures_with_scripts_are_named_for_what_they_are (void)
{
  g_autofree char *sealed = seal ("<img src=\"data:image/png,%3Chtml%3E%3Cscript%3Eevil()%3C/script%3E%3C/html%3E\">");

  assert_is_harmless (sealed);
  assert_lacks (sealed, "evil");
}

static void
test_imported_style_sheets_are_put_in_place (void)
{
  g_autoptr (CpPageFiles) files = cp_page_files_new ("https://a.example/x/page.html", NULL);
  g_autoptr (GBytes) inner = g_bytes_new_static ("b{background:url(../dot.gif)}", 29);
  g_autoptr (GBytes) loop = g_bytes_new_static ("@import 'loop.css';i{}", 22);
  gsize size;
  g_autofree guchar *pixel = g_base64_decode (PIXEL, &size);
  g_autoptr (GBytes) dot = g_bytes_new (pixel, size);
  g_autofree char *media = NULL;
  g_autofree char *looped = NULL;

  g_assert_true (cp_page_files_add (files, "https://a.example/css/inner.css", "text/css", inner));
  g_assert_true (cp_page_files_add (files, "https://a.example/x/loop.css", "text/css", loop));
  g_assert_true (cp_page_files_add (files, "https://a.example/dot.gif", "image/gif", dot));

  media = seal_css ("@import url(/css/inner.css) screen and (color);p{}", files);
  g_assert_cmpstr (media, ==, "@media screen and (color){b{background:url(\"data:image/gif;base64," PIXEL "\")}}\np{}");

  looped = seal_css ("@import 'loop.css';", files);
  g_assert_cmpstr (looped, ==, "i{}\ni{}\ni{}\n");
}

static void
test_addresses_with_semicolons_end_with_their_import (void)
{
  g_autofree char *css = seal_css ("@import url(https://fonts.example/css2?family=A:wght@400;700);p{color:red}", NULL);

  g_assert_cmpstr (css, ==, "p{color:red}");
}

static char *
show_fixture (const char *name)
{
  g_autoptr (CpImported) imported = import_fixture_read (name);
  g_autoptr (GError) error = NULL;
  char *page = cp_original_show (cp_imported_get_original (imported), cp_imported_get_media_type (imported),
                                 cp_imported_get_resources (imported), &error);

  g_assert_no_error (error);

  return page;
}

static guint
count (const char *text,
       const char *words)
{
  guint n = 0;

  for (const char *c = strstr (text, words); c != NULL; c = strstr (c + 1, words))
    n++;

  return n;
}

/* Quay, boat, face and dot; the style sheet, and for a page with its folder the paper that this shows. */
static void
test_original_is_shown_as_it_was_saved (gconstpointer data)
{
  g_autofree char *page = show_fixture (data);

  assert_is_harmless (page);
  assert_has (page, "Every evening at ten past nine");
  assert_has (page, "More opinion");
  g_assert_cmpuint (count (page, "<img "), ==, 4);
  g_assert_cmpuint (count (page, " src=\"data:image/"), ==, strstr (data, "explorer") != NULL ? 2 : 4);
  if (strstr (data, "explorer") == NULL)
    assert_has (page, strstr (data, "single") != NULL ? ".lead{background-image:url(\"data:image/png" : ".lead { color: #223 }");
  if (strstr (data, "complete") != NULL)
    assert_has (page, "background: url(\"data:image/png");
  assert_lacks (page, "ads.css");
}

static void
test_originals_of_letters_are_shown (void)
{
  g_autofree char *page = show_fixture ("saved/newsletter.eml");
  g_autofree char *text = show_fixture ("saved/flowed.eml");

  assert_is_harmless (page);
  assert_is_harmless (text);
  assert_has (page, "Unsubscribe");
  g_assert_cmpuint (count (page, " src=\"data:image/"), ==, 1);
  assert_has (text, "<pre>View this post on the web");
}

static void
test_hostile_fixture_is_shown_without_its_traps (void)
{
  g_autofree char *page = show_fixture ("hostile.html");

  assert_is_harmless (page);
  assert_has (page, "does less harm, and it can be swept up");
}

static void
test_deep_pages_are_shown (void)
{
  g_autoptr (GString) page = g_string_new ("<p>top</p>");
  g_autofree char *sealed = NULL;

  for (int i = 0; i < 300000; i++)
    g_string_append (page, "<div>");
  g_string_append (page, "bottom");

  sealed = seal (page->str);
  assert_has (sealed, "top");
  assert_has (sealed, "bottom");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sealed-page/hostile", test_nothing_that_runs_or_loads_is_left);
  g_test_add_func ("/sealed-page/no-address", test_no_remote_address_is_left);
  g_test_add_func ("/sealed-page/policy", test_policy_stands_first);
  g_test_add_func ("/sealed-page/look", test_look_of_the_page_is_kept);
  g_test_add_func ("/sealed-page/links", test_links_keep_their_words_and_show_where_they_led);
  g_test_add_func ("/sealed-page/without-scripts", test_what_is_shown_without_scripts_is_shown);
  g_test_add_func ("/sealed-page/pictures", test_pictures_in_the_page_stay);
  g_test_add_func ("/sealed-page/false-pictures", test_pictures_with_scripts_are_named_for_what_they_are);
  g_test_add_func ("/sealed-page/imports", test_imported_style_sheets_are_put_in_place);
  g_test_add_func ("/sealed-page/import-with-semicolon", test_addresses_with_semicolons_end_with_their_import);
  g_test_add_data_func ("/sealed-page/original/chrome", "saved/chrome.mhtml", test_original_is_shown_as_it_was_saved);
  g_test_add_data_func ("/sealed-page/original/explorer", "saved/explorer.mht", test_original_is_shown_as_it_was_saved);
  g_test_add_data_func ("/sealed-page/original/web-archive", "saved/binary.webarchive", test_original_is_shown_as_it_was_saved);
  g_test_add_data_func ("/sealed-page/original/single-file", "saved/single-file.html", test_original_is_shown_as_it_was_saved);
  g_test_add_data_func ("/sealed-page/original/complete", "saved/complete/Let the Last Ferry Wait.html", test_original_is_shown_as_it_was_saved);
  g_test_add_func ("/sealed-page/original/letters", test_originals_of_letters_are_shown);
  g_test_add_func ("/sealed-page/original/hostile", test_hostile_fixture_is_shown_without_its_traps);
  g_test_add_func ("/sealed-page/deep", test_deep_pages_are_shown);

  return g_test_run ();
}
