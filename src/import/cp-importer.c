/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes or a file → an article, by the reader that knows the format. */

#define G_LOG_DOMAIN "cp-importer"

#include "config.h"

#include "cp-error.h"
#include "cp-fingerprint.h"
#include "cp-furniture.h"
#include "cp-import-summary.h"
#include "cp-importer.h"
#include "cp-input.h"
#include "cp-language.h"
#include "cp-readers.h"
#include "cp-rejoin.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Hexadecimal digits of the content hash that make an article's id. */
#define ID_LENGTH 12

/* How deep containers are opened: an archive in an archive, and no further. */
#define MAX_DEPTH 2

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
      cp_metadata_offer (draft->metadata, CP_FIELD_TITLE, block->text->str, CP_EVIDENCE_GUESS, "heading");
    }

  cp_metadata_offer (draft->metadata, CP_FIELD_TITLE, title, CP_EVIDENCE_GUESS, "file name");
}

/* What the text is written in counts; the file's word is taken where the text is too short to tell. */
static void
complete_language (CpArticle *article)
{
  const char *declared = cp_article_get_language (article);
  g_autofree char *code = declared != NULL ? g_ascii_strdown (declared, strcspn (declared, "-_")) : NULL;
  g_autofree char *detected = NULL;

  if (code != NULL && cp_language_confirm (cp_article_get_text (article), code))
    {
      cp_article_set_language (article, code);
      return;
    }

  detected = cp_language_detect (cp_article_get_text (article));
  if (detected != NULL)
    {
      if (declared == NULL || g_ascii_strncasecmp (declared, detected, strlen (detected)) != 0)
        cp_article_set_evidence (article, CP_FIELD_LANGUAGE, CP_EVIDENCE_TEXT, "words");
      cp_article_set_language (article, detected);
    }
  else if (code != NULL)
    {
      cp_article_set_language (article, strlen (code) == 2 ? code : NULL);
    }
}

static CpImported *
finish_draft (CpDraft    *draft,
              GBytes     *original,
              const char *media_type,
              const char *name)
{
  g_autofree char *hash = cp_fingerprint_bytes (original);
  g_autoptr (CpArticle) article = NULL;
  g_auto (GStrv) kept = NULL;
  g_auto (GStrv) dropped = NULL;
  CpImported *imported;

  hash[ID_LENGTH] = '\0';
  complete_title (draft, name);
  cp_metadata_infer (draft->metadata);

  article = cp_draft_to_article (draft);
  cp_article_set_id (article, hash);
  complete_language (article);

  kept = cp_import_summary_list_kept (draft);
  dropped = cp_import_summary_list_dropped (draft);
  imported = cp_imported_new (article, original, media_type,
                              (const char * const *) kept, (const char * const *) dropped);
  cp_imported_set_resources (imported, draft->resources);
  cp_imported_place (imported, draft->annotations);

  return imported;
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

/* What the container knows of the piece comes before the furniture is told from the text, since a byline is
 * known by the names in it. */
static CpDraft *
read_draft (const CpInput   *input,
            const CpReader  *reader,
            const CpMember  *member,
            GError         **error)
{
  g_autoptr (CpDraft) draft = reader->read (input, error);

  if (draft == NULL)
    return NULL;

  if (member->metadata != NULL)
    cp_metadata_merge (draft->metadata, member->metadata);

  cp_draft_drop_empty (draft);
  cp_furniture_mark (draft);
  cp_rejoin_paragraphs (draft);
  cp_draft_drop_empty (draft);

  if (!cp_draft_has_body (draft))
    {
      g_set_error (error, CP_ERROR, CP_ERROR_EMPTY,
                   _("“%s” holds no text of an article. Open the piece, wait until all of it is there, and save it again."),
                   input->name);
      return NULL;
    }

  return g_steal_pointer (&draft);
}

static CpImported *
read_piece (const CpInput   *input,
            const CpReader  *reader,
            const CpMember  *member,
            GError         **error)
{
  g_autoptr (CpDraft) draft = NULL;
  CpImported *imported;

  if (reader == NULL)
    {
      g_set_error (error, CP_ERROR, CP_ERROR_UNSUPPORTED,
                   _("“%s” is %s, which Counterpoint does not read yet. Save the piece as a web page, as Markdown or as plain text."),
                   input->name, input->not_text);
      return NULL;
    }

  draft = read_draft (input, reader, member, error);
  if (draft == NULL)
    return NULL;

  imported = finish_draft (draft,
                           member->original != NULL ? member->original : input->bytes,
                           member->media_type != NULL ? member->media_type : reader->media_type,
                           input->name);
  if (member->annotations != NULL)
    cp_imported_place (imported, member->annotations);

  return imported;
}

/* A visit to a file: what is found in it goes to a function. */
typedef struct
{
  const char     *path;
  int             depth;
  GCancellable   *cancellable;
  CpImportedFunc  func;
  gpointer        user_data;
} Visit;

static gboolean visit_member (const Visit     *visit,
                              const CpMember  *member);

static gboolean
member_cb (const CpMember *member,
           const GError   *error,
           gpointer        user_data)
{
  const Visit *outer = user_data;
  g_autofree char *path = *member->path == '\0' ? g_strdup (outer->path)
                                                : g_build_filename (outer->path, member->path, NULL);
  Visit visit = *outer;

  if (g_cancellable_is_cancelled (outer->cancellable))
    return FALSE;

  visit.path = path;
  visit.depth++;

  if (error != NULL)
    return visit.func (path, NULL, error, visit.user_data);

  if (member->bytes == NULL)
    {
      g_autoptr (CpImported) imported = cp_imported_new_for_annotations (member->annotations);

      return visit.func (path, imported, NULL, visit.user_data);
    }

  return visit_member (&visit, member);
}

static gboolean
visit_input (const Visit     *visit,
             const CpInput   *input,
             const CpMember  *member)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CpImported) imported = NULL;
  int reader_confidence, container_confidence;
  const CpReader *reader = cp_readers_choose (input, &reader_confidence);
  const CpContainer *container = cp_readers_choose_container (input, &container_confidence);

  if (container_confidence > reader_confidence && visit->depth < MAX_DEPTH)
    {
      if (container->each (input, member_cb, (gpointer) visit, &error))
        return TRUE;
    }
  else
    {
      imported = read_piece (input, reader, member, &error);
    }

  return visit->func (visit->path, imported, error, visit->user_data);
}

/* Returns: whether to go on */
static gboolean
visit_member (const Visit    *visit,
              const CpMember *member)
{
  CpInput input = { NULL };
  g_autoptr (GError) error = NULL;
  gboolean goes_on;

  if (!check_size (g_bytes_get_size (member->bytes), visit->path, &error))
    return visit->func (visit->path, NULL, error, visit->user_data);

  cp_input_init (&input, member->bytes, visit->path, member->siblings);
  goes_on = visit_input (visit, &input, member);
  cp_input_clear (&input);

  return goes_on;
}

/* What cp_importer_read_bytes() makes of a visit. */
typedef struct
{
  CpImported *imported;
  GError     *error;
  guint       n_pieces;
} Single;

static gboolean
take_single_cb (const char   *path,
                CpImported   *imported,
                const GError *error,
                gpointer      user_data)
{
  Single *single = user_data;

  single->n_pieces++;
  if (imported != NULL && cp_imported_get_article (imported) != NULL && single->imported == NULL)
    single->imported = g_object_ref (imported);
  else if (error != NULL && single->error == NULL)
    single->error = g_error_copy (error);

  return single->n_pieces < 2;
}

static CpImported *
settle_single (Single      *single,
               const char  *name,
               GError     **error)
{
  g_autoptr (CpImported) imported = g_steal_pointer (&single->imported);
  g_autoptr (GError) cause = g_steal_pointer (&single->error);

  if (single->n_pieces == 1 && imported != NULL)
    return g_steal_pointer (&imported);

  if (single->n_pieces == 1 && cause != NULL)
    g_propagate_error (error, g_steal_pointer (&cause));
  else
    g_set_error (error, CP_ERROR, CP_ERROR_UNSUPPORTED,
                 _("“%s” is not one piece. Import it into the library, and open what it holds from there."), name);

  return NULL;
}

static CpImported *
read_single (GBytes            *bytes,
             const char        *name,
             const CpSiblings  *siblings,
             GCancellable      *cancellable,
             GError           **error)
{
  Single single = { NULL };
  const Visit visit = { .path = name, .cancellable = cancellable, .func = take_single_cb, .user_data = &single };
  const CpMember whole = { .path = "", .bytes = bytes, .siblings = siblings };

  visit_member (&visit, &whole);

  return settle_single (&single, name, error);
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
  g_return_val_if_fail (CP_IS_IMPORTER (self), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (display_name != NULL, NULL);

  return read_single (bytes, display_name, NULL, NULL, error);
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

static GBytes *
load_file (GFile         *file,
           const char    *name,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) cause = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, cancellable, &cause);

  if (info != NULL && !check_file (info, name, error))
    return NULL;

  if (info != NULL)
    bytes = g_file_load_bytes (file, cancellable, NULL, &cause);

  if (bytes == NULL)
    set_file_error (error, cause, name);

  return g_steal_pointer (&bytes);
}

/**
 * cp_importer_read_each:
 * @file: a regular file
 * @cancellable: (nullable): stops between two pieces
 * @func: called for each piece, in this thread
 * @error: %CP_ERROR_NOT_FOUND, %CP_ERROR_UNREADABLE, %CP_ERROR_TOO_LARGE or %G_IO_ERROR_CANCELLED
 *
 * Reads all pieces out of @file, which is one itself or holds several. Blocks; may be called from several threads.
 *
 * Returns: whether @file was opened; what is wrong with a piece goes to @func
 */
gboolean
cp_importer_read_each (CpImporter      *self,
                       GFile           *file,
                       GCancellable    *cancellable,
                       CpImportedFunc   func,
                       gpointer         user_data,
                       GError         **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GBytes) bytes = NULL;
  CpSiblings siblings;
  Visit visit = { .cancellable = cancellable, .func = func, .user_data = user_data };
  CpMember whole = { .path = "" };

  g_return_val_if_fail (CP_IS_IMPORTER (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  visit.path = name = g_file_get_parse_name (file);
  whole.bytes = bytes = load_file (file, name, cancellable, error);
  if (bytes == NULL)
    return FALSE;

  folder = g_file_get_parent (file);
  if (folder != NULL)
    {
      siblings = cp_siblings_of_file (folder);
      whole.siblings = &siblings;
    }

  visit_member (&visit, &whole);

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/**
 * cp_importer_read_each_of_bytes:
 * @bytes: the contents of a file, or of a clipboard
 * @display_name: how messages name them
 * @cancellable: (nullable): stops between two pieces
 * @func: called for each piece, in this thread
 *
 * As cp_importer_read_each(), for what is not in a file.
 */
void
cp_importer_read_each_of_bytes (CpImporter     *self,
                                GBytes         *bytes,
                                const char     *display_name,
                                GCancellable   *cancellable,
                                CpImportedFunc  func,
                                gpointer        user_data)
{
  const Visit visit = { .path = display_name, .cancellable = cancellable, .func = func, .user_data = user_data };
  const CpMember whole = { .path = "", .bytes = bytes };

  g_return_if_fail (CP_IS_IMPORTER (self));
  g_return_if_fail (bytes != NULL && display_name != NULL);

  visit_member (&visit, &whole);
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
  Single single = { NULL };

  g_return_val_if_fail (CP_IS_IMPORTER (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (!cp_importer_read_each (self, file, cancellable, take_single_cb, &single, error))
    {
      g_clear_object (&single.imported);
      g_clear_error (&single.error);
      return NULL;
    }

  name = g_file_get_parse_name (file);

  return settle_single (&single, name, error);
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
