// asset: files of assets/ carried in the program.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_ASSET_H
#define STIPPLE_FACE_ASSET_H

extern const char asset_report_css[], asset_report_css_end[];

#endif
