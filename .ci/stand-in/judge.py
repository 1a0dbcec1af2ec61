#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Prints what 'bpu4j convert check' found, and fails unless it is right: judge.py FOLDER"""
import json
import pathlib
import sys

# name, verdict, cause that must be among the first two
EXPECTED = [
    ("right-1", "good", None),
    ("right-2", "good", None),
    ("right-3", "good", None),
    ("none", "something does not match", "normalization_missing"),
    ("bgr", "something does not match", "channel_order"),
    ("half", "something does not match", "scale"),
    ("video", "something does not match", "range"),
]

failed = []
for name, verdict, cause in EXPECTED:
    found = json.loads(pathlib.Path(sys.argv[1], f"{name}.json").read_text(encoding="utf-8"))
    causes = [each["cause"] for each in found["likely"]]
    right = found["verdict"] == verdict and (cause is None or cause in causes[:2])
    if name == "video":  # the test by figures, not only the file's own word
        right = right and found["logit_cosine_other_range"] > found["logit_cosine"]
    print(f"{name:8} {'ok  ' if right else 'FAIL'} {found['verdict']}, logit cosine {found['logit_cosine']:.4f},"
          f" in the other range {found['logit_cosine_other_range']:.4f}, {found['pictures']} pictures,"
          f" same first class {found['same_first_class']:.2f}")
    for each in found["likely"]:
        print(f"           {each['cause']}: {each['evidence']}")
    for each in found["replays"]:
        print(f"           replay {each['mistake']}: {each['logit_cosine']:.4f}, confidence {each['confidence']:.3f}")
    if "hint" in found:
        print(f"           {found['hint']}")
    if not right:
        failed.append(name)
if failed:
    sys.exit(f"not as expected: {', '.join(failed)}")
