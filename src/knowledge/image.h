// image: the knowledge base carried in the program, made by tools/pack at build time.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_IMAGE_H
#define STIPPLE_KNOWLEDGE_IMAGE_H

extern const char image_knowledge[], image_knowledge_end[];
extern const char image_knowledge_hash[];   // of the bytes between them, in hexadecimal

#endif
