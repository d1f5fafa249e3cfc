/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one piece is about: a label, its terms, and the passages that evidence it. */

#define G_LOG_DOMAIN "cp-theme"

#include "config.h"

#include "cp-model-enums.h"
#include "cp-theme.h"
#include "cp-util.h"

struct _CpTheme
{
  GObject        parent_instance;

  char          *id;
  char          *label;
  char          *suggested_label;
  char         **terms;
  double         salience;
  CpProvenance   provenance;
  GListStore    *passages;

  /* Of the passages in blocks that the reviewer has taken out of the body: they come back with them. */
  GArray        *aside;
};

enum
{
  PROP_0,
  PROP_LABEL,
  PROP_SALIENCE,
  PROP_PROVENANCE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CpTheme, cp_theme, G_TYPE_OBJECT)

static int
compare_passages (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  return cp_passage_compare (CP_PASSAGE ((gpointer) a), CP_PASSAGE ((gpointer) b));
}

static void
cp_theme_finalize (GObject *object)
{
  CpTheme *self = CP_THEME (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->suggested_label, g_free);
  g_clear_pointer (&self->terms, g_strfreev);
  g_clear_object (&self->passages);
  g_clear_pointer (&self->aside, g_array_unref);

  G_OBJECT_CLASS (cp_theme_parent_class)->finalize (object);
}

static void
cp_theme_get_property (GObject    *object,
                       guint       prop_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  CpTheme *self = CP_THEME (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;

    case PROP_SALIENCE:
      g_value_set_double (value, self->salience);
      break;

    case PROP_PROVENANCE:
      g_value_set_enum (value, self->provenance);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cp_theme_set_property (GObject      *object,
                       guint         prop_id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  CpTheme *self = CP_THEME (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      cp_theme_set_label (self, g_value_get_string (value));
      break;

    case PROP_PROVENANCE:
      cp_theme_set_provenance (self, g_value_get_enum (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cp_theme_class_init (CpThemeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = cp_theme_finalize;
  object_class->get_property = cp_theme_get_property;
  object_class->set_property = cp_theme_set_property;

  properties[PROP_LABEL] =
    g_param_spec_string ("label", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SALIENCE] =
    g_param_spec_double ("salience", NULL, NULL, 0.0, 1.0, 0.0,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PROVENANCE] =
    g_param_spec_enum ("provenance", NULL, NULL, CP_TYPE_PROVENANCE, CP_PROVENANCE_SUGGESTED,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
cp_theme_init (CpTheme *self)
{
  self->id = g_uuid_string_random ();
  self->passages = g_list_store_new (CP_TYPE_PASSAGE);
  self->aside = g_array_new (FALSE, FALSE, sizeof (CpAnchor));
}

/**
 * cp_theme_new:
 * @label: the theme in one to six words, as shown
 * @terms: (array zero-terminated=1): the words that carry it, most telling first
 * @salience: share of the article's body words that its paragraphs hold, 0 to 1
 *
 * Returns: (transfer full): a suggested theme without passages, with an id of its own
 */
CpTheme *
cp_theme_new (const char         *label,
              const char * const *terms,
              double              salience)
{
  CpTheme *self;

  g_return_val_if_fail (label != NULL, NULL);

  self = g_object_new (CP_TYPE_THEME, NULL);
  self->label = g_strdup (label);
  self->suggested_label = g_strdup (label);
  self->terms = terms != NULL ? g_strdupv ((char **) terms) : g_new0 (char *, 1);
  self->salience = CLAMP (salience, 0.0, 1.0);

  return self;
}

/**
 * cp_theme_copy_without_passages:
 *
 * Returns: (transfer full): another theme with the same id, words and provenance, and no evidence yet
 */
CpTheme *
cp_theme_copy_without_passages (CpTheme *self)
{
  CpTheme *copy;

  g_return_val_if_fail (CP_IS_THEME (self), NULL);

  copy = cp_theme_new (self->label, (const char * const *) self->terms, self->salience);
  cp_theme_set_id (copy, self->id);
  cp_theme_set_suggested_label (copy, self->suggested_label);
  copy->provenance = self->provenance;

  return copy;
}

/**
 * cp_theme_copy:
 *
 * Returns: (transfer full): another theme with the same id, words, provenance and passages
 */
CpTheme *
cp_theme_copy (CpTheme *self)
{
  CpTheme *copy;

  g_return_val_if_fail (CP_IS_THEME (self), NULL);

  copy = cp_theme_copy_without_passages (self);
  for (guint i = 0; i < cp_theme_get_n_passages (self); i++)
    cp_theme_add_passage (copy, cp_theme_get_passage (self, i));
  g_array_append_vals (copy->aside, self->aside->data, self->aside->len);

  return copy;
}

static void
add_moved (CpTheme        *self,
           const CpAnchor *anchor,
           CpArticle      *article)
{
  g_autoptr (CpPassage) passage = cp_anchor_place (anchor, article);

  if (passage != NULL)
    cp_theme_add_passage (self, passage);
  else
    cp_theme_set_aside (self, anchor);
}

/* Running words of the paragraphs that evidence the theme. */
static int
count_evidence (CpTheme   *self,
                CpArticle *article)
{
  g_autoptr (GHashTable) blocks = g_hash_table_new (NULL, NULL);
  int n_words = 0;

  for (guint i = 0; i < cp_theme_get_n_passages (self); i++)
    {
      CpAnchor anchor;

      if (!cp_anchor_init (&anchor, article, cp_theme_get_passage (self, i)))
        continue;
      for (guint block = anchor.first_block; block <= anchor.last_block; block++)
        {
          if (cp_block_get_role (cp_article_get_block (article, block)) == CP_BLOCK_BODY &&
              g_hash_table_add (blocks, GUINT_TO_POINTER (block)))
            n_words += cp_count_words (cp_block_get_text (cp_article_get_block (article, block)));
        }
    }

  return n_words;
}

/**
 * cp_theme_copy_moved:
 * @before: the article that the theme belongs to
 * @after: the same article with other blocks in its body
 *
 * Passages stay on their words, whose offsets may be others in @after. Those on words that are not in its text are
 * set aside until they are. The salience gains or loses what the theme's paragraphs did.
 *
 * Returns: (transfer full): the theme as one of @after
 */
CpTheme *
cp_theme_copy_moved (CpTheme   *self,
                     CpArticle *before,
                     CpArticle *after)
{
  CpTheme *copy;
  double words;

  g_return_val_if_fail (CP_IS_THEME (self), NULL);
  g_return_val_if_fail (CP_IS_ARTICLE (before) && CP_IS_ARTICLE (after), NULL);

  copy = cp_theme_copy_without_passages (self);
  for (guint i = 0; i < cp_theme_get_n_passages (self); i++)
    {
      CpAnchor anchor;

      if (cp_anchor_init (&anchor, before, cp_theme_get_passage (self, i)))
        add_moved (copy, &anchor, after);
    }
  for (guint i = 0; i < self->aside->len; i++)
    add_moved (copy, &g_array_index (self->aside, CpAnchor, i), after);

  words = self->salience * cp_article_get_n_words (before) + count_evidence (copy, after) - count_evidence (self, before);
  copy->salience = CLAMP (words / MAX (cp_article_get_n_words (after), 1), 0.0, 1.0);

  return copy;
}

/**
 * cp_theme_get_id:
 *
 * Returns: what tells the theme from all others of all articles, for storage and undo
 */
const char *
cp_theme_get_id (CpTheme *self)
{
  g_return_val_if_fail (CP_IS_THEME (self), NULL);

  return self->id;
}

void
cp_theme_set_id (CpTheme    *self,
                 const char *id)
{
  g_return_if_fail (CP_IS_THEME (self));
  g_return_if_fail (id != NULL);

  cp_set_str (&self->id, id);
}

const char *
cp_theme_get_label (CpTheme *self)
{
  g_return_val_if_fail (CP_IS_THEME (self), NULL);

  return self->label;
}

void
cp_theme_set_label (CpTheme    *self,
                    const char *label)
{
  g_return_if_fail (CP_IS_THEME (self));
  g_return_if_fail (label != NULL);

  if (cp_set_str (&self->label, label))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
}

/**
 * cp_theme_get_suggested_label:
 *
 * Returns: the label that the program gave, whatever the reviewer made of it since; for a theme of the
 *   reviewer's own, its first label
 */
const char *
cp_theme_get_suggested_label (CpTheme *self)
{
  g_return_val_if_fail (CP_IS_THEME (self), NULL);

  return self->suggested_label;
}

void
cp_theme_set_suggested_label (CpTheme    *self,
                              const char *label)
{
  g_return_if_fail (CP_IS_THEME (self));
  g_return_if_fail (label != NULL);

  cp_set_str (&self->suggested_label, label);
}

/**
 * cp_theme_get_terms:
 *
 * Returns: (array zero-terminated=1): the words that carry the theme, most telling first; never %NULL
 */
const char * const *
cp_theme_get_terms (CpTheme *self)
{
  g_return_val_if_fail (CP_IS_THEME (self), NULL);

  return (const char * const *) self->terms;
}

/**
 * cp_theme_get_salience:
 *
 * Returns: share of the article's body words that the theme's paragraphs hold, 0 to 1
 */
double
cp_theme_get_salience (CpTheme *self)
{
  g_return_val_if_fail (CP_IS_THEME (self), 0.0);

  return self->salience;
}

CpProvenance
cp_theme_get_provenance (CpTheme *self)
{
  g_return_val_if_fail (CP_IS_THEME (self), CP_PROVENANCE_SUGGESTED);

  return self->provenance;
}

void
cp_theme_set_provenance (CpTheme      *self,
                         CpProvenance  provenance)
{
  g_return_if_fail (CP_IS_THEME (self));

  if (self->provenance == provenance)
    return;

  self->provenance = provenance;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROVENANCE]);
}

/**
 * cp_theme_add_passage:
 * @passage: evidence out of the theme's article
 *
 * Keeps the passages in reading order.
 */
void
cp_theme_add_passage (CpTheme   *self,
                      CpPassage *passage)
{
  g_return_if_fail (CP_IS_THEME (self));
  g_return_if_fail (CP_IS_PASSAGE (passage));

  g_list_store_insert_sorted (self->passages, passage, compare_passages, NULL);
}

/**
 * cp_theme_list_passages:
 *
 * Returns: (transfer none): the #CpPassage that evidence the theme, in reading order
 */
GListModel *
cp_theme_list_passages (CpTheme *self)
{
  g_return_val_if_fail (CP_IS_THEME (self), NULL);

  return G_LIST_MODEL (self->passages);
}

guint
cp_theme_get_n_passages (CpTheme *self)
{
  g_return_val_if_fail (CP_IS_THEME (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->passages));
}

/**
 * cp_theme_get_passage:
 * @position: counted from 0, in reading order
 *
 * Returns: (transfer none) (nullable): the passage, or %NULL past the last
 */
CpPassage *
cp_theme_get_passage (CpTheme *self,
                      guint    position)
{
  g_autoptr (CpPassage) passage = NULL;

  g_return_val_if_fail (CP_IS_THEME (self), NULL);

  passage = g_list_model_get_item (G_LIST_MODEL (self->passages), position);

  /* The store keeps the passage alive. */
  return passage;
}

/**
 * cp_theme_set_aside:
 * @anchor: where a passage of the theme is, in a block that is not in the body now
 *
 * Keeps the passage's place for when the block comes back into the body.
 */
void
cp_theme_set_aside (CpTheme        *self,
                    const CpAnchor *anchor)
{
  g_return_if_fail (CP_IS_THEME (self));
  g_return_if_fail (anchor != NULL);

  g_array_append_val (self->aside, *anchor);
}

/**
 * cp_theme_get_aside:
 * @n_anchors: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_anchors): where the passages are that were set aside
 */
const CpAnchor *
cp_theme_get_aside (CpTheme *self,
                    guint   *n_anchors)
{
  g_return_val_if_fail (CP_IS_THEME (self), NULL);

  *n_anchors = self->aside->len;

  return (const CpAnchor *) self->aside->data;
}
