/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Addresses of the same piece have the same key. */

#include "config.h"

#include "cp-url.h"

static void
assert_key (const char *url,
            const char *expected)
{
  g_autofree char *key = cp_url_dup_key (url);

  g_assert_cmpstr (key, ==, expected);
}

static void
test_the_same_piece_has_the_same_key (void)
{
  assert_key ("https://span.example/tolls", "span.example/tolls");
  assert_key ("http://www.Span.example/tolls/", "span.example/tolls");
  assert_key ("HTTPS://span.example/tolls?utm_source=a&fbclid=b#top", "span.example/tolls");
  assert_key ("https://span.example/", "span.example");
}

static void
test_other_pieces_have_other_keys (void)
{
  assert_key ("https://span.example/Tolls", "span.example/Tolls");
  assert_key ("https://span.example/?p=12&utm_medium=b&page=2", "span.example?p=12&page=2");
}

static void
test_what_is_no_address_of_the_web_has_no_key (void)
{
  assert_key (NULL, NULL);
  assert_key ("", NULL);
  assert_key ("https://", NULL);
  assert_key ("https:///tolls", NULL);
  assert_key ("file:///home/ada/tolls.html", NULL);
  assert_key ("span.example/tolls", NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/url/the-same-piece", test_the_same_piece_has_the_same_key);
  g_test_add_func ("/url/other-pieces", test_other_pieces_have_other_keys);
  g_test_add_func ("/url/no-address-of-the-web", test_what_is_no_address_of_the_web_has_no_key);

  return g_test_run ();
}
