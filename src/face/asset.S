// asset: see asset.h.
// SPDX-License-Identifier: Apache-2.0
    .section .rodata
    .balign 16
    .global asset_report_css
    .global asset_report_css_end
asset_report_css:
    .incbin "report.css"
asset_report_css_end:
    .byte 0
    .section .note.GNU-stack, "", %progbits
