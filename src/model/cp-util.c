/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small helpers that GLib lacks, or lacks in its oldest supported version. */

#define G_LOG_DOMAIN "cp-util"

#include "config.h"

#include "cp-util.h"

/**
 * cp_set_str:
 * @field: (inout): a string that the caller owns, or a place that holds %NULL
 * @value: (nullable): what it becomes; may be part of the old string
 *
 * As g_set_str() of GLib 2.76.
 *
 * Returns: whether the string changed
 */
gboolean
cp_set_str (char       **field,
            const char  *value)
{
  char *copy;

  if (g_strcmp0 (*field, value) == 0)
    return FALSE;

  copy = g_strdup (value);
  g_free (*field);
  *field = copy;

  return TRUE;
}

/**
 * cp_enum_to_nick:
 * @type: a registered enumeration
 * @value: one of its values
 *
 * Returns: (transfer none): the value as files and the command line have it, such as "list-item"
 */
const char *
cp_enum_to_nick (GType type,
                 int   value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  GEnumValue *entry = g_enum_get_value (klass, value);

  g_return_val_if_fail (entry != NULL, NULL);

  /* The classes of static enumerations are never unloaded. */
  return entry->value_nick;
}

/**
 * cp_enum_from_nick:
 * @type: a registered enumeration
 * @nick: (nullable): what cp_enum_to_nick() gave
 * @value: (out): what it stands for; untouched when it stands for nothing
 *
 * Returns: whether @nick is one of the enumeration's
 */
gboolean
cp_enum_from_nick (GType       type,
                   const char *nick,
                   int        *value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  GEnumValue *entry = nick != NULL ? g_enum_get_value_by_nick (klass, nick) : NULL;

  if (entry == NULL)
    return FALSE;

  *value = entry->value;
  return TRUE;
}

/**
 * cp_count_words:
 * @text: valid UTF-8
 *
 * Returns: running words: stretches without white space that hold a letter or a digit, which is what word processors
 *   count and editors commission by
 */
int
cp_count_words (const char *text)
{
  gboolean in_word = FALSE;
  int n = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (g_unichar_isspace (character))
        {
          in_word = FALSE;
        }
      else if (!in_word && g_unichar_isalnum (character))
        {
          in_word = TRUE;
          n++;
        }
    }

  return n;
}
