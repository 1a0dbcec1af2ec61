#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Builds the default network of bpu4j-runtime-onnx from its published weights; see README.md."""
import argparse
import hashlib
import pathlib

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

import legacy_pth
import lite0
import nv12

SHA256 = "579344248a93e23026e6b78f1f6faf0bc1d282386f6c881cdbaacd49cabf77db"
SMALL = 20_000  # layers with fewer weights, and all depthwise ones, stay in half precision
METADATA = {"bpu4j.range": "VIDEO", "bpu4j.probabilities": "true"}


def nv12_model(weights):
    graph = lite0.Graph()
    logits = lite0.body(graph, nv12.front(graph, 127, 128), weights)
    graph.op("Softmax", [logits], "prob", axis=1)
    return graph.model(
        "efficientnet_lite0_nv12",
        [helper.make_tensor_value_info("nv12", TensorProto.UINT8, [1, 336, 224])],
        [helper.make_tensor_value_info("prob", TensorProto.FLOAT, [1, 1000])],
    )


def quantized_rows(kernel):
    """Symmetric int8 per output channel; of 31 clip limits the one with the least squared error."""
    rows = kernel.reshape(kernel.shape[0], -1).astype(np.float64)
    largest = np.abs(rows).max(1)
    largest[largest == 0] = 1
    least, scale = np.full(len(rows), np.inf), largest / 127
    for ratio in np.linspace(0.7, 1.0, 31):
        trial = (largest * ratio / 127).astype(np.float32).astype(np.float64)
        restored = np.clip(np.round(rows / trial[:, None]), -127, 127) * trial[:, None]
        error = ((restored - rows) ** 2).sum(1)
        better = error < least
        least[better], scale[better] = error[better], trial[better]
    stored = np.clip(np.round(rows / scale[:, None]), -127, 127).astype(np.int8)
    return stored.reshape(kernel.shape), scale.astype(np.float32)


def shrink(model):
    """Stores kernels as int8 or half precision; ONNX Runtime restores them to float32 at load."""
    restore, scales = [], []

    def cast(stored, name):
        restore.append(helper.make_node("Cast", [stored], [name], name="n_" + name, to=TensorProto.FLOAT))

    for tensor in model.graph.initializer:
        name = tensor.name
        if not name.endswith("_w") or name == "csc_w":
            continue
        kernel = numpy_helper.to_array(tensor)
        if "depthwise" in name or kernel.size < SMALL:
            tensor.CopyFrom(numpy_helper.from_array(kernel.astype(np.float16), name + "h"))
            cast(name + "h", name)
        else:
            stored, scale = quantized_rows(kernel)
            tensor.CopyFrom(numpy_helper.from_array(stored, name + "q"))
            scales.append(numpy_helper.from_array(scale.reshape([-1] + [1] * (kernel.ndim - 1)), name + "s"))
            cast(name + "q", name + "f")
            restore.append(helper.make_node("Mul", [name + "f", name + "s"], [name], name="n_" + name))
    model.graph.initializer.extend(scales)
    rest = list(model.graph.node)
    del model.graph.node[:]
    model.graph.node.extend(restore + rest)
    helper.set_model_props(model, METADATA)
    onnx.checker.check_model(model, full_check=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pth", required=True, type=pathlib.Path, help="the weights")
    parser.add_argument("--out", required=True, type=pathlib.Path, help="folder to write to")
    arguments = parser.parse_args()
    digest = hashlib.sha256(arguments.pth.read_bytes()).hexdigest()
    assert digest == SHA256, f"{arguments.pth}: SHA-256 {digest}, expected {SHA256}"
    weights = legacy_pth.load(arguments.pth)
    model = nv12_model(weights)
    shrink(model)
    arguments.out.mkdir(parents=True, exist_ok=True)
    for name, made in (
        ("efficientnet_lite0_nv12_int8w.onnx", model),
        ("efficientnet_lite0_rgb_fp32.onnx", lite0.rgb_model(weights)),
    ):
        path = arguments.out / name
        onnx.save(made, path)
        print(path.stat().st_size, hashlib.sha256(path.read_bytes()).hexdigest(), name)


if __name__ == "__main__":
    main()
