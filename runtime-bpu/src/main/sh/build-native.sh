#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Compiles the generated JNI code and the shim for each platform whose compiler is installed.
#
#   build-native.sh CPP_DIR INCLUDE_DIR OUT_DIR CACHE_DIR
#
# CPP_DIR holds jnibpu4jdnn.cpp and jnijavacpp.cpp; INCLUDE_DIR holds bpu4j/hb_dnn.h. Each library
# goes to OUT_DIR/PLATFORM/. A missing compiler is a warning, unless CI=true or BPU4J_NATIVE=required.
# What was built from the same sources by the same compiler is kept in CACHE_DIR and not built again;
# the generated sources are used up, so that a later run cannot compile old ones.
set -eu

cpp=$1 include=$2 out=$3 cache=$4
here=$(cd "$(dirname "$0")" && pwd)
native=$here/../native
max_glibc=2.35
flags="-O2 -s -fPIC -fvisibility=hidden -I$include -I$native"
link="-shared -Wl,-z,defs -Wl,--build-id=none -Wl,-z,noexecstack -Wl,-z,relro,-z,now -Wl,-Bsymbolic"

java_home=${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")}
jni="-I$java_home/include -I$java_home/include/linux"

missing() {
  if [ "${CI:-}" = true ] || [ "${BPU4J_NATIVE:-}" = required ]; then
    echo "build-native: no compiler $1 for $2: install the packages gcc and g++ for it" >&2
    exit 1
  fi
  echo "WARNING: no compiler $1: the jar will lack the native code of $2 (Debian: apt-get install" \
    "g++ g++-aarch64-linux-gnu)" >&2
}

# The oldest glibc that can load the library is the newest version among its imports.
check_glibc() {
  newest=$("$1" -T "$2" | sed -n 's/.*GLIBC_\([0-9.]*\).*/\1/p' | sort -Vu | tail -1)
  if [ "$(printf '%s\n%s\n' "$newest" "$max_glibc" | sort -V | tail -1)" != "$max_glibc" ]; then
    echo "build-native: $2 needs GLIBC $newest; the board has $max_glibc" >&2
    exit 1
  fi
  echo "build-native: $(basename "$2") for $3 needs GLIBC $newest (at most $max_glibc)"
}

build() {
  platform=$1 prefix=$2 options=$3
  cc=${prefix}gcc cxx=${prefix}g++
  if ! command -v "$cxx" >/dev/null || ! command -v "$cc" >/dev/null; then
    missing "$cxx" "$platform"
    return
  fi
  key=$({ "$cxx" --version; echo "$flags $options $link"; cat "$0" "$native"/* "$cpp"/*.cpp \
    "$include"/bpu4j/*.h; } | sha256sum | cut -c1-16)
  kept=$cache/$platform-$key
  if [ ! -f "$kept/libjnibpu4jdnn.so" ]; then
    work=$cache/work-$platform-$$
    rm -rf "$cache/$platform"-* "$work" && mkdir -p "$work"
    # Relative names: the objects must not depend on where the sources lie.
    # shellcheck disable=SC2086
    (cd "$work" && cp "$cpp"/*.cpp "$native"/* . &&
      "$cc" -std=c11 -Wall -Wextra -Werror $flags $options -c shim.c -o shim.o &&
      "$cxx" $flags $options $jni -c jnibpu4jdnn.cpp -o jnibpu4jdnn.o &&
      "$cxx" $flags $options $jni -c jnijavacpp.cpp -o jnijavacpp.o &&
      "$cxx" $options -s $link jnibpu4jdnn.o jnijavacpp.o shim.o -ldl -o libjnibpu4jdnn.so &&
      rm -f ./*.o ./*.cpp ./*.c ./*.h)
    mv "$work" "$kept"
  fi
  check_glibc "${prefix}objdump" "$kept/libjnibpu4jdnn.so" "$platform"
  mkdir -p "$out/$platform"
  cp -p "$kept/libjnibpu4jdnn.so" "$out/$platform/"
}

case $(uname -m) in
  x86_64)
    build linux-x86_64 "" "-march=x86-64"
    build linux-arm64 aarch64-linux-gnu- "-mno-outline-atomics"
    ;;
  aarch64)
    build linux-arm64 "" "-mno-outline-atomics"
    build linux-x86_64 x86_64-linux-gnu- "-march=x86-64"
    ;;
  *) echo "WARNING: natives are built on Linux x86-64 and arm64 only, not on $(uname -m)" >&2 ;;
esac
rm -f "$cpp"/*.cpp
