/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A reviewer at the program: starts it, finds controls by their names, uses them, presses keys, comes back later. */

#pragma once

#include <atspi/atspi.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiAccessible, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiStateSet, g_object_unref)

typedef struct _Journey Journey;

Journey         *journey_new            (void);
void             journey_free           (Journey            *self);

char            *journey_dup_path       (Journey            *self,
                                         const char         *name);
char            *journey_dup_sample     (const char         *name);

void             journey_start          (Journey            *self,
                                         const char * const *arguments);
void             journey_quit           (Journey            *self);

AtspiAccessible *journey_find           (Journey            *self,
                                         AtspiRole           role,
                                         const char         *name);
AtspiAccessible *journey_find_in        (Journey            *self,
                                         AtspiAccessible    *within,
                                         AtspiRole           role,
                                         const char         *name);
void             journey_expect         (Journey            *self,
                                         AtspiRole           role,
                                         const char         *name);
void             journey_expect_in_list (Journey            *self,
                                         const char         *list,
                                         const char         *item,
                                         const char         *label);
char            *journey_dup_first_item (Journey            *self,
                                         const char         *list);
void             journey_expect_file    (Journey            *self,
                                         const char         *path);

void             journey_act            (Journey            *self,
                                         AtspiRole           role,
                                         const char         *name,
                                         const char         *action);
void             journey_choose_item    (Journey            *self,
                                         const char         *list,
                                         const char         *item);

void             journey_press          (Journey            *self,
                                         const char         *keys);
void             journey_type           (Journey            *self,
                                         const char         *text);
void             journey_tab_to         (Journey            *self,
                                         AtspiRole           role,
                                         const char         *name);
void             journey_open_item      (Journey            *self,
                                         const char         *list,
                                         const char         *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Journey, journey_free)
