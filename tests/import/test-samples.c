/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The four sample op-eds, each of another format, are read as their authors would wish. */

#include "config.h"

#include "import-fixture.h"

typedef struct
{
  const char *name;
  const char *title;
  const char *standfirst;
  const char *author;
  const char *outlet;
  const char *published;
  const char *url;
  const char *furniture[20];
} Sample;

static const Sample samples[] = {
  {
    "ostermouth-charge-keep.html",
    "The congestion charge is working. The council should keep its nerve",
    "One year on, the buses move, the High Street trades and the air is cleaner. Repeal would throw away all three.",
    "Marian Tolliver",
    "The Harbour Ledger",
    "2026-03-09",
    "https://www.harbourledger.example/opinion/2026/03/09/the-congestion-charge-is-working-keep-it",
    {
      "should keep its nerve", "One year on", "Marian Tolliver", "March 2026", "Share", "Noor Ashdown", "Read more", "Five numbers",
      "Advertisement", "Ledger at Seven", "My van", "transport planner", "Congestion charge", "Comments", "lowfields_lad", "Most read",
      "Sign in", "wheelchair", NULL
    },
  },
  {
    "ostermouth-charge-repeal.md",
    "Ostermouth's Charge Sends the Bill to the Wrong People",
    "A flat fee on driving into the old town spares the comfortable, watches everyone and falls on the night shift.",
    "Desmond Achterberg",
    "The Tidewater Examiner",
    "2026-03-10",
    "https://www.tidewaterexaminer.example/2026/03/10/ostermouths-charge-sends-the-bill-to-the-wrong-people-a4417",
    { "Sends the Bill", "A flat fee on", "Achterberg", "March 10", "J. Pell", "Related article", "views expressed", "Original url", NULL },
  },
  {
    "school-phones-ban.md",
    "Lock the Phones Away Until the Last Bell",
    "A ban for the whole school day costs a pouch and a magnet. It gives children back their attention, their breaks and one another.",
    "Ruth Okonjo-Vale",
    "The Northfield Courier",
    "2026-09-14",
    "https://www.northfieldcourier.example/opinion/2026/09/lock-the-phones-away",
    { "Until the Last Bell", "Okonjo-Vale", NULL },
  },
  {
    "school-phones-teach.txt",
    "A Phone Ban Teaches Children Nothing About Phones",
    NULL,
    "Tomas Lindqvar",
    "The Meridian Post",
    "2026-09-21",
    "https://www.meridianpost.example/comment/2026/09/21/a-phone-ban-teaches-children-nothing",
    { "A Phone Ban Teaches", "Lindqvar", "September 21", "Meridian Post", "http", NULL },
  },
};

static void
test_sample_has_its_metadata (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr (CpImported) imported = import_fixture_read_sample (sample->name);
  CpArticle *article = cp_imported_get_article (imported);

  g_assert_cmpstr (cp_article_get_title (article), ==, sample->title);
  g_assert_cmpstr (cp_article_get_standfirst (article), ==, sample->standfirst);
  import_fixture_assert_authors (imported, sample->author);
  g_assert_cmpstr (cp_article_get_outlet (article), ==, sample->outlet);
  g_assert_cmpstr (cp_article_get_published (article), ==, sample->published);
  g_assert_cmpstr (cp_article_get_url (article), ==, sample->url);
  g_assert_cmpstr (cp_article_get_language (article), ==, "en");
  g_assert_true (cp_article_get_opinion (article));
}

static void
test_sample_has_no_furniture_in_its_text (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr (CpImported) imported = import_fixture_read_sample (sample->name);

  for (const char * const *words = sample->furniture; *words != NULL; words++)
    import_fixture_assert_lacks (imported, *words);
}

/* Every paragraph of running text begins like one and ends with its sentence. */
static void
test_sample_has_no_torn_paragraph (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr (CpImported) imported = import_fixture_read_sample (sample->name);
  CpArticle *article = cp_imported_get_article (imported);

  g_assert_cmpint (cp_article_get_n_words (article), >, 750);

  for (guint i = 0; i < cp_article_get_n_blocks (article); i++)
    {
      CpBlock *block = cp_article_get_block (article, i);
      const char *text = cp_block_get_text (block);

      if (cp_block_get_role (block) == CP_BLOCK_FURNITURE || cp_block_get_kind (block) != CP_BLOCK_PARAGRAPH)
        continue;

      g_assert_false (g_unichar_islower (g_utf8_get_char (text)));
      if (!g_regex_match_simple ("[.!?:][”\"’]?$", text, 0, 0))
        g_error ("%s: torn: %s", sample->name, text);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *metadata = g_strdup_printf ("/samples/%s/metadata", samples[i].name);
      g_autofree char *furniture = g_strdup_printf ("/samples/%s/furniture", samples[i].name);
      g_autofree char *torn = g_strdup_printf ("/samples/%s/torn", samples[i].name);

      g_test_add_data_func (metadata, &samples[i], test_sample_has_its_metadata);
      g_test_add_data_func (furniture, &samples[i], test_sample_has_no_furniture_in_its_text);
      g_test_add_data_func (torn, &samples[i], test_sample_has_no_torn_paragraph);
    }

  return g_test_run ();
}
