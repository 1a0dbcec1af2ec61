#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Builds the stand-in libdnn.so for each platform that has a compiler here, into
# target/native/<platform> and the class folder, and checks what it exports and needs.
set -eu
. "$(dirname "$0")/common.sh"

build() { # platform output
  # shellcheck disable=SC2046,SC2086
  "$(tool_of "$1" gcc)" $c_flags $(machine_flags_of "$1") -O3 -s -fPIC -o "$2" "$sources"/*.c -lm \
    $link_flags -Wl,-soname,libdnn.so -Wl,--version-script="$sources/exports.map"
}

# Every defined dynamic symbol as name@@version, without the version node itself.
symbols_of() { # library
  nm -D --defined-only --with-symbol-versions "$1" | awk '$NF !~ /^CONFIG/ { print $NF }' | sort
}

check_exports() { # platform library
  sed -n 's/^FUNCTION(\([A-Za-z]*\),.*/\1@@CONFIG/p' "$sources/functions.def" | sort > "$target/native/expected.txt"
  symbols_of "$2" > "$target/native/$1/exports.txt"
  diff "$target/native/expected.txt" "$target/native/$1/exports.txt" >&2 ||
    fail "$1 exports other symbols than functions.def lists"
  readelf -d "$2" | grep -q 'SONAME.*\[libdnn.so\]' || fail "$1 has no SONAME libdnn.so"
}

check_reproducible() { # platform library
  build "$1" "$2.again"
  cmp "$2" "$2.again" || fail "$1: two builds differ"
  rm "$2.again"
}

write_shipped_models
for platform in $platforms; do
  library="$target/native/$platform/libdnn.so"
  if [ -z "$(tool_of "$platform" gcc)" ]; then
    missing "no compiler $(triplet_of "$platform")-gcc: the stand-in libdnn.so for $platform is left out"
    continue
  fi
  mkdir -p "$target/native/$platform"
  # shellcheck disable=SC2086
  if ! is_current "$library" $made_of; then
    rm -f "$library"
    build "$platform" "$library.new"
    check_exports "$platform" "$library.new"
    check_glibc "$platform" "$library.new"
    check_reproducible "$platform" "$library.new"
    mv "$library.new" "$library"
  fi
  resources="$target/classes/io/github/bpu4j/stubs/$platform"
  mkdir -p "$resources"
  cp "$library" "$resources/libdnn.so"
done
