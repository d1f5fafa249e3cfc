/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The styles of a word processor's document, and what they say of the paragraphs set in them. */

#define G_LOG_DOMAIN "cp-office-styles"

#include "config.h"

#include "cp-office-styles.h"
#include "cp-pattern.h"

/* A longer chain of parents is a ring. */
#define MAX_PARENTS 32

/* The word processors call their own styles by the same names in every language, but not all that write their
 * formats do. */
static struct
{
  CpOfficeRole role;
  CpPattern    pattern;
} roles[] = {
  { CP_OFFICE_CONTENTS, CP_PATTERN ("^(?:toc\\b|table of (?:contents|figures)|contents (?:heading|\\d)|index\\b|inhaltsverzeichnis|verzeichnis|table des matières|tm \\d|sommario|sumario|índice|оглавление)") },
  { CP_OFFICE_SUBTITLE, CP_PATTERN ("^(?:subtitle|untertitel|sous-titre|subt[íi]tulo|sottotitolo|ondertitel|подзаголовок|podtytuł|underrubrik|undertittel|副标题|副題)$") },
  { CP_OFFICE_TITLE, CP_PATTERN ("^(?:title|document title|titel|titre|t[íi]tulo|titolo|название|заголовок|tytuł|tittel|标题|表題)$") },
  { CP_OFFICE_AUTHOR, CP_PATTERN ("^(?:author|byline|autor(?:e|en)?|auteur|verfasser|автор)$") },
  { CP_OFFICE_DATE, CP_PATTERN ("^(?:date|datum|fecha|data|дата)$") },
  { CP_OFFICE_CAPTION, CP_PATTERN ("(?:\\bcaption|^beschriftung|^bildunterschrift|^légende|^leyenda|^didascalia|^bijschrift|^название объекта|^illustration|^figure)$") },
  { CP_OFFICE_QUOTATION, CP_PATTERN ("(?:\\b(?:block ?)?quot(?:e|ation)s?|^block ?text|^zitat|^intensives zitat|^citation(?: intense)?|^cita|^citazione|^citaat|^цитата)$") },
};

static CpPattern heading = CP_PATTERN ("^(?:heading|überschrift|titre|título|titulo|titolo|kop|заголовок|nagłówek|rubrik|overskrift|otsikko|nadpis|címsor|başlık|見出し|标题|標題|제목)[ _]*([1-9])$");

static void
free_style (gpointer data)
{
  CpOfficeStyle *style = data;

  g_free (style->parent);
  g_free (style);
}

/**
 * cp_office_styles_new:
 *
 * Returns: (transfer full) (element-type utf8 CpOfficeStyle): no styles, by their id
 */
GHashTable *
cp_office_styles_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_style);
}

/**
 * cp_office_styles_add:
 * @id: how paragraphs refer to the style
 *
 * Returns: (transfer none): a style that leaves everything open, in place of one with the same id
 */
CpOfficeStyle *
cp_office_styles_add (GHashTable *styles,
                      const char *id)
{
  const CpOfficeStyle open = CP_OFFICE_STYLE_OPEN;
  CpOfficeStyle *style = g_memdup2 (&open, sizeof open);

  g_hash_table_replace (styles, g_strdup (id), style);

  return style;
}

/**
 * cp_office_styles_resolve:
 * @id: (nullable): a style
 *
 * Returns: the style with what its parents say filled in; without @parent, which belongs to the table
 */
CpOfficeStyle
cp_office_styles_resolve (GHashTable *styles,
                          const char *id)
{
  CpOfficeStyle resolved = CP_OFFICE_STYLE_OPEN;

  for (int i = 0; id != NULL && i < MAX_PARENTS; i++)
    {
      const CpOfficeStyle *style = g_hash_table_lookup (styles, id);

      if (style == NULL)
        break;

      cp_office_style_fill (&resolved, style);
      id = style->parent;
    }

  return resolved;
}

/**
 * cp_office_style_name:
 * @name: what people call the style
 *
 * Notes what the name says: "heading 2", "Image Caption".
 */
void
cp_office_style_name (CpOfficeStyle *self,
                      const char    *name)
{
  g_autofree char *level = cp_pattern_fetch (&heading, name, 1);

  if (level != NULL)
    {
      self->level = level[0] - '0';
      return;
    }

  for (gsize i = 0; self->role == CP_OFFICE_ANY && i < G_N_ELEMENTS (roles); i++)
    {
      if (cp_pattern_matches (&roles[i].pattern, name))
        self->role = roles[i].role;
    }
}

static void
fill (int *value,
      int  other)
{
  if (*value < 0)
    *value = other;
}

/**
 * cp_office_style_fill:
 * @other: a style that gives way to @self
 *
 * Takes from @other what @self leaves open.
 */
void
cp_office_style_fill (CpOfficeStyle       *self,
                      const CpOfficeStyle *other)
{
  if (self->role == CP_OFFICE_ANY)
    self->role = other->role;

  fill (&self->level, other->level);
  fill (&self->listed, other->listed);
  fill (&self->strong, other->strong);
  fill (&self->emphasis, other->emphasis);
  fill (&self->hidden, other->hidden);
}
