/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text of every encoding is read, whatever the file says of it. */

#include "config.h"

#include "cp-encoding.h"
#include "import-fixture.h"

#include <string.h>

static const char english[] = "The ferry – the last one – left at nine; “nobody,” the skipper said, “will miss it.” That wasn’t so.";
static const char german[] = "Die Fähre fährt künftig später, und schön wäre es, wenn auch die Straße über die Brücke geöffnet würde.";
static const char polish[] = "Prom powinien czekać na pociąg, bo każdy, kto wraca późno, wie, że łódź odpływa zawsze pięć minut za wcześnie.";
static const char russian[] = "Паром должен ждать поезда: каждый вечер люди стоят на причале и смотрят, как он уходит без них в темноту.";
static const char greek[] = "Το πλοίο πρέπει να περιμένει το τρένο, γιατί κάθε βράδυ άνθρωποι μένουν στην προβλήτα και το βλέπουν να φεύγει.";
static const char japanese[] = "最終の船は列車を待つべきだ。毎晩、人々は桟橋に立ち、船が出て行くのを見ている。これは変えられるはずだ。";
static const char chinese[] = "最后一班渡轮应该等火车。每天晚上，人们站在码头上，看着船开走。这是可以改变的，而且花费很少。";
static const char traditional[] = "最後一班渡輪應該等火車。每天晚上，人們站在碼頭上，看著船開走。這是可以改變的，而且花費很少。";
static const char korean[] = "마지막 배는 기차를 기다려야 한다. 매일 저녁 사람들은 부두에 서서 배가 떠나는 것을 본다. 이것은 바꿀 수 있다.";

typedef struct
{
  const char *text;
  const char *encoding;
} Sample;

static const Sample samples[] = {
  { english, "windows-1252" }, { german, "ISO-8859-1" }, { german, "windows-1252" }, { polish, "ISO-8859-2" }, { polish, "windows-1250" },
  { russian, "windows-1251" }, { russian, "KOI8-R" }, { russian, "ISO-8859-5" }, { greek, "windows-1253" }, { greek, "ISO-8859-7" },
  { japanese, "Shift_JIS" }, { japanese, "EUC-JP" }, { japanese, "ISO-2022-JP" }, { chinese, "GB18030" }, { chinese, "GBK" }, { chinese, "GB2312" },
  { traditional, "Big5" }, { korean, "EUC-KR" },
};

/* Enough of a text to be told by its letters. */
static char *
encode (const char *prefix,
        const char *text,
        const char *encoding,
        gsize      *size)
{
  g_autoptr (GString) page = g_string_new (prefix);
  g_autoptr (GError) error = NULL;
  char *bytes;

  for (int i = 0; i < 6; i++)
    g_string_append_printf (page, "<p>%s</p>\n", text);

  bytes = g_convert (page->str, page->len, encoding, "UTF-8", NULL, size, &error);
  g_assert_no_error (error);

  return bytes;
}

static void
assert_decoded (const char *prefix,
                const char *text,
                const char *encoding,
                const char *charset)
{
  gsize size, length;
  g_autofree char *bytes = encode (prefix, text, encoding, &size);
  g_autofree char *decoded = cp_encoding_to_utf8 ((const guint8 *) bytes, size, charset, &length);

  g_test_message ("%s, %s, %s", encoding, prefix, charset);
  g_assert_true (g_utf8_validate (decoded, -1, NULL));
  g_assert_cmpuint (length, ==, strlen (decoded));
  if (strstr (decoded, text) == NULL)
    g_error ("%s, declared “%s”: %s", encoding, prefix, decoded);
}

static void
test_declared_encodings_are_believed (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *prefix = g_strdup_printf ("<meta charset=\"%s\">\n", samples[i].encoding);

      assert_decoded (prefix, samples[i].text, samples[i].encoding, NULL);
      assert_decoded ("<p>", samples[i].text, samples[i].encoding, samples[i].encoding);
    }
}

static void
test_undeclared_encodings_are_told_by_their_letters (void)
{
  static const Sample undeclared[] = {
    { english, "windows-1252" }, { german, "windows-1252" }, { russian, "windows-1251" }, { russian, "KOI8-R" }, { greek, "windows-1253" },
    { japanese, "Shift_JIS" }, { japanese, "EUC-JP" }, { japanese, "ISO-2022-JP" }, { chinese, "GB18030" }, { traditional, "Big5" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (undeclared); i++)
    assert_decoded ("", undeclared[i].text, undeclared[i].encoding, NULL);
}

static void
test_wrong_declarations_are_seen_through (void)
{
  static const char * const said[] = { "utf-8", "iso-8859-1", "windows-1252", "nonsense" };
  static const Sample meant[] = {
    { english, "UTF-8" }, { russian, "UTF-8" }, { english, "windows-1252" }, { russian, "windows-1251" }, { russian, "KOI8-R" },
    { japanese, "Shift_JIS" }, { chinese, "GB18030" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (said); i++)
    {
      g_autofree char *prefix = g_strdup_printf ("<meta http-equiv=Content-Type content='text/html; charset=%s'>\n", said[i]);

      for (gsize j = 0; j < G_N_ELEMENTS (meant); j++)
        assert_decoded (prefix, meant[j].text, meant[j].encoding, NULL);
    }

  assert_decoded ("<meta charset=shift_jis>", russian, "UTF-8", NULL);
  assert_decoded ("<meta charset=utf-16>", english, "UTF-8", NULL);
}

static void
test_wide_encodings_are_told_with_and_without_mark (void)
{
  static const char * const encodings[] = { "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE" };
  static const char * const texts[] = { english, russian, greek, japanese, korean };

  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      for (gsize j = 0; j < G_N_ELEMENTS (texts); j++)
        {
          assert_decoded ("", texts[j], encodings[i], NULL);
          assert_decoded ("\uFEFF", texts[j], encodings[i], NULL);
          assert_decoded ("<meta charset=utf-8>", texts[j], encodings[i], NULL);
        }
    }
}

static void
test_wide_encodings_are_no_binary_files (void)
{
  gsize size;
  g_autofree char *bytes = encode ("<html><body>", russian, "UTF-16LE", &size);
  g_autoptr (CpImported) imported = import_fixture_read_text (bytes, size);

  import_fixture_assert_has (imported, "Паром должен ждать поезда");
}

static void
test_broken_bytes_do_not_change_the_encoding (void)
{
  g_autofree char *text = cp_encoding_to_utf8 ((const guint8 *) "Größe für Mädchen, schöner \xFF Tag über Köln", 49, NULL, NULL);

  g_assert_true (g_str_has_prefix (text, "Größe für Mädchen, schöner \uFFFD Tag über"));
}

static void
test_nothing_and_little_are_read (void)
{
  gsize length = 1;
  g_autofree char *nothing = cp_encoding_to_utf8 (NULL, 0, NULL, &length);
  g_autofree char *mark = cp_encoding_to_utf8 ((const guint8 *) "\xFF\xFE", 2, NULL, NULL);
  g_autofree char *byte = cp_encoding_to_utf8 ((const guint8 *) "\xE9", 1, NULL, NULL);

  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpuint (length, ==, 0);
  g_assert_cmpstr (mark, ==, "");
  g_assert_true (g_utf8_validate (byte, -1, NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/encoding/declared", test_declared_encodings_are_believed);
  g_test_add_func ("/encoding/undeclared", test_undeclared_encodings_are_told_by_their_letters);
  g_test_add_func ("/encoding/wrongly-declared", test_wrong_declarations_are_seen_through);
  g_test_add_func ("/encoding/wide", test_wide_encodings_are_told_with_and_without_mark);
  g_test_add_func ("/encoding/wide/no-binary", test_wide_encodings_are_no_binary_files);
  g_test_add_func ("/encoding/broken", test_broken_bytes_do_not_change_the_encoding);
  g_test_add_func ("/encoding/little", test_nothing_and_little_are_read);

  return g_test_run ();
}
