// asset: see asset.h.
// SPDX-License-Identifier: Apache-2.0
    .section .rodata
    .balign 16
    .global asset_image
asset_image:
    .incbin "assets.image"
    .byte 0
    .section .note.GNU-stack, "", %progbits
