#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Builds, then times JPEG decoding and OpenCV's in turn: benchmarks/jpeg.sh [OPTIONS], see --help.
# BPU4J_SKIP_BUILD=1 measures what was built before.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
target=$root/benchmarks/target
classpath=$target/performance.classpath

if [ "${BPU4J_SKIP_BUILD:-}" != 1 ] || [ ! -f "$classpath" ]; then
  echo "jpeg: building" >&2
  mvn -B -q -ntp -f "$root/pom.xml" -pl benchmarks -am -DskipTests -Dspotless.check.skip=true \
    -Pperformance package >&2
fi
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Djava.awt.headless=true \
  -cp "$(cat "$classpath"):$target/classes" io.github.bpu4j.benchmarks.table.InTurn "$@"
