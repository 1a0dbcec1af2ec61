#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Compiles the C client against the stand-in libdnn.so, which the build of runtime-native-stubs left:
#   build-client.sh OUTPUT
set -eu
root=$(cd "$(dirname "$0")/../../../.." && pwd)
. "$root/native/toolchain.sh"

this=
for platform in $platforms; do
  if is_this_machine "$platform"; then
    this=$platform
  fi
done
[ -n "$this" ] || fail "the stand-in is not made for $(uname -s) on $(uname -m)"
stub=$root/runtime-native-stubs/target/native/$this
[ -f "$stub/libdnn.so" ] || fail "no $stub/libdnn.so: build runtime-native-stubs first"
mkdir -p "$(dirname "$1")"
"$(tool_of "$this" gcc)" -std=c11 -D_GNU_SOURCE -Wall -Wextra -Werror -O2 -pthread -I"$root/native/include" \
  "$root/benchmarks/src/main/c/client.c" -o "$1" -L"$stub" -l:libdnn.so -Wl,-rpath,"$stub"
