// main: chooses a face and runs it. There is one yet: the command line.
// SPDX-License-Identifier: Apache-2.0
#include "face/cli.h"

int main(int argc, char **argv) { return cli_main(argc, argv); }
