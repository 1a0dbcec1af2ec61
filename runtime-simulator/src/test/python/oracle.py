# SPDX-License-Identifier: Apache-2.0
"""Scores of a compiled model, computed without any of our Java code.

usage: oracle.py HBDK_SIM MODEL.bin PICTURE.nv12 [RESULT.json]

Runs the vendor's simulator for every node on the BPU and computes the nodes after it here. With a
line of "bpu4j classify --json" in RESULT.json it compares: the same classes in the same order, and
the same scores after rounding to 32 bits.
"""
import json, math, os, re, struct, subprocess, sys, tempfile


def varint(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return value, at


def fields(data):
    """All fields of a message as {number: [value, ...]}."""
    at, found = 0, {}
    while at < len(data):
        tag, at = varint(data, at)
        if tag & 7 == 0:
            value, at = varint(data, at)
        elif tag & 7 == 2:
            length, at = varint(data, at)
            value, at = data[at : at + length], at + length
        else:
            raise ValueError("wire type %d" % (tag & 7))
        found.setdefault(tag >> 3, []).append(value)
    return found


def text(message, number):
    return message[number][0].decode()


def integers(message, number):
    found = []
    for value in message.get(number, []):
        if isinstance(value, int):
            found.append(value)
            continue
        at = 0
        while at < len(value):
            one, at = varint(value, at)
            found.append(one)
    return found


def f32(value):
    return struct.unpack("f", struct.pack("f", value))[0]


def dimensions(value):
    return integers(fields(value[2][0]), 2)


class Graph:
    def __init__(self, path):
        with open(path, "rb") as file:
            graph = fields(fields(file.read())[5][0])
        self.nodes = [fields(node) for node in graph[1]]
        self.constants = {text(c, 8): c for c in map(fields, graph[3])}
        self.dims, self.output = {}, text(fields(graph[5][0]), 1)
        for number in (4, 5, 6):
            for value in map(fields, graph.get(number, [])):
                self.dims[text(value, 1)] = dimensions(value)

    def floats(self, name):
        data = self.constants[name][2][0]
        return struct.unpack("<%df" % (len(data) // 4), data)

    def run(self, program, picture):
        values = {}
        for node in self.nodes:
            kind = text(node, 4)
            inputs = [name.decode() for name in node[1]]
            outputs = [name.decode() for name in node[2]]
            if kind == "BPU":
                source = values.get(inputs[0], picture)
                values.update(zip(outputs, self.simulate(program, node, source)))
            else:
                values[outputs[0]] = getattr(self, kind.lower())(node, inputs, values[inputs[0]])
                self.dims.setdefault(outputs[0], self.dims.get(inputs[0]))
        return values[self.output]

    def simulate(self, program, node, source):
        with tempfile.TemporaryDirectory() as folder:
            code, data = os.path.join(folder, "code"), os.path.join(folder, "in")
            with open(code, "wb") as file:
                file.write(self.constants["PACKED_HBM_MODEL"][5][0])
            if isinstance(source, bytes):
                data += ".yuv"
            else:
                source = struct.pack("%db" % len(source), *source)
            with open(data, "wb") as file:
                file.write(source)
            arguments = [program, "-f", code, "-n", text(node, 3), "-i", data, "-o", folder]
            subprocess.run(arguments, check=True, capture_output=True)
            results = {}
            for name in os.listdir(folder):
                place = re.fullmatch(r"hbdk_output(\d+)_.*_elem_int\.txt", name)
                if place:
                    with open(os.path.join(folder, name)) as file:
                        lines = [line for line in file if not line.startswith("#")]
                    results[int(place[1])] = [int(word) for word in " ".join(lines).split()]
            return [results[place] for place in sorted(results)]

    def dequantize(self, node, inputs, source):
        scales, dims = self.floats(inputs[1]), self.dims[inputs[0]]
        inner = math.prod(dims[2:])
        return [f32(f32(q) * scales[i // inner % len(scales)]) for i, q in enumerate(source)]

    def quantize(self, node, inputs, source):
        (scale,) = self.floats(inputs[1])
        return [max(-128, min(127, round(f32(x / scale)))) for x in source]

    def softmax(self, node, inputs, source):
        (axis,) = integers(fields(node[5][0]), 4)
        row, result = math.prod(self.dims[inputs[0]][axis:]), []
        for start in range(0, len(source), row):
            logits = source[start : start + row]
            powers = [math.exp(x - max(logits)) for x in logits]
            total = 0.0
            for power in powers:
                total += power
            result += [f32(power / total) for power in powers]
        return result

    def reshape(self, node, inputs, source):
        return source


def main(program, model, picture, result=None):
    with open(picture, "rb") as file:
        scores = Graph(model).run(program, file.read())
    if result is None:
        print(json.dumps(scores))
        return
    with open(result) as file:
        answer = json.loads(file.readline())
    found = [(category["index"], f32(category["score"])) for category in answer["categories"]]
    expected = sorted(enumerate(scores), key=lambda pair: -pair[1])[: len(found)]
    if answer["simulated"] is not True or answer["runtime"] != "simulator" or found != expected:
        sys.exit("%s of %s: got %s, expected %s" % (picture, model, found, expected))
    print("equal: %d scores of %s on %s" % (len(found), os.path.basename(model), picture))


if __name__ == "__main__":
    main(*sys.argv[1:])
