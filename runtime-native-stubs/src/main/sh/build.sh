#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Builds the stand-in libdnn.so for each platform that has a compiler here, into
# target/native/<platform> and the class folder, and checks what it exports and needs.
set -eu
. "$(dirname "$0")/common.sh"

board_glibc=2.35

build() { # platform output
  # shellcheck disable=SC2046,SC2086
  $(compiler_of "$1") $c_flags $(machine_flags_of "$1") -O3 -s -fPIC -shared -o "$2" \
    "$sources"/*.c -lm -Wl,-soname,libdnn.so -Wl,--version-script="$sources/exports.map" \
    -Wl,--build-id=none -Wl,-z,noexecstack -Wl,-z,defs -Wl,-Bsymbolic
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

check_glibc() { # platform library
  newest=$(objdump -T "$2" | grep -o 'GLIBC_[0-9.]*' | sort -V | tail -1)
  [ "$(printf '%s\n' "$newest" "GLIBC_$board_glibc" | sort -V | tail -1)" = "GLIBC_$board_glibc" ] ||
    fail "$1 needs $newest, the board has $board_glibc"
  echo "$1: $(wc -l < "$target/native/$1/exports.txt") functions, needs $newest"
}

check_reproducible() { # platform library
  build "$1" "$2.again"
  cmp "$2" "$2.again" || fail "$1: two builds differ"
  rm "$2.again"
}

write_shipped_models
for platform in $platforms; do
  library="$target/native/$platform/libdnn.so"
  if [ -z "$(compiler_of "$platform")" ]; then
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
