# SPDX-License-Identifier: Apache-2.0
# Shared by build.sh and check.sh: where things are and which compiler builds which platform.

# Relative names alone, so that a folder's name with blanks does no harm and none gets compiled in.
cd "$(dirname "$0")/../../.."
sources=src/main/c
tests=src/test/c
target=target
generated=$target/generated-native
headers=../native/include
platforms="linux-x86_64 linux-arm64"

c_flags="-std=c11 -D_GNU_SOURCE -Wall -Wextra -Werror -fvisibility=hidden
  -I$headers -I$sources -I$generated"

triplet_of() {
  case $1 in
    linux-x86_64) echo x86_64-linux-gnu ;;
    linux-arm64) echo aarch64-linux-gnu ;;
  esac
}

# Instructions that every machine of the platform has.
machine_flags_of() {
  case $1 in
    linux-x86_64) echo -march=x86-64 ;;
    linux-arm64) echo "-march=armv8-a -mno-outline-atomics" ;;
  esac
}

# Prints the compiler for a platform, or nothing.
compiler_of() {
  command -v "$(triplet_of "$1")-gcc" && return
  if [ "$(gcc -dumpmachine 2>/dev/null)" = "$(triplet_of "$1")" ]; then
    command -v gcc
  fi
}

# Prints what runs a program of that platform here: "env", qemu with its library root, or nothing.
runner_of() {
  case $(uname -m):$1 in
    x86_64:linux-x86_64 | aarch64:linux-arm64) echo env ;;
    *:linux-arm64) command -v qemu-aarch64 >/dev/null && echo "qemu-aarch64 -L /usr/aarch64-linux-gnu" ;;
    *:linux-x86_64) command -v qemu-x86_64 >/dev/null && echo "qemu-x86_64 -L /usr/x86_64-linux-gnu" ;;
  esac
}

# Without a tool: a warning at a desk, an error in CI and in a release.
missing() {
  if [ "${CI:-}" = true ] || [ "${BPU4J_NATIVE:-}" = required ]; then
    echo "ERROR: $1" >&2
    exit 1
  fi
  echo "WARNING: $1" >&2
}

fail() {
  echo "ERROR: $1" >&2
  exit 1
}

# The shipped descriptions as C string literals.
write_shipped_models() {
  mkdir -p "$generated"
  for model in src/main/models/*.model; do
    printf '{"%s",\n' "$(basename "$model" .model)"
    sed -e 's/[\\"]/\\&/g' -e 's/.*/ "&\\n"/' "$model"
    printf '},\n'
  done > "$generated/shipped_models.inc.new"
  cmp -s "$generated/shipped_models.inc.new" "$generated/shipped_models.inc" ||
    cp "$generated/shipped_models.inc.new" "$generated/shipped_models.inc"
}

made_of="$sources src/main/models src/main/sh $headers"

# Whether $1 exists and no file in the folders behind it is newer.
is_current() { # file folders...
  file=$1
  shift
  [ -e "$file" ] && [ -z "$(find "$@" -type f -newer "$file" -print -quit)" ]
}
