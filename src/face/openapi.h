// openapi: the description of the web interface (OpenAPI 3.1), made from what the program itself
// goes by: the table of routes, the rows of a query, the field tables and the list of problems.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_OPENAPI_H
#define STIPPLE_FACE_OPENAPI_H

#include "face/route_table.h"

// The whole document as one line of JSON. `session` has the vocabularies.
void openapi_write(const struct route_table *table, const struct session *session,
                   struct text *out);

#endif
