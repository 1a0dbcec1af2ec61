#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares the outputs of a notebook that was just run with the committed ones.

notebook-outputs.py COMMITTED.ipynb RUN.ipynb [--write]

Times may differ; --write replaces the committed outputs first.
"""

import base64
import io
import json
import pathlib
import re
import sys

from PIL import Image

STRIP = 32  # rows above a drawn picture; the text there depends on the fonts of the machine
TOLERANCE = 0.001  # of a score; the last digits of sums of floats depend on the processor
CAT, ESPRESSO = "285", "967"


def outputs(cell):
    """What a cell printed, as one text, and the pictures that it showed."""
    printed = [output for output in cell["outputs"] if output["output_type"] == "stream"]
    shown = [output for output in cell["outputs"] if output["output_type"] != "stream"]
    assert all(output["name"] == "stdout" for output in printed), printed
    assert all(output["output_type"] == "execute_result" for output in shown), shown
    return (
        "".join("".join(output["text"]) for output in printed),
        [output["data"]["image/png"].strip() for output in shown],
    )


def write(cell, run):
    """Takes over a cell's outputs without what differs from run to run for no reason."""
    printed, shown = outputs(run)
    cell["execution_count"] = run["execution_count"]
    cell["outputs"] = [
        {
            "data": {"image/png": png},
            "execution_count": run["execution_count"],
            "metadata": {},
            "output_type": "execute_result",
        }
        for png in shown
    ]
    if printed:
        text = printed.splitlines(True)
        cell["outputs"].insert(0, {"name": "stdout", "output_type": "stream", "text": text})


def compare_text(old, new):
    timed = re.compile(r"[\d.]+ (ms|frames/s)")
    number = re.compile(r"\d+\.\d+")
    old, new = (timed.sub(r"# \1", text) for text in (old, new))
    assert number.sub("#", old) == number.sub("#", new), f"{old!r} is committed; got {new!r}"
    for before, after in zip(number.findall(old), number.findall(new)):
        assert abs(float(before) - float(after)) <= TOLERANCE, (before, after)


def compare_picture(old, new, drawn):
    old, new = (Image.open(io.BytesIO(base64.b64decode(png))).convert("RGB") for png in (old, new))
    assert old.size == new.size, (old.size, new.size)
    if drawn:
        strip = new.crop((0, 0, new.width, STRIP))
        assert strip.getextrema() == ((0, 255),) * 3, f"no text in the strip: {strip.getextrema()}"
        old, new = (image.crop((0, STRIP, *image.size)) for image in (old, new))
    assert old.tobytes() == new.tobytes(), "another picture than the committed one"


def main(committed, run, *options):
    notebook = json.loads(pathlib.Path(committed).read_text("utf-8"))
    fresh = json.loads(pathlib.Path(run).read_text("utf-8"))
    pairs = [
        (cell, ran)
        for cell, ran in zip(notebook["cells"], fresh["cells"], strict=True)
        if cell["cell_type"] == "code"
    ]
    if "--write" in options:
        for cell, ran in pairs:
            write(cell, ran)
        text = json.dumps(notebook, indent=1, ensure_ascii=False)
        pathlib.Path(committed).write_text(text + "\n", "utf-8")

    pictures = 0
    printed = {}
    for cell, ran in pairs:
        (old_text, old_shown), (new_text, new_shown) = outputs(cell), outputs(ran)
        compare_text(old_text, new_text)
        assert len(old_shown) == len(new_shown), (cell["id"], len(old_shown), len(new_shown))
        for old, new in zip(old_shown, new_shown):
            compare_picture(old, new, drawn=cell["id"] in ("drawn", "change"))
        pictures += len(new_shown)
        printed[cell["id"]] = new_text

    assert "bundled efficientnet_lite0 on the CPU" in printed["model"], printed["model"]
    assert printed["answer"].splitlines()[1].split()[0] == CAT, printed["answer"]
    assert f"class: {ESPRESSO}\n" in printed["change"], printed["change"]
    assert len(re.findall(r"[\d.]+ ms \| [\d.]+ frames/s", printed["speed"])) == 2, printed["speed"]
    assert pictures == 3, pictures
    print(printed["answer"] + printed["speed"] + f"{len(pairs)} cells, {pictures} pictures: as committed")


main(*sys.argv[1:])
