/* SPDX-License-Identifier: GPL-3.0-or-later */
/* By keyboard alone: edit an author and undo that, paste an article, look at its original. */

#include "config.h"

#include "journey.h"

#define KEEP "The congestion charge is working. The council should keep its nerve"

#define PASTED                                                                                                       \
  "Nobody asked the herons about the marina, and nobody will, unless the council is made to ask them before it votes."

/* What is cut out of an entry is on the clipboard, and the key means the window again where no entry has the focus. */
static void
paste_an_article (Journey *journey)
{
  journey_press (journey, "ctrl+k");
  journey_type (journey, PASTED);
  journey_press (journey, "ctrl+a");
  journey_press (journey, "ctrl+x");
  journey_press (journey, "alt+4");
  journey_press (journey, "ctrl+v");
  journey_expect (journey, ATSPI_ROLE_LIST_ITEM, "Authors: Unknown");
}

static void
edit_the_author_and_undo (Journey *journey)
{
  journey_press (journey, "alt+4");
  journey_expect (journey, ATSPI_ROLE_LIST_ITEM, "Authors: Marian Tolliver");
  journey_press (journey, "Down");
  journey_press (journey, "Down");
  journey_press (journey, "Return");
  journey_type (journey, "Ada Quill");
  journey_press (journey, "Return");
  journey_expect (journey, ATSPI_ROLE_LIST_ITEM, "Authors: Ada Quill");
  journey_press (journey, "ctrl+z");
  journey_expect (journey, ATSPI_ROLE_LIST_ITEM, "Authors: Marian Tolliver");
}

static void
test_an_article_is_pasted_edited_and_looked_at (void)
{
  g_autoptr(Journey) journey = journey_new ();
  g_autofree char *keep = journey_dup_sample ("ostermouth-charge-keep.html");

  journey_start (journey, (const char * const[]) { keep, NULL });
  journey_expect (journey, ATSPI_ROLE_FRAME, KEEP);
  edit_the_author_and_undo (journey);
  paste_an_article (journey);
  journey_press (journey, "ctrl+u");
  journey_expect (journey, ATSPI_ROLE_FILLER, "Original of *");
  journey_press (journey, "ctrl+u");
  journey_quit (journey);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  atspi_init ();

  g_test_add_func ("/journeys/an-article-is-pasted-edited-and-looked-at", test_an_article_is_pasted_edited_and_looked_at);

  return g_test_run ();
}
