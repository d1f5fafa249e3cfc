/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The word vectors as read-only data of the program: mapped by the loader, read page by page. */

        .section .rodata
        .balign 16
        .globl cp_vectors_data
        .hidden cp_vectors_data
        .type cp_vectors_data, %object
cp_vectors_data:
        .incbin CP_VECTORS_FILE
cp_vectors_data_end:
        .size cp_vectors_data, cp_vectors_data_end - cp_vectors_data

        .section .note.GNU-stack, "", %progbits
