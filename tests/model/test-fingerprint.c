/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fingerprints are those that libraries have been keeping all along. */

#include "config.h"

#include "cp-fingerprint.h"

static void
test_fingerprint_is_the_sha256_of_the_bytes (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < 300; i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (text->str, text->len);
      g_autofree char *fingerprint = cp_fingerprint_bytes (bytes);
      g_autofree char *expected = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

      g_assert_cmpstr (fingerprint, ==, expected);
      g_string_append_c (text, 'a' + i % 26);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fingerprint/sha256", test_fingerprint_is_the_sha256_of_the_bytes);

  return g_test_run ();
}
