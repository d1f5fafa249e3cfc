/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The weights of the tagger as read-only data of the program. */

        .section .rodata
        .balign 16
        .globl cp_tagger_data
        .hidden cp_tagger_data
        .type cp_tagger_data, %object
cp_tagger_data:
        .incbin CP_TAGGER_FILE
cp_tagger_data_end:
        .size cp_tagger_data, cp_tagger_data_end - cp_tagger_data

        .section .note.GNU-stack, "", %progbits
