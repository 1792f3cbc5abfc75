#!/usr/bin/env python3
# test_tidy: every kind of breach that tools/tidy knows is found in a small bad tree, at its line, and a
# good tree is passed in silence. Each bad tree is the good one with one change.
# SPDX-License-Identifier: Apache-2.0
import importlib.util
from importlib.machinery import SourceFileLoader
import os
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
PATH = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), 'tools', 'tidy')
LOADER = SourceFileLoader('tidy', PATH)
MODULE = importlib.util.module_from_spec(importlib.util.spec_from_loader('tidy', LOADER))
LOADER.exec_module(MODULE)
TAG = '// SPDX-License-' + 'Identifier: Apache-2.0\n'
HASH_TAG = '#' + TAG[2:]

GOOD = {
    'meson.build': HASH_TAG + "base = files(\n  'src/base/one.c',\n  'src/base/two.c',\n)\n"
                   "rest = files('src/domain/noun.c', 'src/engine/heat.c', 'src/knowledge/rule.c',\n"
                   "  'src/record/store.c', 'src/planner/price.c', 'src/service/verb.c',\n"
                   "  'src/face/cli.c', 'src/main.c')\n",
    'src/base/limits.h': TAG + 'enum { LIMIT_ONE = 1, LIMIT_TWO = (1 + LIMIT_ONE) };\n',
    'src/base/one.h': TAG + '#include "base/limits.h"\n\nstruct fault {\n    int at;\n};\n\n'
                      'int one_size(const char *text);\n'
                      'int fault_at(struct fault *fault, void (*call)(int));\n',
    'src/base/one.c': TAG + '#include "base/one.h"\n\n#include <stdlib.h>\n\n'
                      '#define ONE_TWICE(x) (2 * (x))\n\n'
                      'static const char *const names[] = {"printf(", "TO" "DO"};   // gets()\n'
                      'static int (*const table[])(const char *) = {one_size};\n\n'
                      'int one_size(const char *text) {\n    static const int sizes[] = {1, 2};\n'
                      '    free(NULL);\n    return text ? sizes[0] : ONE_TWICE(3);\n}\n',
    'src/base/two.h': TAG + '#include "base/one.h"\n\nint two_size(void);\n',
    'src/base/two.c': TAG + '#include "base/two.h"\n\nint two_size(void) { return one_size(""); }\n',
    'src/domain/noun.c': TAG + '#include "base/two.h"\n',
    'src/engine/heat.h': TAG + 'double heat_peak_c(void);\n',
    'src/engine/heat.c': TAG + '#include "engine/heat.h"\n#include "base/one.h"\n',
    'src/knowledge/rule.h': TAG,
    'src/knowledge/rule.c': TAG + '#include "knowledge/rule.h"\n',
    'src/record/store.c': TAG,
    'src/planner/price.h': TAG,
    'src/planner/price.c': TAG + '#include "engine/heat.h"\n#include "knowledge/rule.h"\n',
    'src/service/verb.c': TAG + '#include "planner/price.h"\n',
    'src/face/licences.h.in': TAG,
    'src/face/cli.c': TAG + '#include "licences.h"\n\n#include <stdio.h>\n\n'
                      'static void say(void) { printf("x"); }\n\nvoid cli_run(void) { say(); }\n',
    'src/main.c': TAG + '#include "planner/price.h"\n\nint main(void) { return 0; }\n',
    'tests/test_one.c': TAG + '#include <cmocka.h>\n\nint any_name(void) { return 1; }\n',
    'tools/go.sh': '#!/bin/sh\n' + HASH_TAG,
    'docs/x.md': 'Text.\n',
    'web/base/path.js': TAG + 'export const a = 1;\n',
    'web/state/file.js': TAG + "import { signal } from '@preact/signals';\n\nimport { a } from '../base/path.js';\n",
    'web/plan/plan.jsx': TAG + "import {\n  a,\n} from '../base/path.js';\nimport './strip.js';\n",
    'web/plan/strip.js': TAG,
    'web/fine/fine.jsx': TAG,
    'web/main.jsx': TAG + "import { render } from 'preact';\nimport './plan/plan.jsx';\n",
}


def write(root, changes):
    for path, text in {**GOOD, **changes}.items():
        full = os.path.join(root, path)
        os.makedirs(os.path.dirname(full), exist_ok=True)
        with open(full, 'w', encoding='utf-8', newline='') as f:
            f.write(text)


def tidy(changes):
    with tempfile.TemporaryDirectory() as root:
        write(root, changes)
        return [f'{path}:{line}: {what}' for path, line, what in MODULE.Tidy(root).run()]


def command(changes):
    with tempfile.TemporaryDirectory() as root:
        write(root, changes)
        run = subprocess.run([sys.executable, '-B', PATH, root], capture_output=True, text=True,
                             check=False)
        return run.returncode, run.stdout + run.stderr


class Tidy(unittest.TestCase):
    def finds(self, what, changes):
        found = tidy(changes)
        self.assertEqual(len(found), 1, found)
        self.assertIn(what, found[0])

    def passes(self, changes):
        self.assertEqual(tidy(changes), [])

    # Adds a piece to the end of two.c, whose last line is the fourth.
    def finds_in_c(self, what, piece):
        self.finds(what, {'src/base/two.c': GOOD['src/base/two.c'] + piece})

    def passes_in_c(self, piece):
        self.passes({'src/base/two.c': GOOD['src/base/two.c'] + piece})

    def test_the_command_is_silent_or_ends_with_status_1(self):
        self.assertEqual(command({}), (0, ''))
        self.assertEqual(command({'docs/x.md': 'a \n'}),
                         (1, 'docs/x.md:1: white space at the end of the line\n'))

    # Arrows.

    def arrow(self, path, header, what):
        self.finds(f'{path}:2: {what}', {path: TAG + f'#include "{header}"\n'})

    def test_no_room_includes_one_above_it(self):
        self.arrow('src/domain/noun.c', 'engine/heat.h', 'domain/ stands below engine/')
        self.arrow('src/base/limits.h', 'engine/heat.h', 'base/ stands below engine/')
        self.arrow('src/planner/price.c', 'face/cli.h', '"face/cli.h" is not a file of src/')
        self.arrow('src/engine/heat.c', 'planner/price.h', 'engine/ stands below planner/')

    def test_siblings_never_include_one_another(self):
        self.arrow('src/engine/heat.c', 'knowledge/rule.h',
                   'engine/ and knowledge/ never include one another')
        self.arrow('src/record/store.c', 'knowledge/rule.h',
                   'record/ and knowledge/ never include one another')
        self.arrow('src/knowledge/rule.c', 'engine/heat.h',
                   'knowledge/ and engine/ never include one another')

    def test_a_file_includes_only_earlier_ones_of_its_room(self):
        self.finds('src/base/one.c:3: "base/two.h" stands after base/one.c',
                   {'src/base/one.c': TAG + '#include "base/one.h"\n#include "base/two.h"\n'})

    def test_a_split_file_may_include_the_header_of_its_family(self):
        listed = GOOD['meson.build'].replace("'src/base/two.c',", "'src/base/two_x.c', 'src/base/two.c',")
        family = {'meson.build': listed, 'src/base/two_x.c': TAG + '#include "base/two_x.h"\n',
                  'src/base/two_x.h': TAG + '#include "base/two.h"\n'}
        self.passes({**family, 'src/base/two.c': TAG + '#include "base/two_x.h"\n'})
        self.finds('src/base/one.c:2: "base/two_x.h" stands after base/one.c',
                   {**family, 'src/base/one.c': TAG + '#include "base/two_x.h"\n'})

    def test_a_header_without_body_stands_where_its_includes_stand(self):
        inner = TAG + '#include "base/two.h"\n'
        self.finds('src/base/one.c:2: "base/inner.h" stands after base/one.c',
                   {'src/base/inner.h': inner,
                    'src/base/one.c': TAG + '#include "base/inner.h"\n'})
        self.passes({'src/base/inner.h': inner,
                     'src/base/two.c': TAG + '#include "base/inner.h"\n'})

    def test_a_ring_of_headers_is_found(self):
        self.finds('a ring of includes: base/a.h > base/b.h > base/a.h', {
            'src/base/a.h': TAG + '#include "base/b.h"\n',
            'src/base/b.h': TAG + '#include "base/a.h"\n'})

    def test_a_file_must_be_in_the_build_list_and_in_a_room(self):
        self.finds('src/base/three.c:1: not in the build list', {'src/base/three.c': TAG})
        self.finds('src/loose.h:1: a file outside the rooms', {'src/loose.h': TAG})
        self.finds('src/cellar/x.h:1: cellar/ is no room', {'src/cellar/x.h': TAG})
        self.finds('src/base/in/x.h:1: base/in/ is no room', {'src/base/in/x.h': TAG})

    def test_ours_are_in_quotes_with_their_room(self):
        path = 'src/domain/noun.c'
        self.finds(f'{path}:2: <base/one.h> is ours', {path: TAG + '#include <base/one.h>\n'})
        self.finds(f'{path}:2: "one.h" is not a file', {path: TAG + '#include "one.h"\n'})
        self.finds(f'{path}:2: "../base/one.h" is not',
                   {path: TAG + '#include "../base/one.h"\n'})
        self.finds(f'{path}:2: an include that is neither', {path: TAG + '#include HEADER\n'})
        self.finds(f'{path}:2: "licences.h" is not', {path: TAG + '#include "licences.h"\n'})

    def test_a_library_is_seen_by_its_owner_only(self):
        for header, owner in (('yaml.h', 'base/doc'), ('jansson.h', 'base/doc'),
                              ('sodium.h', 'base/seal'), ('pthread.h', 'base/pool'),
                              ('sqlite3.h', 'record/store_'), ('png.h', 'record/image'),
                              ('microhttpd.h', 'face/http'), ('curl/curl.h', 'face/fetch'),
                              ('mpi.h', 'service/cohort'), ('cairo-pdf.h', 'face/figure')):
            self.finds(f'src/domain/noun.c:2: <{header}> belongs to {owner}*',
                       {'src/domain/noun.c': TAG + f'#include <{header}>\n'})
        self.finds('<glib.h> has no owner', {'src/domain/noun.c': TAG + '#include <glib.h>\n'})
        listed = GOOD['meson.build'].replace("'src/base/two.c',",
                                             "'src/base/two.c', 'src/base/doc_yaml.c',")
        self.passes({'meson.build': listed, 'src/base/doc_yaml.c': TAG + '#include <yaml.h>\n'})

    # Names.

    def web(self, path, line, what):
        self.finds(f'{path}:2: {what}', {path: TAG + line + '\n'})

    def test_rooms_of_the_page_look_down_and_never_at_one_another(self):
        self.web('web/state/file.js', "import { x } from '../plan/plan.jsx';", 'state/ stands below plan/')
        self.web('web/fine/fine.jsx', "export { x } from '../plan/plan.jsx';", 'fine/ and plan/ never import one another')
        self.web('web/plan/plan.jsx', "const x = await import('../none/none.js');", "'../none/none.js' is no file")
        self.web('web/plan/plan.jsx', "import uPlot from 'uplot';", "'uplot' belongs to web/parts/chart*")
        self.web('web/plan/plan.jsx', "import x from 'react';", "'react' has no owner")
        self.finds('none/ is no room of the page', {'web/none/x.js': TAG})
        self.finds('a script outside the rooms', {'web/app.js': TAG})

    def test_public_functions_carry_the_prefix_of_their_file(self):
        self.finds_in_c('src/base/two.c:5: size_two: a public function here begins with two_',
                        '\nint size_two(void) { return 2; }\n'[1:])
        self.finds('src/base/two.h:4: other: a public', {
            'src/base/two.h': TAG + '#include "base/one.h"\n\nint other(void);\n'})
        self.passes_in_c('\nstatic int any(void) { return 2; }\n')

    def test_split_files_may_carry_the_shorter_prefix(self):
        listed = GOOD['meson.build'].replace("'src/base/two.c',", "'src/base/two.c', 'src/base/doc_y.c',")
        self.passes({'meson.build': listed,
                     'src/base/doc_y.c': TAG + 'int doc_a(void) { return 1; }\n'
                                               'int doc_y_b(void) { return 1; }\n'})

    def test_macros_and_enum_constants_are_in_capitals(self):
        self.finds_in_c('src/base/two.c:5: macro twice', '#define twice(x) (2 * (x))\n')
        self.finds_in_c('src/base/two.c:6: enum constant Red', 'enum {\n    Red,\n    TWO_G = 2\n};\n')
        self.finds_in_c('src/base/two.c:5: enum constant blue', 'enum hue { TWO_RED = 1, blue };\n')

    def test_structs_and_pointers_are_not_typedefed(self):
        self.finds_in_c('src/base/two.c:5: typedef of a struct', 'typedef struct t { int a; } t;\n')
        self.finds_in_c('src/base/two.c:5: typedef of a struct', 'typedef struct t t;\n')
        self.finds_in_c('src/base/two.c:5: typedef of a pointer', 'typedef int *handle;\n')
        self.passes_in_c('typedef int two_day;\n')

    # Sizes.

    def test_sizes_are_bounded(self):
        lines = '    two_size();\n'
        self.passes_in_c('\nvoid two_long(void) {\n' + lines * 68 + '}\n')
        self.finds_in_c('src/base/two.c:6: two_long: 71 lines, more than 70',
                        '\nvoid two_long(void) {\n' + lines * 69 + '}\n')
        self.passes_in_c('//\n' * 496)
        self.finds_in_c('src/base/two.c:501: 501 lines in the file', '//\n' * 497)
        self.passes_in_c('// ' + '\u00e9' * 97 + '\n')
        self.finds_in_c('src/base/two.c:5: 101 columns', '// ' + 'e' * 98 + '\n')
        self.finds('tests/test_one.c:2: 101 columns', {'tests/test_one.c': TAG + '// ' + 'e' * 98 + '\n'})

    # Calls, state and texts.

    def test_banned_calls_are_found(self):
        for name in ('strcpy strcat sprintf vsprintf gets strtok atoi atof atol rand srand system '
                     'popen alloca setjmp longjmp setlocale').split():
            self.finds_in_c(f'src/base/two.c:6: {name}() is banned',
                            f'static void two(void) {{\n    {name}(0);\n}}\n')
        self.finds('tests/test_one.c:2: atoi() is banned',
                   {'tests/test_one.c': TAG + 'int t(void) { return atoi(""); }\n'})
        self.finds_in_c('src/base/two.c:5: atoi() is banned', '#define TWO(x) atoi(x)\n')
        self.passes_in_c('static void two(struct t *t) {\n    t->system(0);\n    two_system(0);\n'
                         '    snprintf(t, 1, "rand()");   // rand()\n}\n')

    def test_only_the_face_prints(self):
        body = 'static void f(void) { fprintf(stderr, ""); }\n'
        self.finds('src/service/verb.c:2: fprintf() below face/', {'src/service/verb.c': TAG + body})
        self.finds_in_c('src/base/two.c:5: puts() below face/', 'static void f(void) { puts(""); }\n')
        self.passes({'src/face/cli.c': TAG + body})
        self.passes({'src/main.c': TAG + body})
        self.passes({'tests/test_one.c': TAG + body})

    def test_only_base_touches_the_heap(self):
        for name in ('malloc', 'free', 'calloc', 'realloc', 'strdup'):
            body = f'static void f(void) {{ {name}(0); }}\n'
            self.finds(f'src/engine/heat.c:2: {name}() outside src/base',
                       {'src/engine/heat.c': TAG + body})
            self.passes({'tests/test_one.c': TAG + body})
        self.passes_in_c('static void f(void) { free(0); }\n')

    def test_no_mutable_state(self):
        for piece in ('static int two_count;\n', 'int two_count = 3;\n', 'extern int two_count;\n',
                      'static const char *two_names[] = {"a"};\n', 'static struct t two_t = {1};\n',
                      'static char two_text[8];\n', 'static int (*two_call)(int);\n',
                      'struct t { int a; } two_t;\n', '_Thread_local int two_x;\n'):
            self.finds_in_c('src/base/two.c:5: ', piece)
            self.finds_in_c('a mutable global', piece)
        self.finds_in_c('src/base/two.c:6: f: a mutable static',
                        'static int f(void) {\n    static int n;\n    return n;\n}\n')
        for piece in ('static const int two_n = 3;\n', 'extern const unsigned char two_image[];\n',
                      'static const struct t *const two_t = 0;\n', 'struct t;\n',
                      'struct t {\n    int a, *b;\n} __attribute__((packed));\n',
                      '_Static_assert(1, "");\n', 'int two_f(struct t *t, int *n);\n',
                      'static int f(int *a) {\n    int n = 0;\n    return *a + n;\n}\n'):
            self.passes_in_c(piece)

    def test_no_conditional_compilation_inside_a_function(self):
        self.finds_in_c('src/base/two.c:6: conditional compilation',
                        'static void f(void) {\n#if TWO\n    two_size();\n}\n')
        self.passes_in_c('#if TWO\nstatic void f(void) {\n#define TWO_X(a) a\n}\n#endif\n')

    def test_no_mark_of_unfinished_work(self):
        for mark in ('TO' + 'DO', 'FIX' + 'ME', 'X' * 3):
            self.finds_in_c('src/base/two.c:5: a mark of unfinished', f'// {mark}: later\n')
            self.finds('tools/go.sh:3: a mark', {'tools/go.sh': GOOD['tools/go.sh'] + f'# {mark}\n'})

    def test_each_source_has_one_licence_line(self):
        self.finds('src/base/limits.h:1: 0 SPDX lines', {'src/base/limits.h': 'enum { A };\n'})
        self.finds('src/base/limits.h:2: 2 SPDX lines', {'src/base/limits.h': TAG * 2})
        self.finds('src/base/limits.h:1: licence MIT instead',
                   {'src/base/limits.h': TAG.replace('Apache-2.0', 'MIT')})
        self.finds('tools/go.sh:1: 0 SPDX', {'tools/go.sh': '#!/bin/sh\n'})
        self.finds('tools/go:1: 0 SPDX', {'tools/go': '#!/bin/sh\n'})
        self.finds('Makefile:1: 0 SPDX', {'Makefile': 'all:\n'})
        self.passes({'data': 'no script\n'})

    def test_white_space_is_clean(self):
        self.finds_in_c('src/base/two.c:5: white space at the end', '// x \n')
        self.finds_in_c('src/base/two.c:5: white space at the end', '// x\r\n')
        self.finds_in_c('src/base/two.c:5: a tab', '//\tx\n')
        self.finds('docs/x.md:1: white space', {'docs/x.md': 'Text. \n'})
        self.finds('examples/x.yaml:1: white space', {'examples/x.yaml': 'a: 1 \n'})
        self.passes({'tests/bad.yaml': 'a: 1 \n'})

    def test_build_folders_are_not_looked_at(self):
        self.passes({'build/meson-private/x': '', 'build/x.c': '\t \n'})


if __name__ == '__main__':
    unittest.main()
