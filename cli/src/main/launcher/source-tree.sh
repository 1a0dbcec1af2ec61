# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154,SC3013
# The part of ./bpu4j that only a source tree has: builds what is missing or older than its sources, and
# says where the results are. Uses $home, say and fail; sets jar, build, picture, archives, newer_than.

target=$home/cli/target
jar=$target/bpu4j-cli.jar
stamp=$target/launcher.stamp
built=$target/launcher.built

# Lists one file or folder that is newer than the last build, or nothing. Sources are compared with
# the start of our own last build, or with the jar where Maven has made a newer one without us.
newer_source() {
  since=$jar
  if [ -f "$stamp" ] && [ -f "$built" ] && [ ! "$jar" -nt "$built" ]; then
    since=$stamp
  fi
  find "$home/pom.xml" "$home"/*/pom.xml "$home"/*/src "$home/native" \
    \( -path '*/src/test' -o -path "$home/examples/*" -o -path "$home/benchmarks/*" \
    -o -path "$home/integration-tests/*" \) -prune -o -newer "$since" -print 2>/dev/null |
    head -n 1
}

stale() {
  [ ! -f "$jar" ] || [ ! -d "$target/lib" ] || [ -n "$(newer_source)" ]
}

build() {
  command -v mvn >/dev/null 2>&1 ||
    fail "it must be built first, and there is no mvn; on Debian and Ubuntu:" \
      "apt install maven openjdk-17-jdk-headless"
  say "building; the first time this takes a few minutes"
  started=$target/launcher.started
  log=$target/launcher.log
  failed=$target/launcher.failed
  touch "$started"
  rm -f "$failed" "$log"
  {
    mvn -B -ntp -f "$home/pom.xml" -pl cli -am package \
      -DskipTests -Dspotless.check.skip=true </dev/null 2>&1 || touch "$failed"
  } | while IFS= read -r line; do
    printf '%s\n' "$line" >>"$log"
    case $line in
      '[INFO] Building bpu4j'*) say "${line#'[INFO] '}" ;;
      *'no compiler'*) say "${line#*WARNING: }" ;;
    esac
  done
  if [ -f "$failed" ]; then
    grep '^\[ERROR\]' "$log" >&2 || tail -n 30 "$log" >&2
    fail "the build failed; all of its output is in $log"
  fi
  mv "$started" "$stamp"
  touch "$built"
}

# One build at a time: whoever comes second waits, and then finds nothing to do.
build_alone() {
  mkdir -p "$target" || fail "cannot write to $target"
  if command -v flock >/dev/null 2>&1; then
    exec 9>"$target/launcher.lock"
    flock -n 9 || {
      say "waiting for another build of this tree"
      flock 9
    }
  fi
  if stale; then
    build
  fi
  exec 9>&-
}

if stale; then
  build_alone
fi
archives=$target
newer_than=$jar
build=/dev/null
picture=$home/examples/images/chelsea.png
