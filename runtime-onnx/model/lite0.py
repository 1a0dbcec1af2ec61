# SPDX-License-Identifier: Apache-2.0
"""EfficientNet-Lite0 as an ONNX graph; batch normalization is folded into the convolutions in float64."""
import math

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

OPSET, IR_VERSION = 13, 8
# repeats, kernel, stride, expansion, channels in, channels out
STAGES = [
    (1, 3, 1, 1, 32, 16),
    (2, 3, 2, 6, 16, 24),
    (2, 5, 2, 6, 24, 40),
    (3, 3, 2, 6, 40, 80),
    (3, 5, 1, 6, 80, 112),
    (4, 5, 2, 6, 112, 192),
    (1, 3, 1, 6, 192, 320),
]
EPSILON = 1e-3


class Graph:
    """Collects nodes and initializers; names follow the operator unless given."""

    def __init__(self):
        self.nodes, self.initializers, self.count = [], [], 0

    def constant(self, name, array):
        self.initializers.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def op(self, kind, inputs, output=None, **attributes):
        self.count += 1
        output = output or f"{kind.lower()}_{self.count}"
        self.nodes.append(helper.make_node(kind, inputs, [output], name=f"n_{output}", **attributes))
        return output

    def model(self, name, inputs, outputs):
        graph = helper.make_graph(self.nodes, name, inputs, outputs, self.initializers)
        model = helper.make_model(
            graph,
            opset_imports=[helper.make_opsetid("", OPSET)],
            producer_name="make_model.py",
            ir_version=IR_VERSION,
        )
        onnx.checker.check_model(model, full_check=True)
        return model


def _folded(weights, conv, norm):
    kernel = weights[conv + ".weight"].astype(np.float64)
    variance = weights[norm + ".running_var"].astype(np.float64)
    scale = weights[norm + ".weight"].astype(np.float64) / np.sqrt(variance + EPSILON)
    mean = weights[norm + ".running_mean"].astype(np.float64)
    bias = weights[norm + ".bias"].astype(np.float64) - mean * scale
    return (kernel * scale[:, None, None, None]).astype(np.float32), bias.astype(np.float32)


def _conv(graph, x, weights, conv, norm, stride, size, activate):
    kernel, bias = _folded(weights, conv, norm)
    side, out = kernel.shape[2], math.ceil(size / stride)
    pad = max((out - 1) * stride + side - size, 0)  # TensorFlow's SAME
    name = conv.replace("_blocks.", "b").replace("._", "_").lstrip("_")
    y = graph.op(
        "Conv",
        [x, graph.constant(name + "_w", kernel), graph.constant(name + "_b", bias)],
        name,
        kernel_shape=[side, side],
        strides=[stride] * 2,
        pads=[pad // 2, pad // 2, pad - pad // 2, pad - pad // 2],
        group=kernel.shape[0] if "depthwise" in conv else 1,
    )
    if activate:
        y = graph.op("Clip", [y, "c0", "c6"], name + "_relu6")
    return y, out


def body(graph, x, weights, size=224):
    """Normalized RGB [1,3,size,size] -> logits [1,1000]."""
    graph.constant("c0", np.float32(0))
    graph.constant("c6", np.float32(6))
    x, size = _conv(graph, x, weights, "_conv_stem", "_bn0", 2, size, True)
    block = 0
    for repeats, _, first_stride, expansion, stage_in, out in STAGES:
        for repeat in range(repeats):
            path, shortcut = f"_blocks.{block}.", x
            stride = first_stride if repeat == 0 else 1
            channels = stage_in if repeat == 0 else out
            if expansion != 1:
                x, _ = _conv(graph, x, weights, path + "_expand_conv", path + "_bn0", 1, size, True)
            x, size = _conv(graph, x, weights, path + "_depthwise_conv", path + "_bn1", stride, size, True)
            x, _ = _conv(graph, x, weights, path + "_project_conv", path + "_bn2", 1, size, False)
            if stride == 1 and channels == out:
                x = graph.op("Add", [x, shortcut], f"b{block}_add")
            block += 1
    x, _ = _conv(graph, x, weights, "_conv_head", "_bn1", 1, size, True)
    x = graph.op("GlobalAveragePool", [x], "gap")
    x = graph.op("Flatten", [x], "flat", axis=1)
    last = [graph.constant("fc_w", weights["_fc.weight"]), graph.constant("fc_b", weights["_fc.bias"])]
    return graph.op("Gemm", [x, *last], "logits", transB=1)


def rgb_model(weights):
    """float32 [1,3,224,224], RGB as (x - 127) / 128 -> logits [1,1000]: what a usual export looks like."""
    graph = Graph()
    logits = body(graph, "input", weights)
    return graph.model(
        "efficientnet_lite0",
        [helper.make_tensor_value_info("input", TensorProto.FLOAT, [1, 3, 224, 224])],
        [helper.make_tensor_value_info(logits, TensorProto.FLOAT, [1, 1000])],
    )
