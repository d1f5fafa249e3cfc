/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialogs that come from the toolkit, all in one place: choosing files, saving, about. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void        cp_dialogs_choose_files_async  (GtkWindow            *parent,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
void        cp_dialogs_choose_folder_async (GtkWindow            *parent,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
GListModel *cp_dialogs_choose_finish       (GAsyncResult         *result);
void        cp_dialogs_save_async          (GtkWindow            *parent,
                                            const char           *title,
                                            const char           *name,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
GFile      *cp_dialogs_save_finish         (GAsyncResult         *result);
void        cp_dialogs_show_error          (GtkApplication       *application,
                                            const char           *message);
void        cp_dialogs_show_about          (GtkWindow            *parent);

G_END_DECLS
