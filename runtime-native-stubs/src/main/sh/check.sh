#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Tests the stand-in in C: layouts and self-tests on each platform, under sanitizers on this
# machine's own, and the replayed calls of two real clients on the built libraries.
set -eu
. "$(dirname "$0")/common.sh"

out="$target/native-check"
common="$tests/selftest.c $tests/client.c $sources/*.c"

compile() { # platform output flags-and-files...
  compiler=$(tool_of "$1" gcc)
  output=$2
  shift 2
  # shellcheck disable=SC2086
  "$compiler" $c_flags -I"$tests" -o "$output" "$@"
}

run() { # platform program arguments...
  runner=$(runner_of "$1")
  shift
  $runner "$@"
}

# A file may use only files below it: sorting them so fails where calls lead round in a circle.
check_layers() {
  mkdir -p "$out/objects"
  for source in "$sources"/*.c; do
    # shellcheck disable=SC2086
    "$(tool_of "$1" gcc)" $c_flags -c "$source" -o "$out/objects/$(basename "$source" .c).o"
  done
  nm -A "$out"/objects/*.o | awk '
    { file = $1; gsub(/^.*\/|\.o:.*$/, "", file); symbol = $NF }
    $(NF - 1) == "U" { uses[file " " symbol] = 1; next }
    $(NF - 1) ~ /[A-Z]/ { owner[symbol] = file }
    END {
      for (use in uses) {
        split(use, names, " ")
        if (names[2] in owner) print names[1], owner[names[2]]
      }
    }' | sort -u > "$out/uses.txt"
  tsort "$out/uses.txt" > "$out/layers.txt" || fail "the C files above use each other in a circle"
  echo "layers: $(wc -l < "$out/layers.txt") files, no circle"
}

# Runs a self-test; what it prints is shown only when it fails.
selftest() { # platform name flags...
  platform=$1
  name=$2
  shift 2
  # shellcheck disable=SC2086
  compile "$platform" "$out/$name" "$@" $common "$tests"/*_test.c -lm
  if ! run "$platform" "$out/$name" > "$out/$name.txt" 2>&1; then
    grep -v '^bpu4j-stub:' "$out/$name.txt" >&2
    fail "self-test $name"
  fi
  echo "$name: $(tail -1 "$out/$name.txt")"
}

sanitizers() { # platform
  selftest "$1" "$1-asan-ubsan" -g -O1 -fsanitize=address,undefined -fno-sanitize-recover=all
  echo 'int main(void) { return 0; }' > "$out/tsan.c"
  if compile "$1" "$out/tsan" -fsanitize=thread "$out/tsan.c" && run "$1" "$out/tsan" 2>/dev/null; then
    selftest "$1" "$1-tsan" -g -O1 -fsanitize=thread
  else
    missing "the thread sanitizer does not run here: its self-test is left out"
  fi
}

# The two clients, on the library as it is shipped.
replay() { # platform
  library="$target/native/$1"
  compile "$1" "$out/$1-replay" -O2 "$tests/replay.c" -L"$library" -ldnn
  nm -D "$out/$1-replay" | awk '$2 ~ /^hb/ && $2 !~ /@CONFIG$/ { exit 1 }' ||
    fail "$1: the replay client does not import its names as name@CONFIG"
  rm -f "$out/$1-replay.log"
  LD_LIBRARY_PATH="$library" BPU4J_STUB_MODEL=resnet18_224x224_nv12 BPU4J_STUB_TIMING=0:0 \
    BPU4J_STUB_LOG="$out/$1-replay.log" run "$1" "$out/$1-replay" pom.xml > "$out/$1-replay.txt" ||
    fail "$1: the replay client"
  printf 'careful: 270 0.9523688\ncareless: 270 0.9523688\n' | cmp - "$out/$1-replay.txt" ||
    fail "$1: the replay client got other scores"
  grep -q '^# left: 0 models, 0 tasks, 0 blocks, 0 bytes, 0 registered$' "$out/$1-replay.log" &&
    grep -q '^# misuse: double task release: 1$' "$out/$1-replay.log" &&
    grep -q '^# misuse: double free: 1$' "$out/$1-replay.log" &&
    grep -q '^# misuse: double model release: 1$' "$out/$1-replay.log" &&
    grep -q '^# misuse: task not null: 39$' "$out/$1-replay.log" ||
    fail "$1: the log of the replay client is not as expected: $(grep '^#' "$out/$1-replay.log" | tail -9)"
  echo "$1-replay: $(grep -c hbDNNInfer "$out/$1-replay.log") inferences, nothing left"
}

# shellcheck disable=SC2086
if is_current "$out/passed" "$tests" $made_of; then
  exit 0
fi
mkdir -p "$out"
: > "$out/summary.txt"
complete=true
for platform in $platforms; do
  if [ ! -e "$target/native/$platform/libdnn.so" ]; then
    # The build has warned or failed already.
    complete=false
    continue
  fi
  compile "$platform" "$out/$platform-layout.o" -c "$tests/layout_test.c"
  echo "$platform-layout: $(grep -c _Static_assert "$tests/layout-asserts.inc") assertions hold" >> "$out/summary.txt"
  if [ -z "$(runner_of "$platform")" ]; then
    missing "nothing runs $platform programs here (qemu-user): its tests are left out"
    complete=false
    continue
  fi
  if [ "$(runner_of "$platform")" = env ]; then
    check_layers "$platform" >> "$out/summary.txt"
    sanitizers "$platform" >> "$out/summary.txt"
  else
    selftest "$platform" "$platform-plain" -O2 >> "$out/summary.txt"
  fi
  replay "$platform" >> "$out/summary.txt"
done
cat "$out/summary.txt"
if [ "$complete" = true ]; then
  touch "$out/passed"
fi
