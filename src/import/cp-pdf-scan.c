/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PDF document → its words as they lie on paper. Runs in a process of its own. */

#define G_LOG_DOMAIN "cp-pdf-scan"

#include "config.h"

#include "cp-pdf-document.h"
#include "cp-pdf-scan.h"

#include <math.h>
#include <string.h>

/* Images on one page that are looked at: some programs cut a picture into thousands of stripes. */
#define MAX_PAGE_IMAGES 400

/* The characters with which the library wraps words of scripts that run to the left, turned round. */
#define EMBEDDING_FIRST 0x202A
#define EMBEDDING_END 0x202C
#define EMBEDDING_LAST 0x202E
#define LEFTWARD "\xE2\x80\xAB"

/* How finely the ends of text that runs to the left are looked for. */
#define N_STEPS 32
#define N_ROUNDS 3

/* Narrower gaps, in sizes of the font, are between letters. */
#define MIN_SPACE 0.2

typedef struct
{
  gunichar         character;
  PopplerRectangle box;
  guint16          font;
  guint16          link;
  double           size;
} Glyph;

/* The words of one page, as cp-pdf-protocol.h has them. */
typedef struct
{
  GArray    *lengths;
  GPtrArray *texts;
  GArray    *figures;
  GArray    *numbers;
} Words;

/* What is gathered over all pages. */
typedef struct
{
  GPtrArray       *fonts;
  GHashTable      *font_numbers;
  gsize            n_characters;
  gsize            n_lines;
} Scan;

static guint16
number_font (Scan       *scan,
             const char *name)
{
  gpointer number;

  if (name == NULL || !g_utf8_validate (name, -1, NULL))
    name = "";

  if (g_hash_table_lookup_extended (scan->font_numbers, name, NULL, &number))
    return GPOINTER_TO_UINT (number);

  if (scan->fonts->len == G_MAXUINT16)
    return 0;

  number = GUINT_TO_POINTER (scan->fonts->len);
  g_ptr_array_add (scan->fonts, g_strdup (name));
  g_hash_table_insert (scan->font_numbers, g_ptr_array_index (scan->fonts, scan->fonts->len - 1), number);

  return GPOINTER_TO_UINT (number);
}

static void
turn_round (GArray *glyphs,
            guint   start,
            guint   end)
{
  for (; start + 1 < end; start++, end--)
    {
      gunichar first = g_array_index (glyphs, Glyph, start).character;

      g_array_index (glyphs, Glyph, start).character = g_array_index (glyphs, Glyph, end - 1).character;
      g_array_index (glyphs, Glyph, end - 1).character = first;
    }
}

/* The library wraps what runs to the left in characters that say so, and in it what runs to the right again. */
static gboolean
follow_embedding (GArray   *glyphs,
                  GArray   *starts,
                  gunichar  character)
{
  if (character < EMBEDDING_FIRST || character > EMBEDDING_LAST)
    return FALSE;

  if (character != EMBEDDING_END)
    {
      g_array_append_val (starts, glyphs->len);
    }
  else if (starts->len > 0)
    {
      turn_round (glyphs, g_array_index (starts, guint, starts->len - 1), glyphs->len);
      g_array_set_size (starts, starts->len - 1);
    }

  return TRUE;
}

static guint
count_boxes (CpPdfPaper       *page,
             PopplerRectangle *area)
{
  g_autofree PopplerRectangle *boxes = NULL;
  guint n_boxes = 0;

  poppler_page_get_text_layout_for_area (page, area, &boxes, &n_boxes);

  return n_boxes;
}

/* Moves @side of @area to where most text is found, in ever smaller steps. */
static void
move_side (CpPdfPaper       *page,
           PopplerRectangle *area,
           double           *side,
           double            width)
{
  double best = *side;
  double step = width / N_STEPS;
  guint most = count_boxes (page, area);

  for (int round = 0; round < N_ROUNDS; round++, step /= N_STEPS / 4)
    {
      double middle = round == 0 ? width / 2 : best;

      for (int i = -N_STEPS / 2; i <= N_STEPS / 2; i++)
        {
          guint n_boxes;

          *side = middle + i * step;
          n_boxes = count_boxes (page, area);
          if (n_boxes > most)
            {
              most = n_boxes;
              best = *side;
            }
        }
    }

  *side = best;
}

/* In text that runs to the left the library takes an area to go from a place on the first line to one on the last, and misses
 * what is right of the one and left of the other; yet no place right of the first line is on it. */
static PopplerRectangle
find_area (CpPdfPaper  *page,
           char       **text)
{
  PopplerRectangle area = { 0 };
  double width;

  poppler_page_get_size (page, &area.x2, &area.y2);
  width = area.x2;
  *text = poppler_page_get_text_for_area (page, &area);

  if (*text != NULL && strstr (*text, LEFTWARD) != NULL)
    {
      move_side (page, &area, &area.x2, width);
      move_side (page, &area, &area.x1, width);
      move_side (page, &area, &area.x2, width);
      g_free (*text);
      *text = poppler_page_get_text_for_area (page, &area);
    }

  return area;
}

/* One glyph for every character. In a word, boxes go from left to right in every script; what the library turned round
 * for reading is turned back, so that characters and boxes go together. */
static GArray *
list_glyphs (CpPdfPaper       *page,
             PopplerRectangle *area,
             const char       *text)
{
  GArray *glyphs = g_array_new (FALSE, FALSE, sizeof (Glyph));
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree PopplerRectangle *boxes = NULL;
  guint n_boxes = 0;

  if (text == NULL || !g_utf8_validate (text, -1, NULL) ||
      !poppler_page_get_text_layout_for_area (page, area, &boxes, &n_boxes))
    return glyphs;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      Glyph glyph = { .character = g_utf8_get_char (c) };

      if (follow_embedding (glyphs, starts, glyph.character) || glyphs->len >= n_boxes)
        continue;

      glyph.box = boxes[glyphs->len];
      g_array_append_val (glyphs, glyph);
    }

  return glyphs;
}

static gboolean
is_alef (gunichar character)
{
  return character == 0x0622 || character == 0x0623 || character == 0x0625 || character == 0x0627;
}

/* Lam before alef is one shape in Arabic, of which the library makes two letters of the same width, the first of them at
 * the left. Other letters go the other way, and the two are never as wide as each other. */
static void
turn_ligatures (GArray *glyphs)
{
  for (guint i = 1; i < glyphs->len; i++)
    {
      Glyph *lam = &g_array_index (glyphs, Glyph, i - 1);
      Glyph *alef = &g_array_index (glyphs, Glyph, i);
      double difference = (alef->box.x2 - alef->box.x1) - (lam->box.x2 - lam->box.x1);

      if (lam->character == 0x0644 && is_alef (alef->character) && fabs (difference) < 0.01 && alef->box.x1 > lam->box.x1)
        turn_round (glyphs, i - 1, i + 1);
    }
}

static void
set_fonts (Scan             *scan,
           CpPdfPaper       *page,
           PopplerRectangle *area,
           GArray           *glyphs)
{
  GList *list = poppler_page_get_text_attributes_for_area (page, area);

  for (GList *l = list; l != NULL; l = l->next)
    {
      PopplerTextAttributes *attributes = l->data;
      guint16 font = number_font (scan, attributes->font_name);

      for (int i = MAX (attributes->start_index, 0); i <= attributes->end_index && i < (int) glyphs->len; i++)
        {
          g_array_index (glyphs, Glyph, i).font = font;
          g_array_index (glyphs, Glyph, i).size = attributes->font_size;
        }
    }

  poppler_page_free_text_attributes (list);
}

static gboolean
lies_in (const PopplerRectangle *box,
         const PopplerRectangle *area)
{
  double x = (box->x1 + box->x2) / 2;
  double y = (box->y1 + box->y2) / 2;

  return x >= area->x1 && x <= area->x2 && y >= area->y1 && y <= area->y2;
}

/* Targets are numbered in the order of @targets, from 1. The areas of links count from the foot of the page. */
static void
set_links (CpPdfPaper *page,
           double      height,
           GArray     *glyphs,
           GPtrArray  *targets)
{
  GList *list = poppler_page_get_link_mapping (page);

  for (GList *l = list; l != NULL && targets->len < 1000; l = l->next)
    {
      PopplerLinkMapping *mapping = l->data;
      PopplerRectangle area = { mapping->area.x1, height - mapping->area.y2, mapping->area.x2, height - mapping->area.y1 };
      const char *target = mapping->action->type == POPPLER_ACTION_URI ? mapping->action->uri.uri : NULL;

      if (target == NULL || !g_utf8_validate (target, -1, NULL))
        continue;

      g_ptr_array_add (targets, g_strdup (target));
      for (guint i = 0; i < glyphs->len; i++)
        {
          if (lies_in (&g_array_index (glyphs, Glyph, i).box, &area))
            g_array_index (glyphs, Glyph, i).link = targets->len;
        }
    }

  poppler_page_free_link_mapping (list);
}

/* Letters of a line that runs up or down the page lie above each other. */
static gboolean
is_vertical (GArray *glyphs,
             guint   start,
             guint   end)
{
  const PopplerRectangle *first = &g_array_index (glyphs, Glyph, start).box;
  const PopplerRectangle *last = &g_array_index (glyphs, Glyph, end - 1).box;

  return end - start > 1 && fabs (last->y1 - first->y1) > fabs (last->x1 - first->x1);
}

static void
add_word (Words    *words,
          GArray   *glyphs,
          guint     start,
          guint     end,
          gboolean  space_after)
{
  const Glyph *first = &g_array_index (glyphs, Glyph, start);
  PopplerRectangle box = first->box;
  GString *text = g_string_new (NULL);
  guint16 flags = 0;

  for (guint i = start; i < end; i++)
    {
      const Glyph *glyph = &g_array_index (glyphs, Glyph, i);

      g_string_append_unichar (text, glyph->character);
      box.x1 = MIN (box.x1, glyph->box.x1);
      box.y1 = MIN (box.y1, glyph->box.y1);
      box.x2 = MAX (box.x2, glyph->box.x2);
      box.y2 = MAX (box.y2, glyph->box.y2);
    }

  if (space_after)
    flags |= CP_PDF_WORD_SPACE_AFTER;
  if (is_vertical (glyphs, start, end))
    flags |= CP_PDF_WORD_VERTICAL;

  g_ptr_array_add (words->texts, g_string_free (text, FALSE));
  g_array_append_vals (words->figures, ((double[]) { box.x1, box.y1, box.x2, box.y2, first->size }), CP_PDF_WORD_FIGURES);
  g_array_append_vals (words->numbers, ((guint16[]) { first->font, first->link, flags }), CP_PDF_WORD_NUMBERS);
}

static gboolean
changes_font (const Glyph *before,
              const Glyph *glyph)
{
  return glyph->font != before->font || glyph->link != before->link || fabs (glyph->size - before->size) > 0.05;
}

/* Now and then the library forgets the space between words that run to the left. */
static gboolean
is_apart (const Glyph *before,
          const Glyph *glyph)
{
  return glyph->box.x1 < before->box.x1 - glyph->size * MIN_SPACE ||
         glyph->box.x1 > before->box.x2 + glyph->size * MIN_SPACE;
}

static gunichar
character_at (GArray *glyphs,
              guint   position)
{
  return g_array_index (glyphs, Glyph, position).character;
}

static guint
find_word_end (GArray *glyphs,
               guint   start)
{
  guint end = start + 1;

  for (; end < glyphs->len && !g_unichar_isspace (character_at (glyphs, end)); end++)
    {
      const Glyph *glyph = &g_array_index (glyphs, Glyph, end);

      if (changes_font (glyph - 1, glyph) || is_apart (glyph - 1, glyph))
        break;
    }

  return end;
}

static gboolean
has_space_after (GArray *glyphs,
                 guint   end)
{
  const Glyph *glyph = &g_array_index (glyphs, Glyph, end);

  return end < glyphs->len && (g_unichar_isspace (glyph->character) || is_apart (glyph - 1, glyph));
}

/* Adds the words up to the end of the line, and returns where that is. */
static guint
add_line (Words  *words,
          GArray *glyphs,
          guint   position)
{
  guint32 n_before = words->texts->len;
  guint32 n_words;

  while (position < glyphs->len && character_at (glyphs, position) != '\n')
    {
      guint end = position + 1;

      if (!g_unichar_isspace (character_at (glyphs, position)))
        {
          end = find_word_end (glyphs, position);
          add_word (words, glyphs, position, end, has_space_after (glyphs, end));
        }

      position = end;
    }

  n_words = words->texts->len - n_before;
  g_array_append_val (words->lengths, n_words);

  return position;
}

static GVariant *
new_fixed (const GVariantType *type,
           GArray             *array)
{
  return g_variant_new_fixed_array (type, array->data, array->len, g_array_get_element_size (array));
}

/* Fills @parts with lengths of lines, texts, figures and numbers of words. */
static void
build_words (GArray    *glyphs,
             GVariant **parts)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) lengths = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) figures = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint16));
  Words words = { lengths, texts, figures, numbers };

  for (guint i = 0; i < glyphs->len; i++)
    i = add_line (&words, glyphs, i);

  parts[0] = new_fixed (G_VARIANT_TYPE_UINT32, lengths);
  parts[1] = g_variant_new_strv ((const char * const *) texts->pdata, texts->len);
  parts[2] = new_fixed (G_VARIANT_TYPE_DOUBLE, figures);
  parts[3] = new_fixed (G_VARIANT_TYPE_UINT16, numbers);
}

static GVariant *
build_image_areas (CpPdfPaper *page)
{
  GList *list = poppler_page_get_image_mapping (page);
  GVariantBuilder areas;
  int n_left = MAX_PAGE_IMAGES;

  g_variant_builder_init (&areas, G_VARIANT_TYPE ("a(dddd)"));

  for (GList *l = list; l != NULL && n_left > 0; l = l->next, n_left--)
    {
      const PopplerRectangle *area = &((PopplerImageMapping *) l->data)->area;

      if (cp_pdf_document_is_picture (area))
        g_variant_builder_add (&areas, "(dddd)", area->x1, area->y1, area->x2, area->y2);
    }

  poppler_page_free_image_mapping (list);

  return g_variant_builder_end (&areas);
}

static GVariant *
build_page (Scan       *scan,
            CpPdfPaper *page)
{
  g_autofree char *text = NULL;
  PopplerRectangle area = find_area (page, &text);
  g_autoptr (GArray) glyphs = list_glyphs (page, &area, text);
  g_autoptr (GPtrArray) targets = g_ptr_array_new_with_free_func (g_free);
  GVariant *parts[8];
  double width, height;

  poppler_page_get_size (page, &width, &height);
  turn_ligatures (glyphs);
  set_fonts (scan, page, &area, glyphs);
  set_links (page, height, glyphs, targets);

  parts[0] = g_variant_new_double (width);
  parts[1] = g_variant_new_double (height);
  build_words (glyphs, &parts[2]);
  parts[6] = build_image_areas (page);
  parts[7] = g_variant_new_strv ((const char * const *) targets->pdata, targets->len);

  scan->n_characters += glyphs->len;
  scan->n_lines += g_variant_n_children (parts[2]);

  return g_variant_new_tuple (parts, G_N_ELEMENTS (parts));
}

static void
add_info (GVariantBuilder *info,
          const char      *name,
          char            *value)
{
  if (value != NULL && g_utf8_validate (value, -1, NULL))
    g_variant_builder_add (info, "{ss}", name, value);

  g_free (value);
}

static GVariant *
build_info (CpPdfDocument *document)
{
  GVariantBuilder info;

  g_variant_builder_init (&info, G_VARIANT_TYPE ("a{ss}"));
  add_info (&info, CP_PDF_INFO_TITLE, poppler_document_get_title (document));
  add_info (&info, CP_PDF_INFO_AUTHOR, poppler_document_get_author (document));
  add_info (&info, CP_PDF_INFO_XMP, poppler_document_get_metadata (document));

  return g_variant_builder_end (&info);
}

/**
 * cp_pdf_scan_text:
 * @bytes: a PDF document
 * @text: (out) (optional): of type %CP_PDF_TEXT_TYPE, floating, when the status is %CP_PDF_STATUS_DONE
 *
 * Returns: whether the words of the document could be told
 */
CpPdfStatus
cp_pdf_scan_text (GBytes    *bytes,
                  GVariant **text)
{
  CpPdfStatus status;
  g_autoptr (CpPdfDocument) document = cp_pdf_document_open (bytes, &status);
  g_autoptr (GPtrArray) fonts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) font_numbers = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GVariantBuilder) pages = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a" CP_PDF_PAGE_TYPE));
  Scan scan = { .fonts = fonts, .font_numbers = font_numbers };
  GVariant *parts[3];

  if (document == NULL)
    return status;

  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      g_autoptr (CpPdfPaper) page = poppler_document_get_page (document, i);

      if (page != NULL)
        g_variant_builder_add_value (&pages, build_page (&scan, page));

      if (scan.n_characters > CP_PDF_MAX_CHARACTERS || scan.n_lines > CP_PDF_MAX_LINES)
        return CP_PDF_STATUS_TOO_LARGE;
    }

  parts[0] = build_info (document);
  parts[1] = g_variant_new_strv ((const char * const *) fonts->pdata, fonts->len);
  parts[2] = g_variant_builder_end (&pages);
  *text = g_variant_new_tuple (parts, G_N_ELEMENTS (parts));

  return CP_PDF_STATUS_DONE;
}
