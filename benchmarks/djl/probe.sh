#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# One side of the comparison with DJL on the same network and NV12 frame, one thread, for run.sh, which
# runs them in turn: probe.sh build, then probe.sh bpu4j|djl|both FRAMES prints numbers, as jars does.
# BPU4J_SKIP_BUILD=1 takes bpu4j as it was built before.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
work=$here/target
ours=$top/examples/target/lib
network=$top/runtime-onnx/src/main/resources/io/github/bpu4j/runtime/onnx/efficientnet_lite0_nv12_int8w.onnx

# Both libraries, on our ONNX Runtime and without theirs.
both() {
  local jar path="$ours/*"
  for jar in "$work"/lib/*.jar; do
    case $jar in */onnxruntime-[0-9]*) ;; *) path=$path:$jar ;; esac
  done
  echo "$path"
}

build() {
  (cd "$here" && mvn -B -q -ntp package >&2)
  if [ "${BPU4J_SKIP_BUILD:-}" != 1 ] || [ ! -d "$ours" ]; then
    (cd "$top" && mvn -B -q -ntp -pl examples -am -DskipTests package >&2)
  fi
  mkdir -p "$work/ours" "$work/djl" "$work/both"
  javac -d "$work/ours" -cp "$ours/*" "$here"/probes/{Bpu4jProbe,Measure,MakeFrame}.java
  javac -d "$work/djl" -cp "$work/lib/*" "$here"/probes/{DjlProbe,Measure}.java
  javac -d "$work/both" -cp "$(both)" "$here"/probes/{InTurnProbe,DjlProbe,Measure}.java
  java -cp "$work/ours:$ours/*" MakeFrame "$top/examples/images/chelsea.png" "$work/frame.nv12"
}

probe() { # class path, class, frames
  java -Dorg.slf4j.simpleLogger.defaultLogLevel=error -Xshare:auto \
    -cp "$1" "$2" "$network" "$work/frame.nv12" "$3"
}

size() { du -cb "$@" | tail -1 | cut -f1; }

case ${1:-} in
  build) build ;;
  bpu4j) probe "$work/ours:$ours/*" Bpu4jProbe "$2" ;;
  djl) probe "$work/djl:$work/lib/*" DjlProbe "$2" ;;
  both) probe "$work/both:$(both)" InTurnProbe "$2" 2>> "$work/both.log" ;;
  jars) echo "$(size "$ours"/*.jar) $(size "$work"/lib/*.jar)" ;;
  *)
    echo "usage: probe.sh build|bpu4j|djl|both|jars [FRAMES]" >&2
    exit 2
    ;;
esac
