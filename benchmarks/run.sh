#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Builds, measures the whole path, stores it in benchmarks/figures.tsv, and updates pages and plots:
#   benchmarks/run.sh [--quick] [--only SECTION,...] [--rounds N] [--soak SECONDS] [--pages] [--help]
# BPU4J_SKIP_BUILD=1 measures what was built before; JDK25_HOME is the JDK 25 to measure, otherwise the one
# that .ci/java25 finds.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
target=$root/benchmarks/target
classpath=$target/performance.classpath
client=$target/client

if [ "${BPU4J_SKIP_BUILD:-}" != 1 ] || [ ! -f "$classpath" ]; then
  echo "performance: building" >&2
  mvn -B -q -ntp -f "$root/pom.xml" -pl benchmarks,examples,cli -am -DskipTests -Dspotless.check.skip=true \
    -Pperformance package >&2
  "$root/benchmarks/src/main/sh/build-client.sh" "$client"
fi
jdk25=$("$root/.ci/java25" --installed || true)
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Djava.awt.headless=true -Dbpu4j.jdk25="$jdk25" \
  -Dbpu4j.performance="$target/performance" -Dbpu4j.client="$client" \
  -cp "$(cat "$classpath"):$target/classes" \
  io.github.bpu4j.benchmarks.table.Performance --root "$root" "$@"
