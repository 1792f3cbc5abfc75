// image: see image.h.
// SPDX-License-Identifier: Apache-2.0
    .section .rodata
    .balign 16
    .global image_knowledge
    .global image_knowledge_end
    .global image_knowledge_hash
image_knowledge:
    .incbin "knowledge.image"
image_knowledge_end:
    .byte 0
image_knowledge_hash:
    .incbin "knowledge.hash"
    .byte 0
    .section .note.GNU-stack, "", %progbits
