/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes or a file → an article, by the reader that knows the format. */

#define G_LOG_DOMAIN "cp-importer"

#include "config.h"

#include "cp-binary.h"
#include "cp-encoding.h"
#include "cp-error.h"
#include "cp-fingerprint.h"
#include "cp-furniture.h"
#include "cp-import-summary.h"
#include "cp-importer.h"
#include "cp-language.h"
#include "cp-readers.h"
#include "cp-rejoin.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Hexadecimal digits of the content hash that make an article's id. */
#define ID_LENGTH 12

struct _CpImporter
{
  GObject parent_instance;
};

G_DEFINE_FINAL_TYPE (CpImporter, cp_importer, G_TYPE_OBJECT)

static void
cp_importer_class_init (CpImporterClass *klass)
{
}

static void
cp_importer_init (CpImporter *self)
{
}

/* "the_tax-on-air.md" → "the tax-on-air", for pieces in which nothing looks like a title. */
static char *
title_from_name (const char *name)
{
  g_autofree char *base = g_path_get_basename (name);
  char *dot = strrchr (base, '.');

  if (dot != NULL && dot != base)
    *dot = '\0';

  return g_strdelimit (g_steal_pointer (&base), "_", ' ');
}

static void
complete_title (CpDraft    *draft,
                const char *name)
{
  g_autofree char *title = title_from_name (name);

  for (guint i = 0; i < draft->blocks->len; i++)
    {
      CpDraftBlock *block = cp_draft_get (draft, i);

      if (block->kind != CP_BLOCK_HEADING || block->furniture != CP_FURNITURE_NONE ||
          cp_metadata_get (draft->metadata, CP_FIELD_TITLE) != NULL)
        continue;

      block->furniture = CP_FURNITURE_TITLE;
      cp_metadata_offer (draft->metadata, CP_FIELD_TITLE, block->text->str, CP_EVIDENCE_GUESS);
    }

  cp_metadata_offer (draft->metadata, CP_FIELD_TITLE, title, CP_EVIDENCE_GUESS);
}

/* What the text is written in counts; the file's word is taken where the text is too short to tell. */
static void
complete_language (CpArticle *article)
{
  g_autofree char *detected = cp_language_detect (cp_article_get_text (article));
  const char *declared = cp_article_get_language (article);

  if (detected != NULL)
    {
      cp_article_set_language (article, detected);
    }
  else if (declared != NULL)
    {
      g_autofree char *code = g_ascii_strdown (declared, strcspn (declared, "-_"));

      cp_article_set_language (article, strlen (code) == 2 ? code : NULL);
    }
}

static CpImported *
finish_draft (CpDraft        *draft,
              const CpReader *reader,
              const CpInput  *input)
{
  g_autofree char *hash = cp_fingerprint_bytes (input->bytes);
  g_autoptr (CpArticle) article = NULL;
  g_auto (GStrv) kept = NULL;
  g_auto (GStrv) dropped = NULL;

  hash[ID_LENGTH] = '\0';
  complete_title (draft, input->name);
  cp_metadata_infer (draft->metadata);

  article = cp_draft_to_article (draft);
  cp_article_set_id (article, hash);
  complete_language (article);

  kept = cp_import_summary_list_kept (draft);
  dropped = cp_import_summary_list_dropped (draft);

  return cp_imported_new (article, input->bytes, reader->media_type, (const char * const *) kept, (const char * const *) dropped);
}

/* Takes the bytes as text, unless they are none. */
static void
open_input (CpInput    *input,
            GBytes     *bytes,
            const char *name)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  *input = (CpInput) { .bytes = bytes, .name = name };
  input->not_text = cp_binary_describe (data, size);
  if (input->not_text == NULL)
    input->text = cp_encoding_to_utf8 (data, size, &input->length);
}

static gboolean
check_size (gsize        size,
            const char  *name,
            GError     **error)
{
  if (size == 0)
    {
      g_set_error (error, CP_ERROR, CP_ERROR_EMPTY,
                   _("“%s” is empty. Save the piece again and import the new file."), name);
      return FALSE;
    }

  if (size > CP_IMPORTER_MAX_SIZE)
    {
      g_set_error (error, CP_ERROR, CP_ERROR_TOO_LARGE,
                   _("“%s” is larger than %d MB. Save the article alone and import that."),
                   name, CP_IMPORTER_MAX_SIZE / 1024 / 1024);
      return FALSE;
    }

  return TRUE;
}

static CpDraft *
read_draft (const CpInput  *input,
            const CpReader *reader,
            GError        **error)
{
  g_autoptr (CpDraft) draft = reader->read (input, error);

  if (draft == NULL)
    return NULL;

  cp_draft_drop_empty (draft);
  cp_furniture_mark (draft);
  cp_rejoin_paragraphs (draft);

  if (!cp_draft_has_body (draft))
    {
      g_set_error (error, CP_ERROR, CP_ERROR_EMPTY,
                   _("“%s” holds no text of an article. Open the piece, wait until all of it is there, and save it again."),
                   input->name);
      return NULL;
    }

  return g_steal_pointer (&draft);
}

CpImporter *
cp_importer_new (void)
{
  return g_object_new (CP_TYPE_IMPORTER, NULL);
}

/**
 * cp_importer_read_bytes:
 * @bytes: the contents of a file
 * @display_name: how messages name it; also the title of a piece that has none
 * @error: %CP_ERROR_EMPTY, %CP_ERROR_UNSUPPORTED, %CP_ERROR_TOO_LARGE or %CP_ERROR_DAMAGED
 *
 * Reads the article out of @bytes. Blocks; touches neither disk nor network; may be called from
 * several threads.
 *
 * Returns: (transfer full) (nullable): the article and its original, or %NULL with @error set
 */
CpImported *
cp_importer_read_bytes (CpImporter  *self,
                        GBytes      *bytes,
                        const char  *display_name,
                        GError     **error)
{
  g_autoptr (CpDraft) draft = NULL;
  const CpReader *reader;
  CpImported *imported = NULL;
  CpInput input;

  g_return_val_if_fail (CP_IS_IMPORTER (self), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (display_name != NULL, NULL);

  if (!check_size (g_bytes_get_size (bytes), display_name, error))
    return NULL;

  open_input (&input, bytes, display_name);
  reader = cp_readers_choose (&input);

  if (reader == NULL)
    g_set_error (error, CP_ERROR, CP_ERROR_UNSUPPORTED,
                 _("“%s” is %s, which Counterpoint does not read yet. Save the piece as a web page, as Markdown or as plain text."),
                 display_name, input.not_text);
  else if ((draft = read_draft (&input, reader, error)) != NULL)
    imported = finish_draft (draft, reader, &input);

  g_free (input.text);

  return imported;
}

static void
set_file_error (GError       **error,
                const GError  *cause,
                const char    *name)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (cause));
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, CP_ERROR, CP_ERROR_NOT_FOUND,
                 _("“%s” does not exist. Check its name, and whether it was moved."), name);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    g_set_error (error, CP_ERROR, CP_ERROR_UNREADABLE,
                 _("“%s” may not be read. Change its permissions, or copy it to a folder of your own."), name);
  else
    g_set_error (error, CP_ERROR, CP_ERROR_UNREADABLE,
                 _("“%s” cannot be read (%s). Copy it to another folder and try again."), name, cause->message);
}

/* Only regular files: a pipe or a device would keep the reader waiting for ever. */
static gboolean
check_file (GFileInfo   *info,
            const char  *name,
            GError     **error)
{
  switch (g_file_info_get_file_type (info))
    {
    case G_FILE_TYPE_REGULAR:
      return g_file_info_get_size (info) <= CP_IMPORTER_MAX_SIZE || check_size (g_file_info_get_size (info), name, error);

    case G_FILE_TYPE_DIRECTORY:
      g_set_error (error, CP_ERROR, CP_ERROR_UNSUPPORTED,
                   _("“%s” is a folder, not a file. Choose the files in it."), name);
      return FALSE;

    case G_FILE_TYPE_UNKNOWN:
    case G_FILE_TYPE_SYMBOLIC_LINK:
    case G_FILE_TYPE_SPECIAL:
    case G_FILE_TYPE_SHORTCUT:
    case G_FILE_TYPE_MOUNTABLE:
    default:
      g_set_error (error, CP_ERROR, CP_ERROR_UNSUPPORTED,
                   _("“%s” is a device or a link to nothing, not a file. Choose the file itself."), name);
      return FALSE;
    }
}

/**
 * cp_importer_read:
 * @file: a regular file
 * @cancellable: (nullable): stops the reading from disk
 * @error: as of cp_importer_read_bytes(), or %CP_ERROR_NOT_FOUND, %CP_ERROR_UNREADABLE, or
 *   %G_IO_ERROR_CANCELLED
 *
 * Reads the article out of @file. Blocks; may be called from several threads.
 *
 * Returns: (transfer full) (nullable): the article and its original, or %NULL with @error set
 */
CpImported *
cp_importer_read (CpImporter    *self,
                  GFile         *file,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) cause = NULL;

  g_return_val_if_fail (CP_IS_IMPORTER (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  name = g_file_get_parse_name (file);
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, cancellable, &cause);

  if (info != NULL && !check_file (info, name, error))
    return NULL;

  if (info != NULL)
    bytes = g_file_load_bytes (file, cancellable, NULL, &cause);

  if (bytes == NULL)
    {
      set_file_error (error, cause, name);
      return NULL;
    }

  return cp_importer_read_bytes (self, bytes, name, error);
}

static void
read_in_thread_cb (GTask        *task,
                   gpointer      source_object,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  CpImported *imported;
  GError *error = NULL;

  imported = cp_importer_read (source_object, task_data, cancellable, &error);
  if (imported != NULL)
    g_task_return_pointer (task, imported, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * cp_importer_read_async:
 * @file: a regular file
 * @cancellable: (nullable): stops the reading
 * @callback: called when it is done
 * @user_data: handed to @callback
 *
 * As cp_importer_read(), in a thread.
 */
void
cp_importer_read_async (CpImporter          *self,
                        GFile               *file,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (CP_IS_IMPORTER (self));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cp_importer_read_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_in_thread_cb);
}

/**
 * cp_importer_read_finish:
 *
 * Returns: (transfer full) (nullable): the article and its original, or %NULL with @error set
 */
CpImported *
cp_importer_read_finish (CpImporter    *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
