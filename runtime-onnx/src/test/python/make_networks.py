#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the small networks of the tests: make_networks.py FOLDER (pip install onnx==1.23.2 numpy).

Each computes something that a test can compute as well; most hand their input through as scores.
"""
import pathlib
import sys

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

U8, F32, I64 = TensorProto.UINT8, TensorProto.FLOAT, TensorProto.INT64
NV12 = [1, 24, 16]  # 16x16 pixels


def value(name, kind, shape):
    return helper.make_tensor_value_info(name, kind, shape)


def constant(name, array):
    return numpy_helper.from_array(np.asarray(array), name)


def node(kind, inputs, output, **attributes):
    return helper.make_node(kind, inputs.split(), [output], **attributes)


def save(folder, name, inputs, outputs, nodes, constants=(), **metadata):
    graph = helper.make_graph(nodes, name, inputs, outputs, list(constants))
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    helper.set_model_props(model, {f"bpu4j.{key}": text for key, text in metadata.items()})
    onnx.checker.check_model(model, full_check=True)
    onnx.save(model, folder / f"{name}.onnx")


def linear(classes):
    """The picture's bytes / 255, flattened, times a matrix."""
    weights = np.random.default_rng(7).standard_normal((24 * 16, classes)).astype(np.float32)
    return [constant("w", weights), constant("byte", np.float32(255))], [
        node("Cast", "nv12", "f", to=F32),
        node("Div", "f byte", "unit"),
        node("Flatten", "unit", "flat", axis=1),
        node("MatMul", "flat w", "logits"),
    ]


def main():
    folder = pathlib.Path(sys.argv[1])
    nv12, logits = value("nv12", U8, NV12), value("logits", F32, [1, 10])
    constants, nodes = linear(10)
    save(folder, "tiny", [nv12], [logits], nodes, constants, range="FULL")
    save(
        folder,
        "tiny_softmax",
        [nv12],
        [value("prob", F32, [1, 10])],
        [*nodes, node("Softmax", "logits", "prob", axis=1)],
        constants,
    )
    save(
        folder,
        "two_outputs",
        [nv12],
        [value("flat", F32, [1, 384]), logits],
        nodes,
        constants,
    )
    save(
        folder,
        "with_background",
        [nv12],
        [value("scores", F32, [1, 1001])],
        [
            node("Cast", "nv12", "f", to=F32),
            node("Flatten", "f", "flat", axis=1),
            node("Concat", "flat flat flat", "thrice", axis=1),
            node("Slice", "thrice start stop axis", "scores"),
        ],
        [constant(name, np.array([n], np.int64)) for name, n in (("start", 0), ("stop", 1001), ("axis", 1))],
    )

    side, rng = 384, np.random.default_rng(8)
    ends = [
        constant("a", rng.standard_normal((side, 24)).astype(np.float32) / 256),
        constant("b", rng.standard_normal((16, side)).astype(np.float32) / 256),
        constant("plane", np.array(NV12[1:], np.int64)),
        constant("row", np.array([0], np.int64)),
        constant("ten", np.array([10], np.int64)),
        constant("axis", np.array([1], np.int64)),
    ]

    def powers(floats, count):
        return [
            node("Reshape", f"{floats} plane", "x"),
            node("MatMul", "a x", "ax"),
            node("MatMul", "ax b", "axb"),
            node("Softmax", "axb", "p0", axis=1),
            *(node("MatMul", f"p{i} p0", f"p{i + 1}") for i in range(count)),
            node("ReduceMean", f"p{count}", "mean", axes=[0], keepdims=1),
            node("Slice", "mean row ten axis", "scores"),
        ]

    def out_of_range(floats):
        return [
            node("ReduceMax", floats, "most", keepdims=0),
            node("Cast", "most", "whole", to=I64),
            node("Add", "whole beyond", "index"),
            node("Gather", f"{floats} index", "picked", axis=0),
            node("Add", f"{floats} picked", "sum"),
            node("Flatten", "sum", "scores", axis=1),
        ]

    cast, beyond = node("Cast", "nv12", "f", to=F32), [constant("beyond", np.int64(1000))]
    image = value("image", F32, [1, 3, 8, 16])  # as many values as NV12
    ten, all_of_them = value("scores", F32, [1, 10]), value("scores", F32, [1, 384])
    save(folder, "slow", [nv12], [ten], [cast, *powers("f", 300)], ends)
    save(folder, "slow_rgb", [image], [ten], powers("image", 300), ends)
    save(folder, "failing", [nv12], [all_of_them], [cast, *out_of_range("f")], beyond)
    save(folder, "failing_rgb", [image], [all_of_them], out_of_range("image"), beyond)

    def through(name, kind, shape, flat, cast=False, out=None):
        first = [node("Cast", "image", "f", to=F32)] if cast else []
        source = "f" if cast else "image"
        save(
            folder,
            name,
            [value("image", kind, shape)],
            [value("scores", F32, flat)],
            [*first, node("Flatten", source, "scores", axis=1)],
        )

    through("rgb_nchw", F32, [1, 3, 8, 6], [1, 144])
    through("rgb_nhwc", F32, [1, 8, 6, 3], [1, 144])
    through("rgb_u8_nhwc", U8, [1, 8, 6, 3], [1, 144], cast=True)
    through("rgb_u8_nchw", U8, [1, 3, 8, 6], [1, 144], cast=True)
    through("gray", F32, [1, 1, 8, 6], [1, 48])
    through("odd", F32, [1, 3, 7, 5], [1, 105])
    through("three_by_three", F32, [1, 3, 4, 3], [1, 36])
    through("batch_of_two", F32, [2, 3, 8, 6], [2, 144])
    save(
        folder,
        "dynamic",
        [value("image", F32, ["n", 3, "h", "w"])],
        [value("scores", F32, ["n", 3])],
        [node("GlobalAveragePool", "image", "pooled"), node("Flatten", "pooled", "scores", axis=1)],
    )
    save(
        folder,
        "open_scores",
        [value("image", F32, ["n", 3, "h", "w"])],
        [value("scores", F32, ["n", "h", "w"])],
        [node("ReduceMean", "image", "scores", axes=[1], keepdims=0)],
    )
    save(
        folder,
        "described",
        [value("image", F32, [1, 3, 8, 6])],
        [value("scores", F32, [1, 144])],
        [node("Flatten", "image", "scores", axis=1)],
        input="bgr",
        mean="103.5,116.25,123.75",
        scale="0.5",
    )
    for name, properties in (("zero_scale", {"scale": "1,0,1"}), ("infinite_mean", {"mean": "1e99"})):
        save(
            folder,
            name,
            [value("image", F32, [1, 3, 8, 6])],
            [value("scores", F32, [1, 144])],
            [node("Flatten", "image", "scores", axis=1)],
            input="rgb",
            **properties,
        )
    save(
        folder,
        "two_inputs",
        [nv12, value("more", F32, [1, 384])],
        [value("sum", F32, [1, 384])],
        [
            node("Cast", "nv12", "f", to=F32),
            node("Flatten", "f", "flat", axis=1),
            node("Add", "flat more", "sum"),
        ],
    )
    save(
        folder,
        "label_only",
        [nv12],
        [value("label", I64, [1])],
        [
            node("Cast", "nv12", "f", to=F32),
            node("Flatten", "f", "flat", axis=1),
            node("ArgMax", "flat", "label", axis=1, keepdims=0),
        ],
    )
    save(folder, "bad_property", [nv12], [logits], linear(10)[1], linear(10)[0], range="LOUD")


if __name__ == "__main__":
    main()
