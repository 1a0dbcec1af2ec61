# SPDX-License-Identifier: Apache-2.0
"""The checks of .ci/evaluation."""
import collections
import csv
import hashlib
import json
import math
import os
import pathlib
import random
import signal
import subprocess
import sys
import time

BINS = 15
STEP = 25_000


def bpu4j(*arguments, expected=0):
    run = subprocess.run(["./bpu4j", *map(str, arguments)], capture_output=True, text=True)
    assert run.returncode == expected, (arguments, run.returncode, run.stderr)
    return run


def counts(*arguments):
    return json.loads(bpu4j("eval", "--json", *arguments).stdout)


def same_counts(one, other):
    return json.dumps(one["counts"]) == json.dumps(other["counts"])


def wilson(count, of):
    """The roots of (p - t)^2 = z^2 t (1 - t) / n."""
    z2 = 1.959963984540054**2
    p = count / of
    a, b, c = 1 + z2 / of, -(2 * p + z2 / of), p * p
    root = math.sqrt(max(0, b * b - 4 * a * c))
    return (-b - root) / (2 * a), (-b + root) / (2 * a)


def independent(data):
    """Counts from what classify says, without any code of the evaluation."""
    answers = [json.loads(line) for line in bpu4j("classify", "--json", data).stdout.splitlines()]
    right = top5 = 0
    pairs = collections.Counter()
    bins = [[0, 0, 0.0] for _ in range(BINS)]
    for answer in answers:
        truth = int(pathlib.Path(answer["file"]).parent.name)
        ranked = [category["index"] for category in answer["categories"]]
        score = answer["categories"][0]["score"]
        right += ranked[0] == truth
        top5 += truth in ranked
        pairs[truth, ranked[0]] += 1
        part = bins[max(0, math.ceil(score * BINS) - 1)]
        part[0] += 1
        part[1] += ranked[0] == truth
        part[2] += score
    error = sum(abs(part[1] - part[2]) for part in bins) / len(answers)
    return answers, right, top5, pairs, error


def equals_count(data):
    whole = counts(data)
    answers, right, top5, pairs, error = independent(data)
    figures = whole["accuracy"]
    assert figures["pictures"] == len(answers) == 20, figures["pictures"]
    assert figures["top_1"]["count"] == right, (figures["top_1"], right)
    assert figures["top_5"]["count"] == top5, (figures["top_5"], top5)
    for name, count in (("top_1", right), ("top_5", top5)):
        for end, mine in zip(("low", "high"), wilson(count, 20)):
            assert abs(figures[name][end] - mine) < 1e-9, (name, end, figures[name], mine)
    assert abs(figures["calibration_error"] - error) < 1e-6, (figures["calibration_error"], error)
    assert {(a, b): n for a, b, n in whole["counts"]["pairs"]} == dict(pairs)
    print(f"eval equals the count from classify: top-1 {right} of 20, top-5 {top5} of 20,"
          f" calibration error {error:.6f}")
    committed(answers)
    return whole


def committed(answers):
    rows = list(csv.DictReader(open("evaluation/photos.csv", encoding="utf-8")))
    assert len(rows) == len(answers) == 20
    for row, answer in zip(sorted(rows, key=lambda r: (r["truth"], r["picture"])), answers):
        file = pathlib.Path(answer["file"])
        assert file.name == row["picture"] and file.parent.name == row["truth"], (row, file)
        assert hashlib.sha256(file.read_bytes()).hexdigest() == row["sha256"], row
        assert str(answer["categories"][0]["index"]) == row["answer"], (row, answer)
    print("photos, labels and answers are those of evaluation/photos.csv")


def killed(data, work, whole):
    seed = random.randrange(1 << 32)
    places = random.Random(seed)
    journal = work / "killed.jsonl"
    for line in sorted(places.sample(range(1, 20), 5)):
        run = subprocess.Popen(["./bpu4j", "eval", "--journal", journal, data], start_new_session=True,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while run.poll() is None and (not journal.exists() or journal.read_bytes().count(b"\n") <= line):
            time.sleep(0.002)
        assert run.poll() is None, f"seed {seed}: it ended before line {line}"
        os.killpg(run.pid, signal.SIGKILL)
        assert run.wait() == -signal.SIGKILL
        torn = journal.read_bytes()[:-places.randrange(1, 60)]
        journal.write_bytes(torn)
        print("killed with %d whole lines in %d bytes" % (torn.count(b"\n") - 1, len(torn)))
    resumed = counts("--journal", journal, data)
    assert same_counts(whole, resumed), f"seed {seed}"
    assert same_counts(whole, json.loads(bpu4j("eval", "merge", "--json", journal).stdout))
    assert journal.read_bytes().count(b"\n") == 21
    refused = bpu4j("eval", "--journal", journal, "--fit", "CENTER_CROP", data, expected=2)
    print(refused.stderr.splitlines()[-2])
    print(f"killed five times and resumed: the same counts (seed {seed})")


def shards(data, work, whole):
    files = [work / f"{n}.json" for n in range(1, 9)]
    for n, file in enumerate(files, 1):
        file.write_text(bpu4j("eval", "--json", "--shard", f"{n}/8", data).stdout)
    for _ in range(3):
        random.shuffle(files)
        assert same_counts(whole, json.loads(bpu4j("eval", "merge", "--json", *files).stdout)), files
    bpu4j("eval", "merge", *files[1:], expected=1)
    bpu4j("eval", "merge", *files, files[0], expected=2)
    print("8 shards, merged in three orders: the same counts, bit for bit")


def memory(pid):
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise AssertionError("no VmRSS")


def long(work):
    """100,000 names for 1000 tiny pictures, in 1000 folders, on the native stand-in."""
    number = 100_000
    data, source = work / "data", work / "source"
    source.mkdir()
    for i in range(1000):
        pixels = random.Random(i).randbytes(8 * 8 * 3)
        (source / f"{i}.ppm").write_bytes(b"P6 8 8 255\n" + pixels)
        (data / f"{i:03d}").mkdir()
    for i in range(number):
        os.link(source / f"{i % 997}.ppm", data / f"{i % 1000:03d}" / f"{i:06d}.ppm")
    (work / "any.bin").write_text("any")
    journal = work / "long.jsonl"
    library = "runtime-native-stubs/target/native/linux-x86_64/libdnn.so"
    environment = dict(os.environ, BPU4J_STUB_MODEL="resnet18_224x224_nv12", BPU4J_JAVA_OPTS="-Xmx96m")
    start = time.time()
    run = subprocess.Popen(
        ["./bpu4j", "eval", "--json", "--model", work / "any.bin", "--library", library, "--journal", journal, data],
        stdout=(work / "long.json").open("w"), env=environment)
    seen, readings, lines = 0, [], journal_lines(journal)
    while run.poll() is None:
        seen += next(lines)
        if seen >= STEP * (len(readings) + 1):
            readings.append(memory(run.pid))
            print(f"{seen} pictures: {readings[-1]:.0f} MB resident")
        time.sleep(0.05)
    assert run.returncode == 0, run.returncode
    result = json.loads((work / "long.json").read_text())
    assert result["complete"] and result["accuracy"]["pictures"] == number
    print(f"{number} pictures in {time.time() - start:.0f} s with a heap of 96 MB, {len(readings)} readings")
    assert len(readings) >= 3 and readings[-1] < readings[0] * 1.15, readings


def journal_lines(journal):
    """How many lines were added since the last call."""
    while not journal.exists():
        yield 0
    with journal.open("rb") as file:
        file.readline()
        while True:
            yield file.read().count(b"\n")


def answers(data, *model):
    """Whether classify is right, and its class, for each picture."""
    lines = bpu4j("classify", "--json", "--top", 1, *model, data).stdout.splitlines()
    rows = [(json.loads(line)["file"], json.loads(line)["categories"][0]["index"]) for line in lines]
    return [(index == int(pathlib.Path(file).parent.name), index) for file, index in rows]


def compared(data, work):
    """The bundled network with its float form, which .ci/photos exports; and a grid of 24 ways."""
    second = pathlib.Path("target/photos/efficientnet_lite0_rgb_fp32.onnx")
    if not second.exists():
        print("NOT COMPARED: run .ci/photos first, which exports the second network")
        return
    report = work / "report.html"
    options = ("--compare", second, "--grid", "fit,interpolation,range", "--report", report)
    found = json.loads(bpu4j("eval", "--json", *options, data).stdout)
    comparison = found["comparison"]
    pairs = list(zip(answers(data), answers(data, "--model", second)))
    assert comparison["pictures"] == len(pairs) == 20, comparison
    assert comparison["agreement"]["count"] == sum(a[1] == b[1] for a, b in pairs), comparison
    test = comparison["mcnemar"]
    only = (sum(a[0] and not b[0] for a, b in pairs), sum(b[0] and not a[0] for a, b in pairs))
    assert (test["only_first"], test["only_second"]) == only, (test, only)
    tail = sum(math.comb(sum(only), k) for k in range(min(only) + 1)) / 2 ** sum(only)
    assert abs(test["p_value"] - min(1, 2 * tail)) < 1e-12, (test, tail)
    assert comparison["logit_cosine"]["mean"] > 0.99, comparison["logit_cosine"]

    rows = found["grid"]["rows"]
    assert len(rows) == 24, len(rows)
    for row in random.sample(rows, 4):
        way = [word for axis in ("fit", "interpolation", "range") for word in (f"--{axis}", row[axis])]
        alone = counts(*way, data)["accuracy"]
        assert (row["top_1"], row["top_5"]) == (alone["top_1"], alone["top_5"]), (row, alone)
    page = report.read_text(encoding="utf-8")
    assert "data:image/jpeg" in page and "http" not in page.replace("http-equiv", ""), "report"
    print(f"compared: {comparison['agreement']['count']} of 20 classes agree, p = {test['p_value']}; 24 ways")


def main():
    work = pathlib.Path(sys.argv[2])
    if sys.argv[1] == "long":
        long(work)
        return
    data = work / "data"
    whole = equals_count(data)
    killed(data, work, whole)
    shards(data, work, whole)
    compared(data, work)


main()
