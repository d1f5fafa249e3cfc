/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text comes back out of Markdown as the text that went in. */

#include "config.h"

#include "cp-markdown.h"

#include <cmark.h>
#include <string.h>

static char *
escape (const char *text)
{
  GString *markdown = g_string_new (NULL);

  cp_markdown_append_text (markdown, text);

  return g_string_free (markdown, FALSE);
}

/* A renderer must see one paragraph of nothing but text, and that text must be @text. */
static void
assert_stays_text (const char *text)
{
  g_autofree char *markdown = escape (text);
  g_autoptr (GString) seen = g_string_new (NULL);
  cmark_node *root = cmark_parse_document (markdown, strlen (markdown), CMARK_OPT_DEFAULT);
  cmark_iter *iter = cmark_iter_new (root);

  while (cmark_iter_next (iter) != CMARK_EVENT_DONE)
    {
      cmark_node *node = cmark_iter_get_node (iter);
      cmark_node_type type = cmark_node_get_type (node);

      if (type != CMARK_NODE_DOCUMENT && type != CMARK_NODE_PARAGRAPH && type != CMARK_NODE_TEXT)
        g_error ("“%s” became a %s", text, cmark_node_get_type_string (node));
      if (type == CMARK_NODE_TEXT)
        g_string_append (seen, cmark_node_get_literal (node));
    }
  g_assert_cmpstr (seen->str, ==, text);

  cmark_iter_free (iter);
  cmark_node_free (root);
}

static void
test_no_text_becomes_markup (void)
{
  static const char * const texts[] = {
    "*stars* and _lines_ and `code` and ~~gone~~",
    "# no heading #", "- no item", "+ no item", "* no item", "-", "1. no item", "23) no item", "> no quotation",
    "=== no rule", "---", "***", "___", "~~~ no fence", "``` no fence",
    "[no link](https://a.example)", "![no image](x.png)", "[no]: https://a.example", "[^1]", "- [ ] no task",
    "<b>no tag</b>", "<script>alert(1)</script>", "<!-- no comment -->", "<https://a.example>", "&lt;&#60;&amp;",
    "C:\\new\\text", "\\*", "a | b", "$x_1$ and ==no mark== and x^2^", "{{ no.template }}", "@nobody #notag",
    "it cost 1.5 million, i.e. a lot - more+more!",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_stays_text (texts[i]);
}

static void
test_common_prose_is_left_alone (void)
{
  static const char prose[] = "“It's 5 – or 6 %,” she said (twice): why, in the U.S., so late?";
  g_autofree char *markdown = escape (prose);

  g_assert_cmpstr (markdown, ==, prose);
}

static void
test_number_after_words_begins_no_list (void)
{
  g_autoptr (GString) markdown = g_string_new ("5. **Am** ");

  cp_markdown_append_text (markdown, "14. März");
  g_assert_cmpstr (markdown->str, ==, "5. **Am** 14. März");

  g_string_append (markdown, "\n- ");
  cp_markdown_append_text (markdown, "14. März");
  g_assert_cmpstr (markdown->str, ==, "5. **Am** 14. März\n- 14\\. März");
}

static void
test_bare_addresses_are_no_links (void)
{
  g_autofree char *markdown = escape ("see http://a.example or www.b.example");

  g_assert_cmpstr (markdown, ==, "see http\\://a.example or www\\.b.example");
}

static void
test_white_space_is_one_space (void)
{
  g_autofree char *markdown = escape ("  \t a  \n\n    b\t\n");
  g_autofree char *kept = escape ("31\302\240%");

  g_assert_cmpstr (markdown, ==, "a b");
  g_assert_cmpstr (kept, ==, "31\302\240%");
}

static void
test_control_characters_are_replaced (void)
{
  g_autofree char *markdown = escape ("a\001b");

  g_assert_cmpstr (markdown, ==, "a�b");
}

static void
test_address_is_a_link_to_itself (void)
{
  g_autoptr (GString) markdown = g_string_new (NULL);

  cp_markdown_append_address (markdown, "https://a.example/b_c?d=e&f");
  g_assert_cmpstr (markdown->str, ==, "<https://a.example/b_c?d=e&f>");
}

static void
test_address_that_would_end_its_link_is_text (void)
{
  g_autoptr (GString) markdown = g_string_new (NULL);

  cp_markdown_append_address (markdown, "https://a.example/>[x](y)");
  g_assert_cmpstr (markdown->str, ==, "https\\://a.example/\\>\\[x\\](y)");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/markdown/no-markup", test_no_text_becomes_markup);
  g_test_add_func ("/markdown/prose", test_common_prose_is_left_alone);
  g_test_add_func ("/markdown/number", test_number_after_words_begins_no_list);
  g_test_add_func ("/markdown/bare-addresses", test_bare_addresses_are_no_links);
  g_test_add_func ("/markdown/white-space", test_white_space_is_one_space);
  g_test_add_func ("/markdown/control-characters", test_control_characters_are_replaced);
  g_test_add_func ("/markdown/address", test_address_is_a_link_to_itself);
  g_test_add_func ("/markdown/bad-address", test_address_that_would_end_its_link_is_text);

  return g_test_run ();
}
