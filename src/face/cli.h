// cli: the command line. Reads arguments, runs one verb, writes its answer or one line of error.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_CLI_H
#define STIPPLE_FACE_CLI_H

// The exit status of the process: 0 answered, 2 content, 3 not allowed, 4 input or output, 5 limit.
int cli_main(int argc, char **argv);

#endif
