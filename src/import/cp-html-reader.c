/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saved web pages → blocks and metadata. */

#define G_LOG_DOMAIN "cp-html-reader"

#include "config.h"

#include "cp-error.h"
#include "cp-html-body.h"
#include "cp-html-images.h"
#include "cp-html-linked-body.h"
#include "cp-html-metadata.h"
#include "cp-html-reader.h"
#include "cp-pattern.h"
#include "cp-readers.h"
#include "cp-sealed-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How much of a file is enough to tell a page. */
#define MAX_SNIFFED (32 * 1024)

static CpPattern document = CP_PATTERN ("^\\s*(?:<\\?xml[^>]*>\\s*)?(?:<!--(?s:.*?)-->\\s*)*<(?:!doctype\\s+html|html|head|body|title|meta)\\b");
static CpPattern elements = CP_PATTERN ("<(?:html|body|head|div|p|article|h[1-6]|table|section|frameset)(?:\\s[^<>]*)?>");
/* A style sheet beside the page: its address has no scheme. */
static CpPattern style_sheet = CP_PATTERN ("<link\\s[^>]*\\bhref\\s*=\\s*[\"']?((?:\\./)?[^\"'\\s>:/?#][^\"'>:?#]*\\.css)");

static int
sniff_html (const CpInput *input)
{
  g_autofree char *head = NULL;
  const char *end;

  if (input->text == NULL)
    return 0;

  g_utf8_validate_len (input->text, MIN (input->length, MAX_SNIFFED), &end);
  head = g_strndup (input->text, end - input->text);

  if (cp_pattern_matches (&document, head))
    return 99;

  /* A fragment, as of a clipboard. Markdown may hold some HTML, but does not begin with it. */
  if (head[strspn (head, " \t\r\n")] == '<' && cp_pattern_matches (&elements, head))
    return 92;

  return cp_pattern_matches (&elements, head) ? 25 : 0;
}

/**
 * cp_html_read_page:
 * @source: a page
 * @error: %CP_ERROR_EMPTY when nothing at all can be made of it
 *
 * Returns: (transfer full) (nullable): the blocks, the metadata and the pictures of the page
 */
CpDraft *
cp_html_read_page (const CpHtmlSource  *source,
                   GError             **error)
{
  g_autoptr (CpHtmlPage) page = cp_html_page_new (source->text, source->length);
  CpDraft *draft;

  if (page == NULL)
    {
      g_set_error (error, CP_ERROR, CP_ERROR_EMPTY,
                   _("“%s” is a web page without any text. Open the page, wait until all of it is there, and save it again."),
                   source->name);
      return NULL;
    }

  draft = cp_draft_new ();
  draft->n_active = page->draft->n_active;
  if (source->known != NULL)
    cp_metadata_merge (draft->metadata, source->known);
  cp_html_metadata_read (page, draft->metadata);
  cp_html_body_extract (page, draft);
  cp_html_linked_body_complete (page, draft);
  if (source->files != NULL)
    cp_html_images_place (page, source->files, draft);

  return draft;
}

static gboolean
has_resource (GPtrArray  *resources,
              CpResource *resource)
{
  for (guint i = 0; i < resources->len; i++)
    {
      if (g_ptr_array_index (resources, i) == resource)
        return TRUE;
    }

  return FALSE;
}

/* The page can be shown as it was only with what lies beside it. What that is comes out when it is shown once, which is
 * left out for the many pages that have nothing beside them. */
static void
take_files_along (const CpInput *input,
                  CpPageFiles   *files,
                  CpDraft       *draft)
{
  g_autofree char *sheet = cp_pattern_fetch (&style_sheet, input->text, 1);
  g_autoptr (CpResource) resource = sheet != NULL ? cp_page_files_find (files, NULL, sheet) : NULL;
  GPtrArray *loaded = cp_page_files_get_loaded (files);
  g_autofree char *page = NULL;

  if (loaded->len == 0)
    return;

  page = cp_sealed_page_new (input->text, input->length, files);
  for (guint i = 0; i < loaded->len; i++)
    {
      if (!has_resource (draft->resources, g_ptr_array_index (loaded, i)))
        g_ptr_array_add (draft->resources, cp_resource_ref (g_ptr_array_index (loaded, i)));
    }
}

static CpDraft *
read_html (const CpInput  *input,
           GError        **error)
{
  g_autoptr (CpPageFiles) files = cp_page_files_new (NULL, input->siblings);
  const CpHtmlSource source = { .text = input->text, .length = input->length, .name = input->name, .files = files };
  CpDraft *draft = cp_html_read_page (&source, error);

  if (draft != NULL && input->siblings != NULL)
    take_files_along (input, files, draft);

  return draft;
}

static char *
show_html (const CpInput  *input,
           GPtrArray      *resources,
           GError        **error)
{
  g_autoptr (CpPageFiles) files = cp_page_files_new (NULL, NULL);

  cp_page_files_add_resources (files, resources);

  return cp_sealed_page_new (input->text != NULL ? input->text : "", input->length, files);
}

const CpReader cp_html_reader = {
  .name = "html",
  .media_type = "text/html",
  .sniff = sniff_html,
  .read = read_html,
  .show = show_html,
};
