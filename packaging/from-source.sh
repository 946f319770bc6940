#!/bin/sh
# Run, test and check Ally Journal from its source, from a bare machine on:
#   sh packaging/from-source.sh run|test|check|lock|demo|bench|torture [ARGUMENT ...]
# It makes .venv with Python 3.11 or later, puts the locked packages there, looks for the system's
# libraries that Qt needs, and starts. The second time all that is there, and it only starts.
set -eu
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }
stop() { say "$*"; exit 1; }

# --- the system's packages (Debian, Ubuntu) ---------------------------------------------------

may_be_root() { [ "$(id -u)" = 0 ] || { command -v sudo && sudo -n true; } >/dev/null 2>&1; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

is_debian() { command -v apt-get >/dev/null 2>&1 && command -v dpkg-query >/dev/null 2>&1; }

apt_install() { # PACKAGE ...: install; false where that is not possible
    { is_debian && may_be_root; } || return 1
    say "Installing from the system's packages: $*"
    as_root apt-get update -qq >&2 || say "The list of the system's packages could not be renewed."
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends -qq \
        "$@" >/dev/null
}

missing_packages() { # LIST ...: the lines of these lists of which no name is installed
    wanted=$(cat "$@" | grep -v '^#' || :)
    # shellcheck disable=SC2046 # names have no blanks
    installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' \
        $(printf '%s\n' "$wanted" | tr '|' '\n') 2>/dev/null | sed -n 's/^installed //p' || :)
    for line in $wanted; do
        printf '%s\n' "$line" | tr '|' '\n' | grep -qxF "$installed" || printf '%s\n' "$line"
    done
}

name_here() { # NEWER|OLDER: the name under which this release has it
    for name in $(printf '%s\n' "$1" | tr '|' ' '); do
        if apt-cache show "$name" >/dev/null 2>&1; then break; fi
    done
    printf '%s\n' "$name"
}

system_packages() { # LIST ...: see that they are installed; say how where we may not
    is_debian || return 0
    missing=$(missing_packages "$@")
    [ -n "$missing" ] || return 0
    names=''
    for line in $missing; do names="$names $(name_here "$line")"; done
    # shellcheck disable=SC2086 # one word a package
    if apt_install $names; then return 0; fi
    say "Some of the system's packages are missing. This installs them:"
    say "  sudo apt-get install$names"
    lacks_packages=yes
}

see_that_qt_loads() { # only asked when packages are missing and could not be installed
    [ -n "${lacks_packages:-}" ] || return 0
    .venv/bin/python -c 'import PySide6.QtWidgets' 2>/dev/null ||
        stop "Without them the window cannot open. Please install them and start again."
    say "Going on without them."
}

# --- Python and .venv ------------------------------------------------------------------------

is_good_python() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

find_python() { # sets python: one that can make a whole environment, else any that is new enough
    python=''
    for candidate in ${PYTHON:-} python3.13 python3.12 python3.11 python3; do
        is_good_python "$candidate" || continue
        [ -n "$python" ] || python=$candidate
        if "$candidate" -c 'import ensurepip, venv' >/dev/null 2>&1; then
            python=$candidate
            return 0
        fi
    done
    [ -n "$python" ]
}

locked_pip() { # the lines of the lock that name pip and its hashes
    awk '/^pip==/ { on = 1 } on { print } on && !/\\$/ { exit }' requirements-dev.lock
}

pip_by_pip() { # an environment without pip gets it from the pip that this Python has
    "$python" -m pip --version >/dev/null 2>&1 || return 1
    "$python" -m venv --clear --without-pip .venv >&2 || return 1
    packages=$(.venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
    locked_pip >.venv/pip.lock
    "$python" -m pip install --quiet --disable-pip-version-check --require-hashes \
        --target "$packages" -r .venv/pip.lock >&2
}

whole_venv() { "$python" -m venv --clear .venv >/dev/null 2>&1; }

is_whole_venv() { # made here (a moved one names its old place) and with pip
    grep -qsF "$(pwd -P)/.venv" .venv/bin/activate && is_good_python .venv/bin/python &&
        .venv/bin/python -c 'import pip' 2>/dev/null
}

make_venv() {
    if is_whole_venv; then return 0; fi
    find_python || { apt_install python3 python3-venv && find_python; } ||
        stop "Ally Journal needs Python 3.11 or later. Please install it and start again."
    say "Making .venv with $("$python" --version)"
    whole_venv || pip_by_pip || { apt_install python3-venv && whole_venv; } ||
        stop "Python cannot make its environment. This mends it: sudo apt-get install python3-venv"
}

is_installed() { # LOCK: whether its present state has been installed
    [ "$(cat ".venv/$1.installed" 2>/dev/null)" = "$(cksum <"$1")" ]
}

install_locked() { # LOCK: the packages named there, by their hashes; once for each state of the lock
    if is_installed "$1"; then return 0; fi
    say "Installing the packages of $1 into .venv. The first time takes a minute or two."
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input \
        --require-hashes --only-binary :all: -r "$1" </dev/null >&2 ||
        stop "The packages could not be installed. Is this machine connected? Then start again."
    cksum <"$1" >".venv/$1.installed"
}

ready_to_run() {
    make_venv
    is_installed requirements-dev.lock || install_locked requirements.lock # the first holds both
    system_packages packaging/debian-run.txt
    see_that_qt_loads
}

ready_to_develop() {
    make_venv
    install_locked requirements-dev.lock
}

# --- what it does ----------------------------------------------------------------------------

run() {
    ready_to_run
    exec .venv/bin/python main.py "$@"
}

demo() {
    ready_to_run
    export QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}"
    if [ $# = 0 ]; then
        rm -rf build/demo # what this made before
        set -- --to build/demo
    fi
    exec .venv/bin/python main.py demo "$@"
}

test_all() {
    ready_to_develop
    system_packages packaging/debian-run.txt packaging/debian-dev.txt
    see_that_qt_loads
    export QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}"
    exec .venv/bin/python -m pytest -n auto "$@"
}

bench() {
    ready_to_develop
    system_packages packaging/debian-run.txt
    see_that_qt_loads
    export QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}"
    exec .venv/bin/python -m tests.bench "$@"
}

torture() {
    ready_to_develop
    system_packages packaging/debian-run.txt packaging/debian-dev.txt
    see_that_qt_loads
    export QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}"
    exec .venv/bin/python -m tests.faults "$@"
}

step() { # COMMAND ...: one check; the others still run when it fails
    say "- $*"
    command=$1
    shift
    ".venv/bin/$command" "$@" || failed="$failed $command"
}

check() {
    ready_to_develop
    failed=''
    step ruff format --check --quiet .
    step ruff check --quiet .
    step mypy --no-error-summary
    step lint-imports --no-logo
    step vulture
    step deptry . --no-ansi
    step codespell
    [ -z "$failed" ] || stop "Not in order:$failed"
    say "All in order."
}

compile_lock() { # LOCK OPTION ...: write it anew; it names no address of an index
    CUSTOM_COMPILE_COMMAND='make lock' .venv/bin/python -m piptools compile --quiet --upgrade \
        --generate-hashes --strip-extras --allow-unsafe --no-emit-index-url --no-emit-find-links \
        --no-emit-trusted-host --output-file "$@" pyproject.toml packaging/windows.in
    if grep -nE '(https?|file)://' "$1" >&2; then stop "$1 names an address; that is not to be."; fi
}

lock() {
    ready_to_develop
    compile_lock requirements.lock
    compile_lock requirements-dev.lock --extra dev --constraint requirements.lock
}

[ $# -gt 0 ] || stop "Usage: sh packaging/from-source.sh run|test|check|lock|demo|bench|torture"
verb=$1
shift
case $verb in
    run | check | lock | demo | bench | torture) "$verb" "$@" ;;
    test) test_all "$@" ;;
    *) stop "Not known: $verb. There are run, test, check, lock, demo, bench and torture." ;;
esac
