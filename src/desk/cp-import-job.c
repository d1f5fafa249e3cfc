/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One piece on its way into the library, and what became of it. */

#define G_LOG_DOMAIN "cp-import-job"

#include "config.h"

#include "cp-desk-enums.h"
#include "cp-import-job.h"
#include "cp-util.h"

struct _CpImportJob
{
  GObject         parent_instance;

  GFile          *file;
  GBytes         *bytes;
  char           *name;
  char           *path;
  CpImportState   state;
  char           *article_id;
  char           *title;
  char           *message;
  char          **kept;
  char          **dropped;
};

enum
{
  PROP_0,
  PROP_FILE,
  PROP_NAME,
  PROP_STATE,
  PROP_ARTICLE_ID,
  PROP_TITLE,
  PROP_MESSAGE,
  PROP_KEPT,
  PROP_DROPPED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CpImportJob, cp_import_job, G_TYPE_OBJECT)

static char *
dup_display_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return base != NULL ? g_filename_display_name (base) : g_file_get_parse_name (file);
}

static void
set_string (CpImportJob  *self,
            char        **field,
            const char   *value,
            guint         property)
{
  if (cp_set_str (field, value))
    g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_state (CpImportJob   *self,
           CpImportState  state)
{
  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
cp_import_job_constructed (GObject *object)
{
  CpImportJob *self = CP_IMPORT_JOB (object);

  G_OBJECT_CLASS (cp_import_job_parent_class)->constructed (object);

  if (self->file == NULL)
    return;

  self->name = dup_display_name (self->file);
  self->path = g_file_get_parse_name (self->file);
}

static void
cp_import_job_finalize (GObject *object)
{
  CpImportJob *self = CP_IMPORT_JOB (object);

  g_clear_object (&self->file);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->article_id, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->message, g_free);
  g_clear_pointer (&self->kept, g_strfreev);
  g_clear_pointer (&self->dropped, g_strfreev);

  G_OBJECT_CLASS (cp_import_job_parent_class)->finalize (object);
}

static void
cp_import_job_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  CpImportJob *self = CP_IMPORT_JOB (object);

  switch (prop_id)
    {
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;

    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;

    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;

    case PROP_ARTICLE_ID:
      g_value_set_string (value, self->article_id);
      break;

    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;

    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;

    case PROP_KEPT:
      g_value_set_boxed (value, self->kept);
      break;

    case PROP_DROPPED:
      g_value_set_boxed (value, self->dropped);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cp_import_job_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  CpImportJob *self = CP_IMPORT_JOB (object);

  switch (prop_id)
    {
    case PROP_FILE:
      self->file = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cp_import_job_class_init (CpImportJobClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = cp_import_job_constructed;
  object_class->finalize = cp_import_job_finalize;
  object_class->get_property = cp_import_job_get_property;
  object_class->set_property = cp_import_job_set_property;

  properties[PROP_FILE] =
    g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, CP_TYPE_IMPORT_STATE, CP_IMPORT_WAITING, flags);
  properties[PROP_ARTICLE_ID] = g_param_spec_string ("article-id", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  properties[PROP_KEPT] = g_param_spec_boxed ("kept", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_DROPPED] = g_param_spec_boxed ("dropped", NULL, NULL, G_TYPE_STRV, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
cp_import_job_init (CpImportJob *self)
{
  self->kept = g_new0 (char *, 1);
  self->dropped = g_new0 (char *, 1);
}

/**
 * cp_import_job_new:
 *
 * Returns: (transfer full): a job that waits for its turn
 */
CpImportJob *
cp_import_job_new (GFile *file)
{
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  return g_object_new (CP_TYPE_IMPORT_JOB, "file", file, NULL);
}

/**
 * cp_import_job_new_for_bytes:
 * @bytes: what was pasted or dropped
 * @name: how it is called
 *
 * Returns: (transfer full): a job that waits for its turn and has no file
 */
CpImportJob *
cp_import_job_new_for_bytes (GBytes     *bytes,
                             const char *name)
{
  CpImportJob *self;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  self = g_object_new (CP_TYPE_IMPORT_JOB, NULL);
  self->bytes = g_bytes_ref (bytes);
  self->name = g_strdup (name);
  self->path = g_strdup (name);

  return self;
}

/**
 * cp_import_job_get_file:
 *
 * Returns: (transfer none) (nullable): the file; %NULL for what was pasted
 */
GFile *
cp_import_job_get_file (CpImportJob *self)
{
  g_return_val_if_fail (CP_IS_IMPORT_JOB (self), NULL);

  return self->file;
}

/**
 * cp_import_job_dup_bytes:
 *
 * Returns: (transfer full) (nullable): what was pasted; %NULL when there is a file
 */
GBytes *
cp_import_job_dup_bytes (CpImportJob *self)
{
  g_return_val_if_fail (CP_IS_IMPORT_JOB (self), NULL);

  return self->bytes != NULL ? g_bytes_ref (self->bytes) : NULL;
}

/**
 * cp_import_job_get_path:
 *
 * Returns: the file with its folder and, for a piece of an archive, where in it the piece is, to be shown
 */
const char *
cp_import_job_get_path (CpImportJob *self)
{
  g_return_val_if_fail (CP_IS_IMPORT_JOB (self), NULL);

  return self->path;
}

/**
 * cp_import_job_set_path:
 * @path: the file and where in it the piece is
 *
 * Makes the job that of a piece inside the file. For the queue.
 */
void
cp_import_job_set_path (CpImportJob *self,
                        const char  *path)
{
  g_return_if_fail (CP_IS_IMPORT_JOB (self));

  if (!cp_set_str (&self->path, path))
    return;

  g_free (self->name);
  self->name = g_path_get_basename (path);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME]);
}

/**
 * cp_import_job_get_name:
 *
 * Returns: the name of the file, or of the piece in it, without its folder, to be shown
 */
const char *
cp_import_job_get_name (CpImportJob *self)
{
  g_return_val_if_fail (CP_IS_IMPORT_JOB (self), NULL);

  return self->name;
}

CpImportState
cp_import_job_get_state (CpImportJob *self)
{
  g_return_val_if_fail (CP_IS_IMPORT_JOB (self), CP_IMPORT_WAITING);

  return self->state;
}

/**
 * cp_import_job_is_over:
 *
 * Returns: whether nothing more will become of the file, well or ill
 */
gboolean
cp_import_job_is_over (CpImportJob *self)
{
  g_return_val_if_fail (CP_IS_IMPORT_JOB (self), FALSE);

  return self->state != CP_IMPORT_WAITING && self->state != CP_IMPORT_READING;
}

/**
 * cp_import_job_get_article_id:
 *
 * Returns: (nullable): the article that was made of the file, or that the library had already
 */
const char *
cp_import_job_get_article_id (CpImportJob *self)
{
  g_return_val_if_fail (CP_IS_IMPORT_JOB (self), NULL);

  return self->article_id;
}

/**
 * cp_import_job_get_title:
 *
 * Returns: (nullable): the headline of that article
 */
const char *
cp_import_job_get_title (CpImportJob *self)
{
  g_return_val_if_fail (CP_IS_IMPORT_JOB (self), NULL);

  return self->title;
}

/**
 * cp_import_job_get_message:
 *
 * Returns: (nullable): a sentence that says why the file was skipped or failed
 */
const char *
cp_import_job_get_message (CpImportJob *self)
{
  g_return_val_if_fail (CP_IS_IMPORT_JOB (self), NULL);

  return self->message;
}

/**
 * cp_import_job_get_kept:
 *
 * Returns: (array zero-terminated=1): what was kept of the file, in phrases to be shown; never %NULL
 */
const char * const *
cp_import_job_get_kept (CpImportJob *self)
{
  g_return_val_if_fail (CP_IS_IMPORT_JOB (self), NULL);

  return (const char * const *) self->kept;
}

/**
 * cp_import_job_get_dropped:
 *
 * Returns: (array zero-terminated=1): what was left out of the text, in phrases to be shown; never %NULL
 */
const char * const *
cp_import_job_get_dropped (CpImportJob *self)
{
  g_return_val_if_fail (CP_IS_IMPORT_JOB (self), NULL);

  return (const char * const *) self->dropped;
}

/**
 * cp_import_job_begin:
 *
 * Tells that the file is being read. For the queue.
 */
void
cp_import_job_begin (CpImportJob *self)
{
  g_return_if_fail (CP_IS_IMPORT_JOB (self));

  set_state (self, CP_IMPORT_READING);
}

/**
 * cp_import_job_set_report:
 * @kept: (array zero-terminated=1): phrases
 * @dropped: (array zero-terminated=1): phrases
 *
 * Tells what was made of the file. For the queue.
 */
void
cp_import_job_set_report (CpImportJob        *self,
                          const char * const *kept,
                          const char * const *dropped)
{
  g_return_if_fail (CP_IS_IMPORT_JOB (self));
  g_return_if_fail (kept != NULL && dropped != NULL);

  g_strfreev (self->kept);
  self->kept = g_strdupv ((char **) kept);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KEPT]);
  g_strfreev (self->dropped);
  self->dropped = g_strdupv ((char **) dropped);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DROPPED]);
}

/**
 * cp_import_job_finish:
 * @state: what became of the file
 * @article_id: (nullable): the article in the library
 * @title: (nullable): its headline
 * @message: (nullable): why it was skipped or failed
 *
 * Tells the outcome; the state is notified last, when all else is known. For the queue.
 */
void
cp_import_job_finish (CpImportJob   *self,
                      CpImportState  state,
                      const char    *article_id,
                      const char    *title,
                      const char    *message)
{
  g_return_if_fail (CP_IS_IMPORT_JOB (self));

  set_string (self, &self->article_id, article_id, PROP_ARTICLE_ID);
  set_string (self, &self->title, title, PROP_TITLE);
  set_string (self, &self->message, message, PROP_MESSAGE);
  set_state (self, state);
}
