#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Compares bpu4j with DJL on the same network and the same NV12 frame, one thread each, processes in
# turn; prints the median of the rounds. Usage: compare.sh [ROUNDS] [FRAMES]
# BPU4J_SKIP_BUILD=1 takes bpu4j as it was built before.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
rounds=${1:-7} frames=${2:-200}
work=$here/target
ours=$top/examples/target/lib

(cd "$here" && mvn -B -q package >&2)
if [ "${BPU4J_SKIP_BUILD:-}" != 1 ] || [ ! -d "$ours" ]; then
  (cd "$top" && mvn -B -q -pl examples -am -DskipTests package >&2)
fi
mkdir -p "$work/ours" "$work/djl" "$work/both"
javac -d "$work/ours" -cp "$ours/*" "$here"/probes/{Bpu4jProbe,Measure,MakeFrame}.java
javac -d "$work/djl" -cp "$work/lib/*" "$here"/probes/{DjlProbe,Measure}.java
both=$ours/* # with our ONNX Runtime and without theirs
for jar in "$work"/lib/*.jar; do
  case $jar in */onnxruntime-[0-9]*) ;; *) both=$both:$jar ;; esac
done
javac -d "$work/both" -cp "$both" "$here"/probes/{InTurnProbe,DjlProbe,Measure}.java
network=$top/runtime-onnx/src/main/resources/io/github/bpu4j/runtime/onnx/efficientnet_lite0_nv12_int8w.onnx
java -cp "$work/ours:$ours/*" MakeFrame "$top/examples/images/chelsea.png" "$work/frame.nv12"

quiet=(-Dorg.slf4j.simpleLogger.defaultLogLevel=error -Xshare:auto)
rm -f "$work"/*.txt
for _ in $(seq "$rounds"); do
  java "${quiet[@]}" -cp "$work/ours:$ours/*" Bpu4jProbe "$network" "$work/frame.nv12" "$frames" >> "$work/bpu4j.txt"
  java "${quiet[@]}" -cp "$work/djl:$work/lib/*" DjlProbe "$network" "$work/frame.nv12" "$frames" >> "$work/djl.txt"
  java "${quiet[@]}" -cp "$work/both:$both" InTurnProbe "$network" "$work/frame.nv12" "$frames" >> "$work/both.txt" 2>> "$work/both.log"
done

median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
column() { awk -v c="$2" '{ print $c }' "$work/$1.txt" | median; }
size() { du -cb "$@" | tail -1 | cut -f1; }
row() { # name, ours, theirs
  awk -v n="$1" -v a="$2" -v b="$3" 'BEGIN { printf "%-34s %12d %12d %8.2f\n", n, a, b, a / b }'
}
[ "$(column bpu4j 1)" = "$(column djl 1)" ] || { echo "the two disagree on the class" >&2; exit 1; }
native=$(basename "$work"/lib/onnxruntime-[0-9]*.jar .jar)
printf '%-34s %12s %12s %8s\n' "class $(column bpu4j 1), $rounds rounds of $frames" bpu4j DJL ratio
row "first answer after start, ms" "$(column bpu4j 2)" "$(column djl 2)"
row "later answer, us" "$(column bpu4j 3)" "$(column djl 3)"
row "later answer, one process, us" "$(column both 1)" "$(column both 2)"
row "heap allocated per answer, bytes" "$(column bpu4j 4)" "$(column djl 4)"
row "jars on disk, bytes" "$(size "$ours"/*.jar)" "$(size "$work"/lib/*.jar)"
echo "ONNX Runtime: bpu4j $(basename "$ours"/onnxruntime-[0-9]*.jar .jar), DJL $native"
