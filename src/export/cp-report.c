/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A review summary: what one piece is about or how several compare, for another person to check line by line. */

#define G_LOG_DOMAIN "cp-report"

#include "config.h"

#include "cp-error.h"
#include "cp-report-parts.h"
#include "cp-report-writers.h"
#include "cp-report.h"

#include <glib/gi18n.h>
#include <string.h>

struct _CpReport
{
  GObject       parent_instance;

  CpReportNode *document;
};

G_DEFINE_FINAL_TYPE (CpReport, cp_report, G_TYPE_OBJECT)

static const struct
{
  const char     *name;
  CpReportFormat  format;
} names[] = {
  { "html", CP_REPORT_HTML },
  { "htm", CP_REPORT_HTML },
  { "md", CP_REPORT_MARKDOWN },
  { "markdown", CP_REPORT_MARKDOWN },
};

static void
cp_report_finalize (GObject *object)
{
  CpReport *self = CP_REPORT (object);

  g_clear_pointer (&self->document, cp_report_node_free);

  G_OBJECT_CLASS (cp_report_parent_class)->finalize (object);
}

static void
cp_report_class_init (CpReportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cp_report_finalize;
}

static void
cp_report_init (CpReport *self)
{
}

static CpReport *
new_for_document (CpReportNode *document)
{
  CpReport *self = g_object_new (CP_TYPE_REPORT, NULL);

  self->document = document;

  return self;
}

/* The durable way needs a path; what lies behind a remote file system is as safe as that is. */
static gboolean
write_whole (GFile       *file,
             const char  *text,
             GError     **error)
{
  g_autofree char *path = g_file_get_path (file);

  if (path != NULL)
    return g_file_set_contents_full (path, text, -1,
                                     G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, error);

  return g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, error);
}

/**
 * cp_report_new_for_article:
 * @article: an article
 * @themes: a list of #CpTheme, its themes by importance
 * @now: when the report is made
 *
 * Takes what it needs from the objects as they are now; nothing of the report changes when they do.
 *
 * Returns: (transfer full): the summary of one piece
 */
CpReport *
cp_report_new_for_article (CpArticle  *article,
                           GListModel *themes,
                           GDateTime  *now)
{
  g_return_val_if_fail (CP_IS_ARTICLE (article), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (themes), NULL);
  g_return_val_if_fail (now != NULL, NULL);

  return new_for_document (cp_report_build_article (article, themes, now));
}

/**
 * cp_report_new_for_comparison:
 * @comparison: a comparison of at least one article
 * @now: when the report is made
 *
 * Returns: (transfer full): the summary of the comparison
 */
CpReport *
cp_report_new_for_comparison (CpComparison *comparison,
                              GDateTime    *now)
{
  g_return_val_if_fail (CP_IS_COMPARISON (comparison), NULL);
  g_return_val_if_fail (cp_comparison_get_n_articles (comparison) > 0, NULL);
  g_return_val_if_fail (now != NULL, NULL);

  return new_for_document (cp_report_build_comparison (comparison, now));
}

/**
 * cp_report_get_title:
 *
 * Returns: what the report is about, such as the title of the piece
 */
const char *
cp_report_get_title (CpReport *self)
{
  g_return_val_if_fail (CP_IS_REPORT (self), NULL);

  return self->document->text;
}

/**
 * cp_report_get_document:
 *
 * Returns: (transfer none): the whole report, for a writer to walk
 */
CpReportNode *
cp_report_get_document (CpReport *self)
{
  g_return_val_if_fail (CP_IS_REPORT (self), NULL);

  return self->document;
}

/**
 * cp_report_to_string:
 * @format: how to write it
 *
 * Returns: (transfer full): the report in that format, in UTF-8; the content is the same in all
 */
char *
cp_report_to_string (CpReport       *self,
                     CpReportFormat  format)
{
  g_return_val_if_fail (CP_IS_REPORT (self), NULL);

  switch (format)
    {
    case CP_REPORT_HTML:
      return cp_report_write_html (self->document);

    case CP_REPORT_MARKDOWN:
      return cp_report_write_markdown (self->document);

    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * cp_report_save:
 * @file: where to write it, over what is there
 * @format: how to write it
 * @error: location for a sentence that names the file
 *
 * Writes all of the report or nothing: whatever happens meanwhile, @file holds the old bytes or the new.
 *
 * Returns: whether the report was written
 */
gboolean
cp_report_save (CpReport        *self,
                GFile           *file,
                CpReportFormat   format,
                GError         **error)
{
  g_autofree char *text = NULL, *name = NULL;
  g_autoptr (GError) cause = NULL;

  g_return_val_if_fail (CP_IS_REPORT (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  text = cp_report_to_string (self, format);
  if (write_whole (file, text, &cause))
    return TRUE;

  name = g_file_get_parse_name (file);
  /* Translators: a file's name and the reason, a sentence */
  g_set_error (error, CP_ERROR, CP_ERROR_FAILED,
               _("The report could not be written to “%s”: %s"), name, cause->message);

  return FALSE;
}

/**
 * cp_report_format_from_name:
 * @name: a format ("html", "md", "markdown"), or the name of a file that ends in one
 * @format: (out): the format
 *
 * Returns: whether @name tells a format
 */
gboolean
cp_report_format_from_name (const char     *name,
                            CpReportFormat *format)
{
  const char *dot;

  g_return_val_if_fail (name != NULL && format != NULL, FALSE);

  dot = strrchr (name, '.');
  if (dot != NULL)
    name = dot + 1;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_ascii_strcasecmp (name, names[i].name) == 0)
        {
          *format = names[i].format;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * cp_report_format_suffix:
 *
 * Returns: (transfer none): how the name of a file in that format ends, without the dot
 */
const char *
cp_report_format_suffix (CpReportFormat format)
{
  return format == CP_REPORT_HTML ? "html" : "md";
}
