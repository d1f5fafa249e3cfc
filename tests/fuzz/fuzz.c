/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the fuzzers and the replay of their findings do with one input. */

#include "config.h"

#include "cp-furniture.h"
#include "cp-pdf-protocol.h"
#include "cp-pdf-reader.h"
#include "cp-rejoin.h"
#include "fuzz.h"

static int
sniff_layout (const CpInput *input)
{
  return 1;
}

static CpDraft *
read_layout (const CpInput  *input,
             GError        **error)
{
  g_autoptr (GVariant) scan = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (CP_PDF_TEXT_TYPE), input->bytes, FALSE));

  return cp_pdf_reader_make_draft (scan, NULL);
}

const CpReader cp_pdf_layout_reader = {
  .name = "pdf-layout",
  .media_type = "application/x-counterpoint-pdf-layout",
  .sniff = sniff_layout,
  .read = read_layout,
};

/* A reader may fail, but it says why. */
static void
check_outcome (gboolean      succeeded,
               const GError *error)
{
  g_assert_true (succeeded == (error == NULL));
  g_assert_true (error == NULL || g_utf8_validate (error->message, -1, NULL));
}

static void
check_article (CpDraft *draft)
{
  g_autoptr (CpArticle) article = NULL;

  cp_draft_drop_empty (draft);
  cp_furniture_mark (draft);
  cp_rejoin_paragraphs (draft);
  cp_draft_drop_empty (draft);
  article = cp_draft_to_article (draft);
  g_assert_true (g_utf8_validate (cp_article_get_text (article), -1, NULL));
}

static void
show (const CpInput  *input,
      char         *(*function) (const CpInput *, GPtrArray *, GError **))
{
  g_autoptr (GPtrArray) resources = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *page = function (input, resources, &error);

  check_outcome (page != NULL, error);
  g_assert_true (page == NULL || g_utf8_validate (page, -1, NULL));
}

/**
 * fuzz_reader:
 * @reader: one format, which is made to read even what it would not choose
 * @data: (array length=size): the contents of a file
 */
void
fuzz_reader (const CpReader *reader,
             const guint8   *data,
             gsize           size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (CpDraft) draft = NULL;
  g_auto (CpInput) input = { NULL };

  cp_input_init (&input, bytes, "input", NULL);

  /* Readers of text are given no others, and readers of others get everything. */
  if (reader->sniff (&input) > 0 || (input.text != NULL && g_str_has_prefix (reader->media_type, "text/")))
    {
      draft = reader->read (&input, &error);
      check_outcome (draft != NULL, error);
      if (reader->show != NULL)
        show (&input, reader->show);
    }

  if (draft != NULL)
    check_article (draft);
}

/* Places all of them in a text that has some of their words, twice. */
static void
check_annotations (GPtrArray *annotations)
{
  g_autoptr (CpArticle) article = cp_article_new ();
  g_autoptr (GListStore) highlights = g_list_store_new (CP_TYPE_HIGHLIGHT);

  for (guint i = 0; i < 2 * annotations->len && i < 20; i++)
    {
      CpAnnotation *annotation = g_ptr_array_index (annotations, i % annotations->len);
      g_autofree char *text = g_strconcat (annotation->prefix, annotation->quote, annotation->suffix, annotation->note, NULL);
      g_autoptr (CpBlock) block = cp_block_new (CP_BLOCK_PARAGRAPH, CP_BLOCK_BODY, 0, text);

      g_assert_true (g_utf8_validate (text, -1, NULL));
      cp_article_add_block (article, block);
    }

  cp_annotations_place (annotations, article, highlights);
}

static gboolean
member_cb (const CpMember *member,
           const GError   *error,
           gpointer        user_data)
{
  gsize *n_bytes = user_data;

  g_assert_nonnull (member->path);
  g_assert_true (error != NULL || member->bytes != NULL || member->annotations != NULL);
  if (member->annotations != NULL)
    check_annotations (member->annotations);
  *n_bytes += member->bytes != NULL ? g_bytes_get_size (member->bytes) : 0;

  return TRUE;
}

/**
 * fuzz_container:
 * @container: one format
 * @data: (array length=size): the contents of a file
 */
void
fuzz_container (const CpContainer *container,
                const guint8      *data,
                gsize              size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_auto (CpInput) input = { NULL };
  gsize n_bytes = 0;
  gboolean succeeded;

  cp_input_init (&input, bytes, "input", NULL);
  if (container->sniff (&input) == 0)
    return;

  succeeded = container->each (&input, member_cb, &n_bytes, &error);
  check_outcome (succeeded, error);
  if (container->show != NULL)
    show (&input, container->show);
}
