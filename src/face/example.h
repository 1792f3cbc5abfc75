// example: a few files of examples/ carried in the program as one image of documents, made by
// tools/pack at build time: what the description of the web interface shows.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_EXAMPLE_H
#define STIPPLE_FACE_EXAMPLE_H

extern const char example_image[], example_image_end[];

#endif
