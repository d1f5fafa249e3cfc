/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who wrote a newsletter and who sent it out, by what its headers say. */

#pragma once

#include "cp-metadata.h"

#include <gmime/gmime.h>

G_BEGIN_DECLS

void cp_mail_sender_read (InternetAddressList *from,
                          const char          *list_id,
                          CpMetadata          *metadata);

G_END_DECLS
