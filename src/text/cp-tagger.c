/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts of speech of English words, by an averaged perceptron (Collins 2002); the weights are
 * learned by data/tagger/train, whose features must stay those of this file. */

#define G_LOG_DOMAIN "cp-tagger"

#include "config.h"

#include "cp-tagger.h"

#include <string.h>

#define HEADER_SIZE 16
#define N_SLOTS (1 << 16)
#define N_FEATURES 18

/* What stands before the first and after the last token of a sentence. */
#define NO_TAG CP_N_TAGS

extern const guint8 cp_tagger_data[];

typedef struct
{
  const char *lower;
  gsize       length;
  char        shape[3];
  int         word; /* index of the word it belongs to, -1 for punctuation and clitics */
} Token;

static const Token before = { "<s>", 3, "", -1 };
static const Token after = { "</s>", 4, "", -1 };

typedef struct
{
  guint n;
  guint slot[N_FEATURES];
} Features;

static guint32
hash_bytes (guint32     hash,
            const char *bytes,
            gsize       length)
{
  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guint8) bytes[i]) * 16777619u;

  return hash;
}

static void
add_feature (Features   *features,
             char        kind,
             const char *a,
             gsize       length_a,
             const char *b,
             gsize       length_b)
{
  guint32 hash = hash_bytes (2166136261u, &kind, 1);

  hash = hash_bytes (hash, a, length_a);
  if (b != NULL)
    hash = hash_bytes (hash_bytes (hash, "", 1), b, length_b);

  features->slot[features->n++] = (hash ^ (hash >> 16)) & (N_SLOTS - 1);
}

static void
add_word_feature (Features    *features,
                  char         kind,
                  const Token *token)
{
  add_feature (features, kind, token->lower, token->length, NULL, 0);
}

static void
add_suffix_feature (Features    *features,
                    char         kind,
                    const Token *token,
                    gsize        size)
{
  gsize length = MIN (size, token->length);

  add_feature (features, kind, token->lower + token->length - length, length, NULL, 0);
}

static const Token *
get_token (const Token *tokens,
           guint        n_tokens,
           gssize       i)
{
  return i < 0 ? &before : i >= (gssize) n_tokens ? &after : &tokens[i];
}

static void
collect_features (Features    *features,
                  const Token *tokens,
                  guint        n_tokens,
                  guint        i,
                  CpTag        t1,
                  CpTag        t2)
{
  const Token *token = &tokens[i];
  const Token *previous = get_token (tokens, n_tokens, (gssize) i - 1);
  const Token *next = get_token (tokens, n_tokens, (gssize) i + 1);
  char one = 'A' + t1;
  char two = 'A' + t2;
  gsize suffix = MIN (3, token->length);

  features->n = 0;
  add_feature (features, 0, NULL, 0, NULL, 0);
  add_word_feature (features, 1, token);
  add_suffix_feature (features, 2, token, 4);
  add_suffix_feature (features, 3, token, 3);
  add_suffix_feature (features, 4, token, 2);
  add_feature (features, 5, token->lower, MIN (1, token->length), NULL, 0);
  add_word_feature (features, 6, previous);
  add_word_feature (features, 7, get_token (tokens, n_tokens, (gssize) i - 2));
  add_word_feature (features, 8, next);
  add_word_feature (features, 9, get_token (tokens, n_tokens, (gssize) i + 2));
  add_suffix_feature (features, 10, previous, 3);
  add_suffix_feature (features, 11, next, 3);
  add_feature (features, 12, token->shape, 3, NULL, 0);
  add_feature (features, 20, &one, 1, NULL, 0);
  add_feature (features, 21, &one, 1, &two, 1);
  add_feature (features, 22, &one, 1, token->lower, token->length);
  add_feature (features, 23, &one, 1, token->shape, 3);
  add_feature (features, 24, &one, 1, token->lower + token->length - suffix, suffix);
}

static CpTag
choose_tag (const Features *features)
{
  const gint8 *weights = (const gint8 *) cp_tagger_data + HEADER_SIZE;
  int scores[CP_N_TAGS] = { 0 };
  CpTag best = 0;

  for (guint i = 0; i < features->n; i++)
    {
      const gint8 *row = weights + features->slot[i] * CP_N_TAGS;

      for (int tag = 0; tag < CP_N_TAGS; tag++)
        scores[tag] += row[tag];
    }
  for (int tag = 1; tag < CP_N_TAGS; tag++)
    if (scores[tag] > scores[best])
      best = tag;

  return best;
}

static void
tag_sentence (const Token *tokens,
              guint        n_tokens,
              CpTag       *tags)
{
  CpTag t1 = NO_TAG, t2 = NO_TAG;
  Features features;

  for (guint i = 0; i < n_tokens; i++)
    {
      collect_features (&features, tokens, n_tokens, i, t1, t2);
      tags[i] = choose_tag (&features);
      t2 = t1;
      t1 = tags[i];
    }
}

/* The shape as three letters: its kind, whether it has a hyphen, whether it begins the sentence. */
static void
set_shape (Token      *token,
           const char *word,
           gsize       length,
           gboolean    is_first)
{
  gunichar first = g_utf8_get_char (word);
  gboolean has_letter = FALSE, has_lower = FALSE, has_alnum = FALSE;
  int kind = 0;

  for (const char *p = word; p < word + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      has_alnum |= g_unichar_isalnum (c);
      has_letter |= g_unichar_isupper (c);
      has_lower |= g_unichar_islower (c);
    }

  if (g_unichar_isdigit (first))
    kind = 3;
  else if (g_unichar_isupper (first))
    kind = g_utf8_next_char (word) < word + length && has_letter && !has_lower ? 2 : 1;
  else if (!has_alnum)
    kind = 4;

  token->shape[0] = 'A' + kind;
  token->shape[1] = 'A' + (memchr (word, '-', length) != NULL);
  token->shape[2] = 'A' + is_first;
}

/**
 * cp_tagger_tag_tokens:
 * @tokens: (array length=n_tokens): the words and punctuation marks of one sentence, clitics
 *   ("n't", "'s") apart
 * @n_tokens: how many there are
 * @tags: (out caller-allocates) (array length=n_tokens): their parts of speech
 *
 * Tags a sentence that is already cut up, as in a treebank.
 */
void
cp_tagger_tag_tokens (const char * const *tokens,
                      guint               n_tokens,
                      CpTag              *tags)
{
  g_autofree Token *sentence = g_new0 (Token, n_tokens);
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_tokens; i++)
    {
      char *lower = g_utf8_strdown (tokens[i], -1);

      g_ptr_array_add (strings, lower);
      sentence[i].lower = lower;
      sentence[i].length = strlen (lower);
      set_shape (&sentence[i], tokens[i], strlen (tokens[i]), i == 0);
    }

  tag_sentence (sentence, n_tokens, tags);
}

static void
add_token (GArray     *tokens,
           const char *lower,
           gsize       length,
           int         word)
{
  Token token = { lower, length, "", word };

  set_shape (&token, lower, length, tokens->len == 0);
  g_array_append_val (tokens, token);
}

/* The treebank writes all dashes and quotes in ASCII. */
static const char *
simplify_mark (gunichar c)
{
  switch (c)
    {
    case 0x2013: case 0x2014: case '-':
      return "-";
    case 0x201c: case 0x201d: case '"':
      return "\"";
    case 0x2018: case 0x2019: case '\'':
      return "'";
    case ',': return ",";
    case '.': return ".";
    case '?': return "?";
    case '!': return "!";
    case ':': return ":";
    case ';': return ";";
    case '(': return "(";
    case ')': return ")";
    case '$': return "$";
    case '%': return "%";
    default: return NULL;
    }
}

static void
add_marks (GArray     *tokens,
           const char *text,
           gsize       start,
           gsize       end)
{
  for (const char *p = text + start; p < text + end; p = g_utf8_next_char (p))
    {
      const char *mark = simplify_mark (g_utf8_get_char (p));

      if (mark != NULL)
        add_token (tokens, mark, 1, -1);
    }
}

/* Where the treebank cuts a clitic off: "do|n't", "they|'re". */
static gsize
find_clitic (const char *norm,
             gsize       length)
{
  const char *apostrophe = memchr (norm, '\'', length);

  if (apostrophe == NULL || apostrophe == norm)
    return length;
  if (g_str_has_suffix (norm, "n't"))
    return length - 3;

  return apostrophe - norm;
}

static void
add_word (GArray       *tokens,
          const CpWord *word,
          const char   *text,
          int           index)
{
  gsize length = strlen (word->norm);
  gsize clitic = find_clitic (word->norm, length);
  Token token = { word->norm, clitic, "", index };

  set_shape (&token, text + word->span.start, word->span.end - word->span.start, tokens->len == 0);
  g_array_append_val (tokens, token);

  if (clitic < length)
    add_token (tokens, word->norm + clitic, length - clitic, -1);
  else if (word->flags & CP_WORD_POSSESSIVE)
    add_token (tokens, "'s", 2, -1);
}

static void
flush_sentence (GArray *tokens,
                GArray *found,
                CpTag  *tags)
{
  const Token *token = (const Token *) (const void *) tokens->data;

  g_array_set_size (found, tokens->len);
  tag_sentence (token, tokens->len, (CpTag *) (void *) found->data);
  for (guint i = 0; i < tokens->len; i++)
    if (token[i].word >= 0)
      tags[token[i].word] = g_array_index (found, CpTag, i);
  g_array_set_size (tokens, 0);
}

/**
 * cp_tagger_tag_words:
 * @words: the words of an English text
 *
 * Tags running text; punctuation between the words is taken into account.
 *
 * Returns: (transfer full) (array): the part of speech of each word
 */
CpTag *
cp_tagger_tag_words (CpWords *words)
{
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (CpTag));
  const char *text = cp_words_get_text (words);
  guint n_words;
  const CpWord *word = cp_words_get (words, &n_words);
  CpTag *tags = g_new0 (CpTag, n_words);

  for (guint i = 0; i < n_words; i++)
    {
      gsize end = i + 1 < n_words ? word[i + 1].span.start : word[i].span.end;

      add_word (tokens, &word[i], text, i);
      add_marks (tokens, text, word[i].span.end, end);
      if (i + 1 == n_words || word[i + 1].sentence != word[i].sentence)
        flush_sentence (tokens, found, tags);
    }

  return tags;
}

/**
 * cp_tag_to_name:
 * @tag: a part of speech
 *
 * Returns: its universal name, such as "NOUN"
 */
const char *
cp_tag_to_name (CpTag tag)
{
  static const char *const names[CP_N_TAGS] = { "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM",
                                                "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X" };

  g_return_val_if_fail (tag < CP_N_TAGS, NULL);

  return names[tag];
}
