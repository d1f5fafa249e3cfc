/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all commands of the command line share: options, the library, articles by name, and output. */

#define G_LOG_DOMAIN "cp-cli"

#include "config.h"

#include "cp-cli.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

struct _CpCli
{
  GObject             parent_instance;

  const CpCliOptions *options;
  CpDesk             *desk;

  /* id → GListModel of CpHighlight, of files that were opened without being saved. */
  GHashTable         *highlights;
};

G_DEFINE_FINAL_TYPE (CpCli, cp_cli, G_TYPE_OBJECT)

/* Whether both names lead to one file, by whatever links. */
static gboolean
is_same_file (const char *a,
              const char *b)
{
  struct stat stat_a, stat_b;

  return stat (a, &stat_a) == 0 && stat (b, &stat_b) == 0 &&
         stat_a.st_dev == stat_b.st_dev && stat_a.st_ino == stat_b.st_ino;
}

static void
cp_cli_dispose (GObject *object)
{
  CpCli *self = CP_CLI (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->highlights, g_hash_table_unref);

  G_OBJECT_CLASS (cp_cli_parent_class)->dispose (object);
}

static void
cp_cli_class_init (CpCliClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cp_cli_dispose;
}

static void
cp_cli_init (CpCli *self)
{
  self->highlights = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/**
 * cp_cli_new:
 * @options: what the command line said; must outlive the object
 *
 * Returns: (transfer full): what a command works with; opens nothing yet
 */
CpCli *
cp_cli_new (const CpCliOptions *options)
{
  CpCli *self;

  g_return_val_if_fail (options != NULL, NULL);

  self = g_object_new (CP_TYPE_CLI, NULL);
  self->options = options;

  return self;
}

const CpCliOptions *
cp_cli_get_options (CpCli *self)
{
  g_return_val_if_fail (CP_IS_CLI (self), NULL);

  return self->options;
}

static char *
dup_library_folder (CpCli *self)
{
  if (self->options->library != NULL)
    return g_strdup (self->options->library);

  return cp_library_dup_default_folder ();
}

/**
 * cp_cli_get_desk:
 *
 * Opens the library, which is made when it is not there.
 *
 * Returns: (transfer none): the desk with its library; %NULL with %CP_ERROR_LIBRARY
 */
CpDesk *
cp_cli_get_desk (CpCli   *self,
                 GError **error)
{
  g_autofree char *folder = NULL;
  g_autoptr (CpLibrary) library = NULL;

  g_return_val_if_fail (CP_IS_CLI (self), NULL);

  if (self->desk != NULL && cp_desk_get_library (self->desk) != NULL)
    return self->desk;

  folder = dup_library_folder (self);
  library = cp_library_open (folder, error);
  if (library == NULL)
    return NULL;

  g_clear_object (&self->desk);
  self->desk = cp_desk_new (library);

  return self->desk;
}

/* A file can be looked at without a library; but where there is one, it may know the file and what the
 * reviewer made of it. */
static CpDesk *
get_desk_for_file (CpCli   *self,
                   GError **error)
{
  g_autofree char *folder = dup_library_folder (self);

  if (self->desk != NULL)
    return self->desk;

  if (g_file_test (folder, G_FILE_TEST_EXISTS))
    return cp_cli_get_desk (self, error);

  self->desk = cp_desk_new (NULL);

  return self->desk;
}

/* The themes of a file that the library knows are the reviewer's, and so must be what a report says of them. */
static void
take_count_of_removed (CpLibrary *library,
                       CpArticle *article)
{
  g_autoptr (CpArticle) saved = NULL;

  if (library == NULL || !cp_library_contains (library, cp_article_get_id (article)))
    return;

  saved = cp_library_get (library, cp_article_get_id (article), NULL);
  if (saved != NULL)
    cp_article_set_n_removed_themes (article, cp_article_get_n_removed_themes (saved));
}

static CpArticle *
open_file (CpCli       *self,
           const char  *path,
           GError     **error)
{
  CpDesk *desk = get_desk_for_file (self, error);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (CpImported) imported = NULL;

  if (desk == NULL)
    return NULL;

  imported = cp_desk_open_unsaved (desk, file, error);
  if (imported == NULL)
    return NULL;

  take_count_of_removed (cp_desk_get_library (desk), cp_imported_get_article (imported));
  g_hash_table_insert (self->highlights, g_strdup (cp_article_get_id (cp_imported_get_article (imported))),
                       g_object_ref (cp_imported_get_highlights (imported)));

  return g_object_ref (cp_imported_get_article (imported));
}

/* Returns: how many ids begin with @prefix; @found is one of them */
static guint
count_matches (GListModel  *articles,
               const char  *prefix,
               CpArticle  **found)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (CpArticle) article = g_list_model_get_item (articles, i);

      if (!g_str_has_prefix (cp_article_get_id (article), prefix))
        continue;

      n++;
      g_set_object (found, article);
    }

  return n;
}

static CpArticle *
find_saved (CpCli       *self,
            const char  *name,
            GError     **error)
{
  CpDesk *desk = cp_cli_get_desk (self, error);
  g_autoptr (CpArticle) found = NULL;
  guint n;

  if (desk == NULL || !cp_desk_load (desk, error))
    return NULL;

  n = *name != '\0' ? count_matches (cp_desk_list_articles (desk), name, &found) : 0;
  if (n == 0)
    g_set_error (error, CP_ERROR, CP_ERROR_NOT_FOUND,
                 _("There is neither a file nor a saved article “%s”; “counterpoint-cli list” names the saved articles."),
                 name);
  else if (n > 1)
    g_set_error (error, CP_ERROR, CP_ERROR_NOT_FOUND,
                 ngettext ("%u saved article begins with “%s”; give more of its id.",
                           "%u saved articles begin with “%s”; give more of the id.", n),
                 n, name);

  return n == 1 ? g_steal_pointer (&found) : NULL;
}

/**
 * cp_cli_find_article:
 * @name: path of a file, or the id of a saved article or the beginning of one
 *
 * Returns: (transfer full): the article; a file is read, but not saved
 */
CpArticle *
cp_cli_find_article (CpCli       *self,
                     const char  *name,
                     GError     **error)
{
  g_return_val_if_fail (CP_IS_CLI (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  if (strchr (name, G_DIR_SEPARATOR) != NULL || g_file_test (name, G_FILE_TEST_IS_REGULAR))
    return open_file (self, name, error);

  return find_saved (self, name, error);
}

/**
 * cp_cli_find_articles:
 * @names: (array zero-terminated=1): as for cp_cli_find_article()
 *
 * Reports those that cannot be opened.
 *
 * Returns: (transfer full) (element-type CpArticle): the others, in the order of @names
 */
GPtrArray *
cp_cli_find_articles (CpCli  *self,
                      char  **names)
{
  GPtrArray *articles = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (CP_IS_CLI (self), NULL);

  for (gsize i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      CpArticle *article = cp_cli_find_article (self, names[i], &error);

      if (article != NULL)
        g_ptr_array_add (articles, article);
      else
        cp_cli_print_error ("%s", error->message);
    }

  return articles;
}

/**
 * cp_cli_compare:
 * @articles: (element-type CpArticle): two articles or more that cp_cli_find_article() gave
 *
 * Returns: (transfer full): them side by side
 */
CpComparison *
cp_cli_compare (CpCli      *self,
                GPtrArray  *articles,
                GError    **error)
{
  g_return_val_if_fail (CP_IS_CLI (self), NULL);
  g_return_val_if_fail (articles != NULL && articles->len >= 2, NULL);

  return cp_desk_compare (self->desk, (CpArticle **) articles->pdata, articles->len, error);
}

/**
 * cp_cli_load_highlights:
 * @article: an article that cp_cli_find_article() gave
 *
 * Returns: (transfer full): its #CpHighlight, as the library has them, else as they came with the file; %NULL with
 *   %CP_ERROR_LIBRARY
 */
GListModel *
cp_cli_load_highlights (CpCli      *self,
                        CpArticle  *article,
                        GError    **error)
{
  const char *id = cp_article_get_id (article);
  CpLibrary *library;

  g_return_val_if_fail (CP_IS_CLI (self), NULL);

  library = cp_desk_get_library (self->desk);
  if (library != NULL && cp_library_contains (library, id))
    return cp_library_load_highlights (library, id, error);

  return g_object_ref (g_hash_table_lookup (self->highlights, id));
}

/**
 * cp_cli_list_revisions:
 * @article: an article that cp_cli_find_article() gave
 *
 * Returns: (transfer full) (element-type CpArticle): the saved versions of the piece, the oldest first; none when it is
 *   not saved; %NULL with %CP_ERROR_LIBRARY
 */
GPtrArray *
cp_cli_list_revisions (CpCli      *self,
                       CpArticle  *article,
                       GError    **error)
{
  CpLibrary *library;

  g_return_val_if_fail (CP_IS_CLI (self), NULL);

  library = cp_desk_get_library (self->desk);
  if (library == NULL || !cp_library_contains (library, cp_article_get_id (article)))
    return g_ptr_array_new_with_free_func (g_object_unref);

  return cp_desk_list_revisions (self->desk, article, error);
}

/**
 * cp_cli_load_themes:
 * @article: an article that cp_cli_find_article() gave
 *
 * Returns: (transfer full): its #CpTheme, as the reviewer left them where the library knows the article, else as
 *   the program suggests them
 */
GListModel *
cp_cli_load_themes (CpCli      *self,
                    CpArticle  *article,
                    GError    **error)
{
  g_return_val_if_fail (CP_IS_CLI (self), NULL);

  return cp_desk_load_themes (self->desk, article, error);
}

/**
 * cp_cli_dup_keyphrases:
 * @article: an article that cp_cli_find_article() gave
 * @max: how many at most
 *
 * Returns: (transfer full) (array zero-terminated=1): the phrases that tell most of the article
 */
char **
cp_cli_dup_keyphrases (CpCli     *self,
                       CpArticle *article,
                       guint      max)
{
  g_return_val_if_fail (CP_IS_CLI (self), NULL);

  return cp_desk_dup_keyphrases (self->desk, article, max);
}

/**
 * cp_cli_would_overwrite:
 * @output: (nullable): the file to write
 * @arguments: (array zero-terminated=1): the articles to read
 *
 * Complains when one of them is the file to write.
 *
 * Returns: whether it is
 */
gboolean
cp_cli_would_overwrite (const char  *output,
                        char       **arguments)
{
  for (gsize i = 0; output != NULL && arguments[i] != NULL; i++)
    {
      if (is_same_file (output, arguments[i]))
        {
          cp_cli_print_error (_("“%s” is the article itself; write the report to another file."), output);
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * cp_cli_print_error:
 * @format: a sentence, as for printf()
 *
 * Tells the user on standard error what went wrong.
 */
void
cp_cli_print_error (const char *format,
                    ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_printerr ("counterpoint-cli: %s\n", message);
}

/**
 * cp_cli_print_json:
 * @root: (transfer full): what to print
 */
void
cp_cli_print_json (JsonNode *root)
{
  g_autofree char *json = json_to_string (root, TRUE);

  puts (json);
  json_node_unref (root);
}

/**
 * cp_cli_fail:
 * @error: (transfer full): why nothing could be done
 *
 * Returns: the status for it, after it was printed
 */
CpCliStatus
cp_cli_fail (GError *error)
{
  cp_cli_print_error ("%s", error->message);
  g_error_free (error);

  return CP_CLI_FAILED;
}
