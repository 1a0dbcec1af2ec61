#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Compiles the C client against the stand-in libdnn.so, which the build of runtime-native-stubs left:
#   build-client.sh OUTPUT
set -eu
root=$(cd "$(dirname "$0")/../../../.." && pwd)
case $(uname -m) in
  x86_64) platform=linux-x86_64 ;;
  aarch64) platform=linux-arm64 ;;
  *) echo "the stand-in is not made for $(uname -m)" >&2; exit 1 ;;
esac
stub=$root/runtime-native-stubs/target/native/$platform
[ -f "$stub/libdnn.so" ] || { echo "no $stub/libdnn.so: build runtime-native-stubs first" >&2; exit 1; }
mkdir -p "$(dirname "$1")"
gcc -std=c11 -D_GNU_SOURCE -Wall -Wextra -Werror -O2 -pthread -I"$root/native/include" \
  "$root/benchmarks/src/main/c/client.c" -o "$1" -L"$stub" -l:libdnn.so -Wl,-rpath,"$stub"
