#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Compiles the generated JNI code and the shim for each platform whose compiler is installed.
#
#   build-native.sh CPP_DIR OUT_DIR CACHE_DIR
#
# CPP_DIR holds jnibpu4jdnn.cpp and jnijavacpp.cpp. Each library goes to OUT_DIR/PLATFORM/. A missing
# compiler is a warning, unless CI=true or BPU4J_NATIVE=required. What was built from the same sources
# by the same compiler is kept in CACHE_DIR and not built again; the generated sources are used up, so
# that a later run cannot compile old ones.
set -eu

cpp=$1 out=$2 cache=$3
module=$(cd "$(dirname "$0")/../../.." && pwd)
shim=$module/src/main/native
headers=$module/../native/include
toolchain=$module/../native/toolchain.sh
. "$toolchain"

library=libjnibpu4jdnn.so
c_flags="-O2 -s -fPIC -fvisibility=hidden -I."
java_home=${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")}

# In a folder of its own with relative names: the objects must not depend on where the sources are.
compile() ( # platform folder
  cd "$2"
  cp -R "$cpp"/*.cpp "$shim"/* "$headers"/* .
  flags="$c_flags $(machine_flags_of "$1")"
  cxx=$(tool_of "$1" g++)
  # shellcheck disable=SC2086
  "$(tool_of "$1" gcc)" -std=c11 -Wall -Wextra -Werror $flags -c shim.c -o shim.o
  for source in jnibpu4jdnn jnijavacpp; do
    # shellcheck disable=SC2086
    "$cxx" $flags -I"$java_home/include" -I"$java_home/include/linux" -c "$source.cpp" -o "$source.o"
  done
  # shellcheck disable=SC2086
  "$cxx" $flags jnibpu4jdnn.o jnijavacpp.o shim.o -ldl $link_flags -o "$library"
  rm -rf ./*.o ./*.cpp ./*.c ./*.h bpu4j
)

# The same for the same compiler, flags and sources.
key_of() { # platform
  {
    "$(tool_of "$1" g++)" --version
    cat "$0" "$toolchain" "$shim"/* "$cpp"/*.cpp "$headers"/bpu4j/*.h
  } | sha256sum | cut -c1-16
}

build() { # platform
  if [ -z "$(tool_of "$1" gcc)" ] || [ -z "$(tool_of "$1" g++)" ]; then
    missing "no compiler $(triplet_of "$1")-g++: the jar will lack the native code of $1 (Debian: apt-get install g++ g++-aarch64-linux-gnu)"
    return
  fi
  kept=$cache/$1-$(key_of "$1")
  if [ ! -f "$kept/$library" ]; then
    work=$cache/work-$1-$$
    rm -rf "$cache/$1"-* "$work"
    mkdir -p "$work"
    compile "$1" "$work"
    mv "$work" "$kept"
  fi
  check_glibc "$1" "$kept/$library"
  mkdir -p "$out/$1"
  cp -p "$kept/$library" "$out/$1/"
}

# Where earlier versions put the library, JavaCPP's own search finds it and unpacks it once more.
rm -rf "$out"/../linux-*
for platform in $platforms; do
  build "$platform"
done
rm -f "$cpp"/*.cpp
