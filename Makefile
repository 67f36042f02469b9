# Two commands are all a newcomer needs: make demo, make test.
# The tests use the debug build in .build. The demonstration is the program as it is released: that build has a folder of
# its own, serves `make install` and `make bench` as well, and carries Swift's libraries, so that it runs on a computer
# that has none.
SHELL := /bin/bash
DEBUG := .build/debug/tidu
RELEASE := .build-release/release/tidu
RELEASED := swift build -c release --static-swift-stdlib --scratch-path .build-release

.PHONY: demo test check pictures bench fuzz faults release install docs clean setup round

demo: setup
	@[ -x $(RELEASE) ] || echo "正在编译，第一次约八分钟（双核）…… Building; the first time takes about eight minutes on two cores …" >&2
	@$(RELEASED) --product tidu --quiet
	@$(RELEASE) demo

test: setup
	swift build --build-tests --quiet
	swift test --skip-build

# What a contributor runs before a commit, besides the tests.
check: setup
	swift format lint --strict --recursive --parallel Package.swift Sources Tests
	Scripts/check-tree
	Scripts/check-folders

pictures: setup
	swift build --build-tests --quiet
	.build/debug/pictures $(DEBUG) Documentation/Pictures

release: setup
	$(RELEASED) --product tidu

bench: setup
	$(RELEASED) --quiet
	Benchmarks/run $(RELEASE) .build-release/release/console-bench

# One whole round by commands, then the same by keys.
round: setup
	swift build --build-tests --quiet
	Scripts/round $(DEBUG)
	swift test --skip-build --filter RoundByKeysTests

# Ten million inputs; Fuzz/README.md says more.
fuzz:
	Fuzz/run

# Every call on the disk going wrong in every way: on the fake disks whole, with the real program in part.
faults: setup
	swift build --build-tests --quiet
	Scripts/faults

# The core's documentation, as a browsable archive under .build-docs.
docs: setup
	Scripts/docs

PREFIX ?= /usr/local
install: release
	install -D -s $(RELEASE) $(DESTDIR)$(PREFIX)/bin/tidu

setup:
	@Scripts/setup

clean:
	rm -rf .build .build-release .build-docs .build-fuzz
