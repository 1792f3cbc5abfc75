// example: see example.h.
// SPDX-License-Identifier: Apache-2.0
    .section .rodata
    .balign 16
    .global example_image
    .global example_image_end
example_image:
    .incbin "example.image"
example_image_end:
    .byte 0
    .section .note.GNU-stack, "", %progbits
