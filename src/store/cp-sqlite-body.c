/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What articles consist of, as rows: blocks, pictures, and where the metadata come from. */

#define G_LOG_DOMAIN "cp-sqlite-body"

#include "config.h"

#include "cp-model-enums.h"
#include "cp-sqlite-body.h"
#include "cp-sqlite-statement.h"
#include "cp-util.h"

static gboolean
insert_block (CpSqliteDatabase  *database,
              gint64             number,
              guint              position,
              CpBlock           *block,
              GError           **error)
{
  guint n_marks;
  const CpMark *marks = cp_block_get_marks (block, &n_marks);
  g_autofree char *marks_string = cp_marks_to_string (marks, n_marks);
  g_autoptr (CpSqliteStatement) statement =
    cp_sqlite_database_prepare (database,
                                "INSERT INTO blocks (article, position, kind, role, level, text, furniture, marks) "
                                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)");

  cp_sqlite_statement_bind_int (statement, 1, number);
  cp_sqlite_statement_bind_int (statement, 2, position);
  cp_sqlite_statement_bind_text (statement, 3, cp_enum_to_nick (CP_TYPE_BLOCK_KIND, cp_block_get_kind (block)));
  cp_sqlite_statement_bind_text (statement, 4, cp_enum_to_nick (CP_TYPE_BLOCK_ROLE, cp_block_get_role (block)));
  cp_sqlite_statement_bind_int (statement, 5, cp_block_get_level (block));
  cp_sqlite_statement_bind_text (statement, 6, cp_block_get_text (block));
  cp_sqlite_statement_bind_text (statement, 7, cp_enum_to_nick (CP_TYPE_FURNITURE, cp_block_get_furniture (block)));
  cp_sqlite_statement_bind_text (statement, 8, marks_string);

  return cp_sqlite_statement_run (statement, error);
}

static gboolean
insert_image (CpSqliteDatabase  *database,
              gint64             number,
              guint              position,
              CpImage           *image,
              GError           **error)
{
  g_autoptr (CpSqliteStatement) statement =
    cp_sqlite_database_prepare (database, "INSERT INTO images VALUES (?, ?, ?, ?, ?)");

  cp_sqlite_statement_bind_int (statement, 1, number);
  cp_sqlite_statement_bind_int (statement, 2, position);
  cp_sqlite_statement_bind_text (statement, 3, cp_image_get_resource (image));
  cp_sqlite_statement_bind_text (statement, 4, cp_image_get_alternative (image));
  cp_sqlite_statement_bind_int (statement, 5, cp_image_get_position (image));

  return cp_sqlite_statement_run (statement, error);
}

static gboolean
insert_evidence (CpSqliteDatabase  *database,
                 gint64             number,
                 CpArticle         *article,
                 CpField            field,
                 GError           **error)
{
  const char *detail;
  CpEvidence evidence = cp_article_get_evidence (article, field, &detail);
  g_autoptr (CpSqliteStatement) statement = NULL;

  if (evidence == CP_EVIDENCE_NONE && detail == NULL)
    return TRUE;

  statement = cp_sqlite_database_prepare (database, "INSERT INTO evidence VALUES (?, ?, ?, ?)");
  cp_sqlite_statement_bind_int (statement, 1, number);
  cp_sqlite_statement_bind_text (statement, 2, cp_enum_to_nick (CP_TYPE_FIELD, field));
  cp_sqlite_statement_bind_text (statement, 3, cp_enum_to_nick (CP_TYPE_EVIDENCE, evidence));
  cp_sqlite_statement_bind_text (statement, 4, detail);

  return cp_sqlite_statement_run (statement, error);
}

/**
 * cp_sqlite_body_replace_evidence:
 * @number: the number of the article's row
 *
 * Stores where the values of all fields come from, inside the caller's transaction.
 */
gboolean
cp_sqlite_body_replace_evidence (CpSqliteDatabase  *database,
                                 gint64             number,
                                 CpArticle         *article,
                                 GError           **error)
{
  if (!cp_sqlite_database_run_on (database, "DELETE FROM evidence WHERE article = ?", number, error))
    return FALSE;

  for (CpField field = 0; field < CP_N_FIELDS; field++)
    {
      if (!insert_evidence (database, number, article, field, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * cp_sqlite_body_insert:
 * @number: the number of a new article's row
 *
 * Stores blocks, images and evidence, inside the caller's transaction.
 */
gboolean
cp_sqlite_body_insert (CpSqliteDatabase  *database,
                       gint64             number,
                       CpArticle         *article,
                       GError           **error)
{
  for (guint i = 0; i < cp_article_get_n_blocks (article); i++)
    {
      if (!insert_block (database, number, i, cp_article_get_block (article, i), error))
        return FALSE;
    }

  for (guint i = 0; i < cp_article_get_n_images (article); i++)
    {
      if (!insert_image (database, number, i, cp_article_get_image (article, i), error))
        return FALSE;
    }

  return cp_sqlite_body_replace_evidence (database, number, article, error);
}

/**
 * cp_sqlite_body_update_roles:
 * @number: the number of the article's row
 *
 * Stores which blocks belong to the body now, inside the caller's transaction.
 */
gboolean
cp_sqlite_body_update_roles (CpSqliteDatabase  *database,
                             gint64             number,
                             CpArticle         *article,
                             GError           **error)
{
  for (guint i = 0; i < cp_article_get_n_blocks (article); i++)
    {
      CpBlock *block = cp_article_get_block (article, i);
      g_autoptr (CpSqliteStatement) statement =
        cp_sqlite_database_prepare (database,
                                    "UPDATE blocks SET role = ?1 WHERE article = ?2 AND position = ?3 AND role <> ?1");

      cp_sqlite_statement_bind_text (statement, 1, cp_enum_to_nick (CP_TYPE_BLOCK_ROLE, cp_block_get_role (block)));
      cp_sqlite_statement_bind_int (statement, 2, number);
      cp_sqlite_statement_bind_int (statement, 3, i);
      if (!cp_sqlite_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

/* NULL when no version of the program wrote such a row. */
static CpBlock *
make_block (CpSqliteStatement *row)
{
  g_autofree char *kind_nick = cp_sqlite_statement_dup_text (row, 0);
  g_autofree char *role_nick = cp_sqlite_statement_dup_text (row, 1);
  gint64 level = cp_sqlite_statement_get_int (row, 2);
  g_autofree char *text = cp_sqlite_statement_dup_text (row, 3);
  g_autofree char *furniture_nick = cp_sqlite_statement_dup_text (row, 4);
  g_autofree char *marks_string = cp_sqlite_statement_dup_text (row, 5);
  g_autoptr (GArray) marks = cp_marks_from_string (marks_string);
  int kind, role, furniture;
  CpBlock *block;

  if (!cp_enum_from_nick (CP_TYPE_BLOCK_KIND, kind_nick, &kind) ||
      !cp_enum_from_nick (CP_TYPE_BLOCK_ROLE, role_nick, &role) ||
      !cp_enum_from_nick (CP_TYPE_FURNITURE, furniture_nick, &furniture) ||
      level < 0 || level > 6 || text == NULL || marks == NULL)
    return NULL;

  block = cp_block_new (kind, role, level, text);
  cp_block_set_furniture (block, furniture);
  cp_block_set_marks (block, (const CpMark *) marks->data, marks->len);

  return block;
}

static gboolean
read_blocks (CpSqliteDatabase  *database,
             gint64             number,
             CpArticle         *article,
             GError           **error)
{
  g_autoptr (CpSqliteStatement) statement =
    cp_sqlite_database_prepare (database,
                                "SELECT kind, role, level, text, furniture, marks FROM blocks "
                                "WHERE article = ? ORDER BY position");

  cp_sqlite_statement_bind_int (statement, 1, number);
  while (cp_sqlite_statement_next (statement))
    {
      g_autoptr (CpBlock) block = make_block (statement);

      if (block == NULL)
        {
          cp_sqlite_database_set_damaged (database, error);
          return FALSE;
        }
      cp_article_add_block (article, block);
    }

  return cp_sqlite_statement_check (statement, error);
}

static gboolean
read_images (CpSqliteDatabase  *database,
             gint64             number,
             CpArticle         *article,
             GError           **error)
{
  g_autoptr (CpSqliteStatement) statement =
    cp_sqlite_database_prepare (database,
                                "SELECT resource, alternative, block FROM images WHERE article = ? ORDER BY position");

  cp_sqlite_statement_bind_int (statement, 1, number);
  while (cp_sqlite_statement_next (statement))
    {
      g_autofree char *resource = cp_sqlite_statement_dup_text (statement, 0);
      g_autofree char *alternative = cp_sqlite_statement_dup_text (statement, 1);
      gint64 block = cp_sqlite_statement_get_int (statement, 2);
      g_autoptr (CpImage) image = NULL;

      if (block < 0 || block > cp_article_get_n_blocks (article))
        {
          cp_sqlite_database_set_damaged (database, error);
          return FALSE;
        }
      image = cp_image_new (resource, alternative, block);
      cp_article_add_image (article, image);
    }

  return cp_sqlite_statement_check (statement, error);
}

static gboolean
read_evidence (CpSqliteDatabase  *database,
               gint64             number,
               CpArticle         *article,
               GError           **error)
{
  g_autoptr (CpSqliteStatement) statement =
    cp_sqlite_database_prepare (database, "SELECT field, evidence, detail FROM evidence WHERE article = ?");

  cp_sqlite_statement_bind_int (statement, 1, number);
  while (cp_sqlite_statement_next (statement))
    {
      g_autofree char *field_nick = cp_sqlite_statement_dup_text (statement, 0);
      g_autofree char *evidence_nick = cp_sqlite_statement_dup_text (statement, 1);
      g_autofree char *detail = cp_sqlite_statement_dup_text (statement, 2);
      int field, evidence;

      if (!cp_enum_from_nick (CP_TYPE_FIELD, field_nick, &field) ||
          !cp_enum_from_nick (CP_TYPE_EVIDENCE, evidence_nick, &evidence))
        {
          cp_sqlite_database_set_damaged (database, error);
          return FALSE;
        }
      cp_article_set_evidence (article, field, evidence, detail);
    }

  return cp_sqlite_statement_check (statement, error);
}

/**
 * cp_sqlite_body_read:
 * @number: the number of the article's row
 * @article: an article without blocks
 *
 * Gives @article its blocks, images and evidence.
 */
gboolean
cp_sqlite_body_read (CpSqliteDatabase  *database,
                     gint64             number,
                     CpArticle         *article,
                     GError           **error)
{
  return read_blocks (database, number, article, error) &&
         read_images (database, number, article, error) &&
         read_evidence (database, number, article, error);
}

static CpBlock *
find_imported_body (CpArticle *article,
                    guint     *position)
{
  CpBlock *block;

  while ((block = cp_article_get_block (article, (*position)++)) != NULL)
    {
      if (cp_block_get_furniture (block) == CP_FURNITURE_NONE)
        return block;
    }

  return NULL;
}

/**
 * cp_sqlite_body_is_same:
 * @number: the number of an article's row
 * @article: an article that was just read
 *
 * Returns: whether both had the same text when they were read, whatever the reviewer took into it or out of it since
 */
gboolean
cp_sqlite_body_is_same (CpSqliteDatabase *database,
                        gint64            number,
                        CpArticle        *article)
{
  g_autoptr (CpSqliteStatement) statement =
    cp_sqlite_database_prepare (database,
                                "SELECT text FROM blocks WHERE article = ? AND furniture = 'none' ORDER BY position");
  guint position = 0;

  cp_sqlite_statement_bind_int (statement, 1, number);
  while (cp_sqlite_statement_next (statement))
    {
      g_autofree char *text = cp_sqlite_statement_dup_text (statement, 0);
      CpBlock *block = find_imported_body (article, &position);

      if (block == NULL || g_strcmp0 (text, cp_block_get_text (block)) != 0)
        return FALSE;
    }

  return cp_sqlite_statement_check (statement, NULL) && find_imported_body (article, &position) == NULL;
}
