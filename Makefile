# Makefile: the few commands a person types. The work is done by Meson and Ninja.
# SPDX-License-Identifier: Apache-2.0
#
#   make            build $(BUILD)/stipple            make test-long   every slow check, by name below
#   make run        build, plan the first example     make bench       times and memory
#   make serve      the planner in a browser          make browser     its tests alone, none skipped
#   make test       build and run every quick test    make fuzz        libFuzzer, FUZZ_SECONDS each
#   make tidy       the house rules, silent if kept   make format      clang-format over the C files
#   make load       what server and page bear: PARTS of screen, plan, users, slow, soak, drag
#   make refit      knowledge/fitted from trials, curves and skin, then build with it
#
# BUILD may be any folder, also outside a checkout that cannot be written to.
.POSIX:

BUILD        = build
FUZZ_SECONDS = 600
PYTHON       = /usr/bin/python3
PARTS        =
LISTEN       = 127.0.0.1:8080
FIRST        = plan examples/amara-okafor.yaml --on 2026-03-02
QUICK        = --no-suite long --print-errorlogs
# The page is tried again where it could not be built and there is npm now.
PAGE_AGAIN   = ! grep -qs 'built without its page' "$(BUILD)/web/index.html" || \
               ! command -v npm >/dev/null || rm -f "$(BUILD)/web/index.html"
VALGRIND     = valgrind -q --error-exitcode=99 --leak-check=full --errors-for-leak-kinds=definite

.PHONY: build run serve test browser test-long asan tsan valgrind clang lint bench load fuzz tidy format \
        clean build-tests refit

build:
	@tools/deps.sh build
	@test -f "$(BUILD)/build.ninja" || meson setup "$(BUILD)" . -Dtests=false
	@$(PAGE_AGAIN)
	@ninja -C "$(BUILD)"

run: build
	@echo
	@echo "Amara Okafor is an invented person; the date is fixed so that you see what we see."
	@echo "\$$ $(BUILD)/stipple $(FIRST)"
	@echo
	@"$(BUILD)/stipple" $(FIRST) --html "$(BUILD)/amara-okafor.html"
	@echo
	@echo "Next:"
	@echo "  $(BUILD)/stipple screen examples/amara-okafor.yaml --on 2026-03-02   may she be treated, and why"
	@echo "  $(BUILD)/stipple evidence CI-10    the rule behind a finding, and its sources"
	@echo "  $(BUILD)/stipple --help            every verb;  $(BUILD)/stipple schema patient   every key"
	@echo "  $(BUILD)/stipple $(FIRST) --person    the same for the person herself, in plain words"
	@echo "  cp examples/amara-okafor.yaml me.yaml    then change a line and plan again"
	@echo
	@echo "By eye, live, in a browser, with her and other invented people to choose from:"
	@echo "  make serve"

# The planner in a browser. It ends with Ctrl+C.
serve:
	@tools/deps.sh build web
	@$(MAKE) -s build
	@! grep -qs 'built without its page' "$(BUILD)/web/index.html" || \
	    { meson configure "$(BUILD)" -Dweb=enabled && ninja -C "$(BUILD)"; }
	@echo "Open this address in a browser and choose an invented person, or a file of your own:"
	@"$(BUILD)/stipple" serve --listen $(LISTEN)

# A folder that 'make build' configured without its tests gets them here.
build-tests:
	@tools/deps.sh build test web
	@test -f "$(BUILD)/build.ninja" || meson setup "$(BUILD)" . -Dtests=true
	@test -d "$(BUILD)/tests" || meson configure "$(BUILD)" -Dtests=true
	@$(PAGE_AGAIN)
	@ninja -C "$(BUILD)"

test: build-tests
	@tools/deps.sh browser
	@meson test -C "$(BUILD)" $(QUICK)

browser: build-tests
	@tools/deps.sh browser
	@STIPPLE_BROWSER=required meson test -C "$(BUILD)" --suite browser --print-errorlogs

test-long: test asan tsan valgrind clang lint
	@meson test -C "$(BUILD)" --suite long --print-errorlogs

# Instrumented by gcc, format strings look as if they could be null: warnings are no errors here.
asan:
	@tools/deps.sh build test
	@tools/variant.sh "$(BUILD)-asan" gcc -Dwerror=false -Db_sanitize=address,undefined
	@meson test -C "$(BUILD)-asan" -t 5 $(QUICK)

tsan:
	@tools/deps.sh build test
	@tools/variant.sh "$(BUILD)-tsan" gcc -Db_sanitize=thread
	@meson test -C "$(BUILD)-tsan" -t 10 $(QUICK)

# C tests run inside valgrind; scripts put $STIPPLE_WRAP before every call of the program.
valgrind: build-tests
	@tools/deps.sh long
	@meson test -C "$(BUILD)" -t 20 $(QUICK) --no-suite script --no-suite browser --wrapper '$(VALGRIND)'
	@STIPPLE_WRAP='$(VALGRIND)' meson test -C "$(BUILD)" -t 20 $(QUICK) --suite script

clang:
	@tools/deps.sh build test long
	@tools/variant.sh "$(BUILD)-clang" clang
	@meson test -C "$(BUILD)-clang" $(QUICK)

lint: build-tests
	@tools/deps.sh long
	@tools/lint.sh "$(BUILD)"

bench: build
	@ninja -C "$(BUILD)" bench/measure bench/opening
	@bench/bench.sh "$(BUILD)/stipple"
	@if test -x bench/run; then bench/run "$(BUILD)/stipple"; fi

# The server on loopback alone: PARTS of screen, plan, users, slow, soak (SOAK_SECONDS).
load: build
	@tools/deps.sh load browser
	@$(PYTHON) bench/load/load.py "$(BUILD)/stipple" $(PARTS)

fuzz:
	@tools/deps.sh build test long
	@tools/variant.sh "$(BUILD)-fuzz" clang -Dfuzz=true -Dtests=false -Db_lundef=false \
	    -Db_sanitize=address,undefined
	@tests/fuzz/run.sh "$(BUILD)-fuzz" $(FUZZ_SECONDS)

tidy:
	@tools/tidy

# A file that is new to knowledge/ is found when Meson configures again.
refit: build
	@tools/refit "$(BUILD)/stipple"
	@tools/refit_healing "$(BUILD)/stipple"
	@tools/refit_skin "$(BUILD)/stipple"
	@ninja -C "$(BUILD)"

format:
	@tools/deps.sh format
	@find src tests tools bench -name '*.[ch]' -exec clang-format -i {} +

clean:
	rm -rf "$(BUILD)" "$(BUILD)-asan" "$(BUILD)-tsan" "$(BUILD)-clang" "$(BUILD)-fuzz"
