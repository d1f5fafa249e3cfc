/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The formats that can be read. */

#pragma once

#include "cp-container.h"

G_BEGIN_DECLS

extern const CpReader cp_docx_reader;
extern const CpReader cp_epub_reader;
extern const CpReader cp_html_reader;
extern const CpReader cp_mail_reader;
extern const CpReader cp_markdown_reader;
extern const CpReader cp_mhtml_reader;
extern const CpReader cp_odt_reader;
extern const CpReader cp_pdf_reader;
extern const CpReader cp_plain_reader;
extern const CpReader cp_webarchive_reader;

extern const CpContainer cp_annotations_container;
extern const CpContainer cp_periodical_container;
extern const CpContainer cp_zip_container;
extern const CpContainer cp_mbox_container;
extern const CpContainer cp_no_text_container;
extern const CpContainer cp_omnivore_container;
extern const CpContainer cp_omnivore_list_container;
extern const CpContainer cp_wallabag_container;

const CpReader    *cp_readers_choose           (const CpInput *input,
                                                int           *confidence);
const CpReader    *cp_readers_find             (const char    *media_type);
const CpContainer *cp_readers_choose_container (const CpInput *input,
                                                int           *confidence);
const CpContainer *cp_readers_find_container   (const char    *media_type);

G_END_DECLS
