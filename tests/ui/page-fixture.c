/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An article to read, a window to read it in, and ways to wait for what its page says. */

#include "config.h"

#include "page-fixture.h"

#include "cp-reader-view-private.h"

#include <glib/gstdio.h>
#include <string.h>

/* Seconds after which a page that does not answer fails the test, rather than hang it. */
#define PATIENCE 20

/* Long enough to scroll, with characters outside the first plane before and inside of passages. */
static const char * const paragraphs[] = {
  "🌊 The tide does not wait for the council. Every spring the lower road is under water, and every autumn "
  "the same report is read, praised and put away.",
  "The cost of a wall is known: nine million, once. The cost of having none is paid each year, in small change, "
  "by those who live on the lower road. 🏠 A house that cannot be insured cannot be sold.",
  "There are those who say that the marsh will do the work for nothing. Let us be fair to them: a marsh is "
  "cheaper, and it is lovelier. But a marsh takes thirty years to grow, and the café on the quay has three.",
  "The engineers were asked for a wall, for a marsh and for a mixture. They were not asked to move the road. "
  "That question should be put, in public, before any stone is laid.",
  "The council should build the wall where the houses are and let the marsh have the rest. It should say so by "
  "June. The tide will not wait for July.",
};

static gboolean
impatient_cb (gpointer data)
{
  g_error ("Waited %d seconds in vain: %s", PATIENCE, (const char *) data);

  return G_SOURCE_REMOVE;
}

/**
 * page_fixture_new_article:
 *
 * Returns: (transfer full): an op-ed of twenty paragraphs
 */
CpArticle *
page_fixture_new_article (void)
{
  const char * const authors[] = { "Ines Varga", NULL };
  CpArticle *article = cp_article_new ();

  cp_article_set_title (article, "A Wall for the Lower Road");
  cp_article_set_standfirst (article, "The tide is early, the council late.");
  cp_article_set_authors (article, authors);
  cp_article_set_outlet (article, "The Quay Mercury");
  cp_article_set_published (article, "2024-03-09");
  cp_article_set_language (article, "en");
  for (guint i = 0; i < 4 * G_N_ELEMENTS (paragraphs); i++)
    {
      const char *text = paragraphs[i % G_N_ELEMENTS (paragraphs)];
      g_autofree char *numbered = i < G_N_ELEMENTS (paragraphs) ? g_strdup (text) : g_strdup_printf ("%u. %s", i, text);
      g_autoptr(CpBlock) block = cp_block_new (CP_BLOCK_PARAGRAPH, CP_BLOCK_BODY, 0, numbered);

      cp_article_add_block (article, block);
    }

  return article;
}

/**
 * page_fixture_new_theme:
 * @article: an article
 * @label: the name of the matter
 * @quotes: (array zero-terminated=1): words of the article, each at its first place
 *
 * Returns: (transfer full): a theme with these passages
 */
CpTheme *
page_fixture_new_theme (CpArticle          *article,
                        const char         *label,
                        const char * const *quotes)
{
  const char *terms[] = { label, NULL };
  const char *text = cp_article_get_text (article);
  CpTheme *theme = cp_theme_new (label, terms, 0.25);

  for (guint i = 0; quotes[i] != NULL; i++)
    {
      const char *at = strstr (text, quotes[i]);
      int start;
      g_autoptr(CpPassage) passage = NULL;

      g_assert_nonnull (at);
      start = g_utf8_pointer_to_offset (text, at);
      passage = cp_passage_new_from_text (text, start, start + g_utf8_strlen (quotes[i], -1), 1);
      cp_theme_add_passage (theme, passage);
    }

  return theme;
}

/**
 * page_fixture_present:
 * @child: a widget
 *
 * Returns: (transfer none): a window around it, on screen
 */
GtkWidget *
page_fixture_present (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 640, 480);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));

  return window;
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/**
 * page_fixture_destroy:
 * @window: a window of page_fixture_present()
 * @child: what is in it
 *
 * Destroys @window and proves that @child died with it, as soon as the calls to its page have come back.
 */
void
page_fixture_destroy (GtkWidget *window,
                      gpointer   child)
{
  gpointer watched = child;

  g_object_add_weak_pointer (child, &watched);
  gtk_window_destroy (GTK_WINDOW (window));
  page_fixture_wait (is_gone, &watched);
}

/**
 * page_fixture_wait:
 * @condition: what is waited for
 * @data: passed to it
 */
void
page_fixture_wait (PageCondition condition,
                   gpointer      data)
{
  guint timeout = g_timeout_add_seconds (PATIENCE, impatient_cb, (gpointer) "a condition did not come about");

  while (!condition (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

typedef struct
{
  CpReaderView *view;
  char         *text;
} Answer;

static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  Answer *answer = user_data;
  g_autoptr(GError) error = NULL;

  /* A page that is not there yet fails to answer, which is an answer too. */
  answer->text = cp_reader_view_evaluate_finish (answer->view, result, &error);
  if (answer->text == NULL)
    answer->text = g_strdup (error->message);
}

static gboolean
is_answered (gpointer data)
{
  return ((Answer *) data)->text != NULL;
}

/**
 * page_fixture_ask:
 * @view: a view
 * @body: the body of a function, in which `counterpoint` is the view's own script
 *
 * Returns: (transfer full): what the page returns, as JSON, or why it does not
 */
char *
page_fixture_ask (CpReaderView *view,
                  const char   *body)
{
  Answer answer = { view, NULL };

  cp_reader_view_evaluate_async (view, body, NULL, answered_cb, &answer);
  page_fixture_wait (is_answered, &answer);

  return answer.text;
}

/**
 * page_fixture_expect:
 * @view: a view
 * @body: the body of a function, as for page_fixture_ask()
 * @json: what it is to return, sooner or later
 */
void
page_fixture_expect (CpReaderView *view,
                     const char   *body,
                     const char   *json)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE * G_USEC_PER_SEC;

  while (TRUE)
    {
      g_autofree char *answer = page_fixture_ask (view, body);

      if (g_str_equal (answer, json))
        break;
      if (g_get_monotonic_time () > deadline)
        g_error ("%s gives %s, not %s", body, answer, json);
    }
}

/**
 * page_fixture_find:
 * @root: a widget
 * @type: what to look for
 *
 * Returns: (transfer none) (nullable): the first widget of @type in @root, itself included
 */
GtkWidget *
page_fixture_find (GtkWidget *root,
                   GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = page_fixture_find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/**
 * page_fixture_remove_folder:
 * @folder: a folder that a test made
 *
 * Removes @folder with all that is in it.
 */
void
page_fixture_remove_folder (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        page_fixture_remove_folder (path);
      else
        g_remove (path);
    }
  g_rmdir (folder);
}
