# SPDX-License-Identifier: Apache-2.0
"""Compares the first answer of a distribution's launcher with that of ./bpu4j, phase by phase.

first-answer.py LAUNCHER [ROUNDS]: both classify the same picture in turn, in processes of their own; medians
of 11 rounds by default. Exit code 1 if the distribution takes more than 5 % longer. Run it on a quiet machine.
"""
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LIMIT = 1.05
PHASE = re.compile(r"^  (\S.*?) +([\d.]+) ms$", re.MULTILINE)


def first_answer(launcher, environment):
    """Milliseconds by phase, as --timing prints them, and of the whole process."""
    picture = ROOT / "examples/images/coffee.png"
    started = time.monotonic()
    run = subprocess.run(
        [launcher, "classify", "--timing", "--json", picture],
        env=environment, capture_output=True, text=True, check=True)
    wall = (time.monotonic() - started) * 1000
    assert '"index":967' in run.stdout, run.stdout
    return {phase: float(ms) for phase, ms in PHASE.findall(run.stderr)} | {"process": wall}


def main():
    launchers = {"source": ROOT / "bpu4j", "distribution": sys.argv[1]}
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 11
    with tempfile.TemporaryDirectory() as cache:
        environment = os.environ | {"BPU4J_CACHE_DIR": cache}
        for launcher in launchers.values():  # makes class archives, unpacks native code
            first_answer(launcher, environment)
        runs = {name: [] for name in launchers}
        for _ in range(rounds):
            for name, launcher in launchers.items():
                runs[name].append(first_answer(launcher, environment))
    medians = {
        name: {phase: statistics.median(run[phase] for run in runs[name]) for phase in runs[name][0]}
        for name in launchers}
    print(f"medians of {rounds} processes each, in turn, in ms")
    print(f"{'phase':24} {'source':>12} {'distribution':>12}")
    for phase, source in medians["source"].items():
        print(f"{phase:24} {source:12.1f} {medians['distribution'][phase]:12.1f}")
    ratio = medians["distribution"]["total"] / medians["source"]["total"]
    print(f"distribution / source, to the first answer: {ratio:.3f}")
    sys.exit(ratio > LIMIT)


main()
