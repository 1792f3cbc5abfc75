#!/usr/bin/python3
# test_assets STIPPLE ROOT WEB: the files a browser is given are those of WEB, where the page is bundled, the style sheet and the invented people, in
# both forms and under their tags; --web DIR gives what the folder holds and nothing outside it; the page asks for
# nothing that is not there, writes no markup from text, and says no word that the catalogue lacks.
# SPDX-License-Identifier: Apache-2.0
import base64
import glob
import gzip
import hashlib
import json
import os
import re
import shutil
import sys

from api_server import Program

FIRST = ('app.js', 'chunk.js')   # with these the page begins
PAGE = ('index.html', *FIRST, 'later.js', 'app.css', 'mark.svg')
TYPES = {'html': 'text/html; charset=utf-8', 'js': 'text/javascript; charset=utf-8', 'css': 'text/css; charset=utf-8',
         'svg': 'image/svg+xml', 'json': 'application/json', 'yaml': 'application/yaml; charset=utf-8'}
FILE_BYTES = 4 * 1024 * 1024   # of one file of a folder
SCRIPT_BYTES = 60 * 1000       # of the script with which the page begins, packed
HEADERS = {'X-Content-Type-Options': 'nosniff', 'X-Frame-Options': 'DENY', 'Referrer-Policy': 'no-referrer',
           'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Resource-Policy': 'same-origin'}
MARKUP = re.compile(r'innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|document\.write|DOMParser|srcdoc|'
                    r'\beval\b|new Function|setTimeout\(["\']|localStorage|indexedDB|document\.cookie|document\.title|'
                    r'https?://')
failed = []


def claim(holds, what):
    if not holds:
        failed.append(what)
        print('FAILED:', what)


def read(path):
    with open(path, 'rb') as file:
        return file.read()


def people_of(root):
    texts = {path: read(path).decode() for path in sorted(glob.glob(os.path.join(root, 'examples', '*.yaml')))}
    return {path: text for path, text in texts.items() if 'format: stipple-patient/' in text}


# path on the server -> bytes, from the files alone.
def expected(root, web):
    files = {'/' + name: read(os.path.join(web, name)) for name in PAGE}
    files['/report.css'] = read(os.path.join(root, 'assets', 'report.css'))
    for path in people_of(root):
        files['/examples/' + os.path.basename(path)] = read(path)
    files['/'] = files['/index.html']
    return files


def check_file(server, path, wanted):
    plain = server.send('GET', path, token=None)
    claim(plain.code == 200 and plain.body == wanted, f'{path}: is the file')
    ending = path.rsplit('.', 1)[-1] if '.' in path else 'html'
    claim(plain.media == TYPES[ending], f'{path}: {plain.media}')
    claim(plain.headers.get('Vary') == 'Accept-Encoding' and plain.headers.get('Cache-Control') == 'no-cache',
          f'{path}: may be kept, and is asked for anew')
    for name, value in HEADERS.items():
        claim(plain.headers.get(name) == value, f'{path}: {name}: {plain.headers.get(name)}')
    tag = plain.headers.get('ETag', '')
    claim(tag == f'"{hashlib.blake2b(wanted, digest_size=32).hexdigest()}"', f'{path}: its tag is its fingerprint')
    again = server.send('GET', path, token=None, headers={'If-None-Match': f'"x", W/{tag}'})
    claim(again.code == 304 and again.body == b'' and again.headers.get('ETag') == tag, f'{path}: is not sent twice')

    packed = server.send('GET', path, token=None, headers={'Accept-Encoding': 'br, gzip'})
    if packed.headers.get('Content-Encoding'):
        claim(packed.headers['Content-Encoding'] == 'gzip' and len(packed.body) < len(wanted) and
              gzip.decompress(packed.body) == wanted, f'{path}: packed it is the same')
        claim(packed.headers['ETag'] != tag, f'{path}: both forms have a tag of their own')
        again = server.send('GET', path, token=None, headers={'Accept-Encoding': 'gzip', 'If-None-Match': packed.headers['ETag']})
        claim(again.code == 304, f'{path}: packed it is not sent twice')
    else:
        claim(packed.body == wanted and len(wanted) < 300, f'{path}: is packed')
    unpacked = server.send('GET', path, token=None, headers={'Accept-Encoding': 'gzip;q=0, identity'})
    claim('Content-Encoding' not in unpacked.headers and unpacked.body == wanted, f'{path}: is not packed for who says no')
    head = server.send('HEAD', path, token=None)
    claim(head.code == 200 and head.body == b'' and head.headers['Content-Length'] == str(len(wanted)) and
          head.headers['ETag'] == tag, f'{path}: HEAD says the same without the bytes')


def check_people(server, root):
    people = people_of(root)
    rows = server.send('GET', '/examples/index.json', token=None).json()
    claim(len(rows) == len(people) >= 10, f'every invented person is listed: {len(rows)}')
    for row in rows:
        text = people.get(os.path.join(root, row['file']), '')
        claim(f'name: "{row["name"]}"' in text and 'invented: true' in text and f'recorded_on: {row["on"]}' in text and
              text.startswith(f'# {row["shows"]}\n'), f'{row["file"]}: is listed as it is')


def check_absent(server):
    for path in ('/none', '/none.html', '/index.html/', '/examples', '/examples/', '/examples/clinic.yaml', '/web/app.js',
                 '/examples/checkin-day3.yaml', '/assets/report.css', '/INDEX.HTML', '/.git', '/app.js.gz', '/knowledge.image'):
        reply = server.send('GET', path, token=None)
        claim(reply.code == 404 and reply.media == 'application/problem+json' and reply.json()['status'] == 404,
              f'{path}: is not there: {reply.code}')
    for method in ('POST', 'PUT', 'DELETE'):
        reply = server.send(method, '/app.js', body=b'x' if method != 'DELETE' else None, token=None, alone=True)
        claim(reply.code == 405 and 'GET' in reply.headers.get('Allow', ''), f'{method} /app.js: {reply.code}')


# The style sheet that a report brings with it is the one that the policy of the page names.
def check_policy(server, root):
    policy = server.send('GET', '/', token=None).headers['Content-Security-Policy']
    body = read(os.path.join(root, 'examples', 'amara-okafor.yaml'))
    for form in ('report', 'sheet'):
        page = server.send('POST', f'/api/plan?on=2026-03-02&as={form}', body=body, media='application/yaml').body
        styles = re.findall(rb'<style>(.*?)</style>', page, re.S)
        hashes = [base64.b64encode(hashlib.sha256(style).digest()).decode() for style in styles]
        claim(len(hashes) == 1 and f"'sha256-{hashes[0]}'" in policy, f'{form}: the policy names its style sheet')
        claim(b' style="' not in page and b'<script' not in page, f'{form}: has no styles or scripts elsewhere')
    for part in ("default-src 'none'", "script-src 'self'", "base-uri 'none'", "form-action 'none'",
                 "frame-ancestors 'none'", "require-trusted-types-for 'script'"):
        claim(part in policy.split('; '), f'the policy has {part}')
    claim('unsafe' not in policy and '*' not in policy and 'http:' not in policy, f'the policy opens nothing: {policy}')


# The scripts of the page, by name.
def sources_of(root):
    found = {}
    for folder, _, names in os.walk(os.path.join(root, 'web')):
        for name in names:
            path = os.path.join(folder, name)
            if name.endswith(('.js', '.jsx', '.html', '.css')):
                found[os.path.relpath(path, root)] = read(path).decode()
    return found


# The words that the scripts say: whole ids, and ids with a part that is filled in.
def said_in(text):
    whole = set(re.findall(r"""['"`](web\.[A-Za-z0-9_.]+)['"`]""", text))
    parts = {re.sub(r'\\\$\\\{.*?\\\}', r'[A-Za-z0-9_.]+', re.escape(one))
             for one in re.findall(r'`(web\.[^`\s]*\$\{[^`\s]*)`', text)}
    return whole, parts


def check_sources(program, root, files):
    page, whole, parts = files['/index.html'].decode(), set(), set()
    for name, text in sources_of(root).items():
        bare = re.sub(r'<code>.*?</code>', '', text)
        claim(not MARKUP.search(bare), f'{name}: {MARKUP.search(bare)}')
        more = said_in(text)
        whole |= more[0]
        parts |= more[1]
    claim(not re.search(r'<style|style="|<script(?! type="module" src=")|\son\w+=', page), 'index.html: scripts and styles are files')
    for path in re.findall(r'(?:src|href)="([^"]+)"', page):
        claim(path in files, f'{path}: is there for the page')
    first = sum(len(gzip.compress(files['/' + name], 9)) for name in FIRST)
    claim(first <= SCRIPT_BYTES, f'the script with which the page begins is small: {first}')
    status, out, _ = program.run('texts', 'sayings', '--json')
    known = {row['id'] for row in json.loads(out)['texts']}
    heads = {one for one in whole - known if any(text.startswith(one + '.') for text in known)}   # of codes
    claim(status == 0 and not whole - known - heads, f'every word of the page has a text: {sorted(whole - known - heads)}')
    ours = {text for text in known if text.startswith('web.')}
    unused = {text for text in ours - whole if not any(re.fullmatch(part, text) for part in parts) and
              text.rsplit('.', 1)[0] not in heads}
    claim(len(ours) > 30 and not unused, f'every text of the page is used: {sorted(unused)}')


def check_folder(program, web):
    folder, outside = os.path.join(program.home, 'web'), os.path.join(program.home, 'secret.html')
    os.mkdir(folder)
    for name in PAGE:
        shutil.copy(os.path.join(web, name), folder)
    for path, text in ((outside, 'secret'), (os.path.join(folder, '.hidden.html'), 'secret'), (os.path.join(folder, 'notes.txt'), 'secret')):
        with open(path, 'w', encoding='utf-8') as file:
            file.write(text)
    os.mkdir(os.path.join(folder, 'sub'))
    shutil.copy(outside, os.path.join(folder, 'sub', 'secret.html'))
    os.symlink(outside, os.path.join(folder, 'link.html'))
    os.symlink(program.home, os.path.join(folder, 'way'))
    os.mkfifo(os.path.join(folder, 'pipe.html'))
    with program.serve('--web', folder) as server:
        first = server.send('GET', '/app.css', token=None, headers={'Accept-Encoding': 'gzip'})
        claim(first.body == read(os.path.join(folder, 'app.css')), 'a folder gives its file')
        with open(os.path.join(folder, 'app.css'), 'a', encoding='utf-8') as file:
            file.write('/* more */\n')
        second = server.send('GET', '/app.css', token=None, headers={'If-None-Match': first.headers['ETag']})
        claim(second.code == 200 and second.body.endswith(b'/* more */\n'), 'and the changed file at once')
        os.unlink(os.path.join(folder, 'app.css'))
        claim(server.send('GET', '/app.css', token=None).code == 404, 'and nothing where there is none')
        claim(server.send('GET', '/examples/index.json', token=None).code == 200, 'the people come from the program')
        for name, n, code in (('empty.css', 0, 200), ('full.css', FILE_BYTES, 200), ('over.css', FILE_BYTES + 1, 404)):
            with open(os.path.join(folder, name), 'wb') as file:
                file.truncate(n)
            for _ in range(3):
                reply = server.send('GET', '/' + name, token=None)
                claim(reply.code == code and (code != 200 or len(reply.body) == n), f'--web: {n} bytes: {reply.code}')
        for path in ('/link.html', '/way/secret.html', '/sub/secret.html', '/.hidden.html', '/notes.txt', '/pipe.html', '/..%2fsecret.html',
                     '/%2e%2e/secret.html', '/../secret.html', '/sub/../../secret.html', '//etc/passwd', '/' + outside,
                     '/..\\secret.html', '/secret.html%00.css', '/secret.html'):
            reply = server.send('GET', path, token=None, alone=True)
            claim(reply.code in (400, 404) and b'secret' not in reply.body.replace(b'secret.html', b''), f'--web: {path}: {reply.code}')
    for wrong in (os.path.join(folder, 'sub'), os.path.join(folder, 'none'), outside):
        status, out, told = program.run('serve', '--listen', '127.0.0.1:0', '--web', wrong)
        claim(status == 4 and out == b'' and told.count(b'\n') == 1, f'--web {wrong}: {status} {told}')


def main(stipple, root, web):
    program = Program(stipple)
    root = os.path.abspath(root)
    with program.serve() as server:
        files = expected(root, web)
        for path, wanted in sorted(files.items()):
            check_file(server, path, wanted)
        check_people(server, root)
        check_absent(server)
        check_policy(server, root)
        check_sources(program, root, files)
        claim(server.is_there(), 'the server is still there')
    check_folder(program, web)
    print(f'{len(files)} files, {len(failed)} failed')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:4]))
