/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gives every format the inputs that fuzzers began with and those that they found trouble with. */

#include "config.h"

#include "fuzz.h"

typedef struct
{
  const char        *name;
  const CpReader    *reader;
  const CpContainer *container;
} Format;

static const Format formats[] = {
#define READER(name, symbol) { name, &symbol, NULL },
#define CONTAINER(name, symbol) { name, NULL, &symbol },
#include "formats.h"
};

static void
replay_file (const Format *format,
             const char   *path)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_file_get_contents (path, &contents, &size, &error);
  g_assert_no_error (error);
  g_test_message ("%s", path);

  if (format->reader != NULL)
    fuzz_reader (format->reader, (const guint8 *) contents, size);
  else
    fuzz_container (format->container, (const guint8 *) contents, size);
}

static void
test_format_takes_its_corpus (gconstpointer data)
{
  const Format *format = data;
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "corpus", format->name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      replay_file (format, path);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path = g_strconcat ("/fuzz/takes-its-corpus/", formats[i].name, NULL);

      g_test_add_data_func (path, &formats[i], test_format_takes_its_corpus);
    }

  return g_test_run ();
}
