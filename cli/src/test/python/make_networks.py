#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the tiny networks of the conversion tests that differ from tiny-ok.onnx in one way.

    make_networks.py FOLDER

FOLDER holds tiny-ok.onnx; needs onnx 1.15 and numpy. All weights are random.
"""
import pathlib
import sys

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

CLASSES = 10
random = np.random.default_rng(22)


def constant(name, values, dtype=np.float32):
    return numpy_helper.from_array(np.asarray(values, dtype), name)


def weights(classes=CLASSES):
    return [
        constant("w", random.normal(0, 0.3, (8, 3, 3, 3))),
        constant("b", random.normal(0, 0.1, 8)),
        constant("fw", random.normal(0, 0.5, (8, classes))),
        constant("fb", np.zeros(classes)),
    ]


def body(picture="x", values="conv", last="prob"):
    """Convolution and, from the values on, pooling to logits and a softmax."""
    return (
        [helper.make_node("Conv", [picture, "w", "b"], ["conv"], name="conv", pads=[1, 1, 1, 1], strides=[2, 2])],
        [
            helper.make_node("Relu", [values], ["relu"], name="relu"),
            helper.make_node("GlobalAveragePool", ["relu"], ["pool"], name="pool"),
            helper.make_node("Flatten", ["pool"], ["flat"], name="flat"),
            helper.make_node("Gemm", ["flat", "fw", "fb"], ["logits"], name="fc"),
            helper.make_node("Softmax", ["logits"], [last], name="softmax", axis=1),
        ],
    )


def save(folder, name, nodes, initializers, opset=11, ir=8, shape=(1, 3, 32, 48), classes=CLASSES,
         kind=TensorProto.FLOAT, output=("prob", TensorProto.FLOAT, None), check=True):
    label, element, dims = output
    graph = helper.make_graph(
        nodes, name,
        [helper.make_tensor_value_info("x", kind, shape)],
        [helper.make_tensor_value_info(label, element, dims or [1, classes])],
        initializers)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)], ir_version=ir)
    if check:
        onnx.checker.check_model(model, full_check=True)
    onnx.save(model, folder / f"{name}.onnx")


def main():
    folder = pathlib.Path(sys.argv[1])
    first, rest = body()
    all_weights = weights()

    # forms of operator set 18 that mean the same in 11
    newer = [
        helper.make_node("BatchNormalization", ["conv", "one", "zero", "zero", "one"], ["bn"], name="bn",
                         training_mode=0),
        helper.make_node("HardSwish", ["bn"], ["hs"], name="hs"),
        helper.make_node("ReduceMean", ["hs", "hw"], ["mean"], name="mean", keepdims=0),
        helper.make_node("Unsqueeze", ["mean", "hw"], ["up"], name="up"),
        helper.make_node("Squeeze", ["up", "hw"], ["down"], name="down"),
        helper.make_node("Reshape", ["down", "to"], ["flat"], name="to_flat", allowzero=0),
        helper.make_node("Gemm", ["flat", "fw", "fb"], ["logits"], name="fc"),
        helper.make_node("Softmax", ["logits"], ["prob"], name="softmax"),
    ]
    more = [constant("one", np.ones(8)), constant("zero", np.zeros(8)), constant("hw", [2, 3], np.int64),
            constant("to", [1, 8], np.int64)]
    save(folder, "tiny-newer-forms", first + newer, all_weights + more, opset=18, ir=9)

    layer_norm = [helper.make_node("LayerNormalization", ["conv", "norm"], ["ln"], name="ln")]
    save(folder, "tiny-layer-norm", first + layer_norm + body(values="ln")[1],
         all_weights + [constant("norm", np.ones(24))], opset=17)

    middle = [
        helper.make_node("Softmax", ["conv"], ["sm"], name="attention", axis=1),
    ]
    save(folder, "tiny-softmax-inside", first + middle + body(values="sm")[1], all_weights, opset=13)

    front = [
        helper.make_node("Div", ["x", "d255"], ["unit"], name="unit"),
        helper.make_node("Sub", ["unit", "half"], ["centered"], name="centered"),
    ]
    save(folder, "tiny-normalized", front + body("centered")[0] + rest,
         all_weights + [constant("d255", 255), constant("half", np.full((3, 1, 1), 0.5))])

    save(folder, "tiny-1001", first + rest, weights(1001), classes=1001)

    log = [*rest[:-1], helper.make_node("LogSoftmax", ["logits"], ["prob"], name="log", axis=1)]
    save(folder, "tiny-log-softmax", first + log, all_weights)

    best = [*rest, helper.make_node("ArgMax", ["prob"], ["best"], name="best", axis=1, keepdims=0)]
    save(folder, "tiny-argmax", first + best, all_weights, output=("best", TensorProto.INT64, [1]))

    cast = [helper.make_node("Cast", ["x"], ["xf"], name="cast", to=TensorProto.FLOAT)]
    save(folder, "tiny-uint8", cast + body("xf")[0] + rest, all_weights, kind=TensorProto.UINT8)

    save(folder, "tiny-gray", first + rest, [constant("w", np.ones((8, 1, 3, 3)))] + all_weights[1:],
         shape=(1, 1, 32, 48))

    broken = np.asarray(random.normal(0, 0.3, (8, 3, 3, 3)), np.float32)
    broken[3, 1, 0, 2] = np.nan
    save(folder, "tiny-nan", first + rest, [constant("w", broken)] + all_weights[1:])

    half = [helper.make_node("Cast", ["w16"], ["w"], name="cast", to=TensorProto.FLOAT)]
    save(folder, "tiny-half-weights", half + first + rest,
         [constant("w16", random.normal(0, 0.3, (8, 3, 3, 3)), np.float16)] + all_weights[1:])

    save(folder, "tiny-open-size", first + rest, all_weights, shape=(1, 3, "h", "w"))

    maps = [helper.make_node("Relu", ["conv"], ["prob"], name="relu")]
    save(folder, "tiny-no-scores", first + maps, all_weights[:2], output=("prob", TensorProto.FLOAT, [1, 8, 16, 24]))

    clamp = [helper.make_node("Clip", ["conv", "low", "high"], ["clip"], name="relu6")]
    save(folder, "tiny-clip-bounds", first + clamp + body(values="clip")[1],
         all_weights + [constant("low", [0]), constant("high", [6])], check=False)

    (folder / "tiny-external.data").unlink(missing_ok=True)  # onnx appends to it
    model = onnx.load(folder / "tiny-ok.onnx")
    onnx.save(model, folder / "tiny-external.onnx", save_as_external_data=True, location="tiny-external.data",
              size_threshold=0)


if __name__ == "__main__":
    main()
