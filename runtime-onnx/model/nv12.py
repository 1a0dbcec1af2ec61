# SPDX-License-Identifier: Apache-2.0
"""The front of the network: NV12 bytes (BT.601 video range) -> RGB, in ONNX operators.

Chroma is replicated 2x2; the constants are those of OpenCV's YUV2RGB_NV12, unrounded.
"""
import numpy as np

Y, UB, UG, VG, VR = (c / 2**20 for c in (1220542, 2116026, -409993, -852492, 1673527))


def front(graph, mean, std, size=224):
    """uint8 'nv12' [1, size*3/2, size] -> float32 [1,3,size,size] RGB, clipped to 0..255, then (x - mean) / std."""
    half = size // 2
    matrix = np.array([[Y, 0, VR], [Y, UG, VG], [Y, UB, 0]]) / std  # rows R, G, B; columns Y, U, V
    bias = matrix @ np.array([-16.0, -128.0, -128.0]) - mean / std
    axis = graph.constant("ax1", np.array([1], np.int64))

    def ints(name, values):
        return graph.constant(name, np.array(values, np.int64))

    y = graph.op("Slice", ["nv12", ints("y0", [0]), ints("y1", [size]), axis], "y_u8")
    uv = graph.op("Slice", ["nv12", "y1", ints("uv1", [size * 3 // 2]), axis], "uv_u8")
    y = graph.op("Reshape", [y, ints("y_shape", [1, 1, size, size])], "y4")
    uv = graph.op("Reshape", [uv, ints("uv_shape", [1, half, half, 2])], "uv4")
    uv = graph.op("Cast", [uv], "uv_f", to=1)
    uv = graph.op("Transpose", [uv], "uv_nchw", perm=[0, 3, 1, 2])
    chroma = np.broadcast_to(matrix[:, 1:].T[:, :, None, None], (2, 3, 2, 2)).astype(np.float32)
    c = graph.op(  # the color matrix at half size, then each value four times
        "ConvTranspose",
        [uv, graph.constant("csc_w", chroma), graph.constant("csc_b", bias.astype(np.float32))],
        "chroma",
        kernel_shape=[2, 2],
        strides=[2, 2],
    )
    y = graph.op("Cast", [y], "y_f", to=1)
    y = graph.op("Mul", [y, graph.constant("cy", np.float32(matrix[0, 0]))], "luma")
    x = graph.op("Add", [c, y], "csc")
    low, high = ((bound - mean) / std for bound in (0, 255))
    limits = [graph.constant("rgb_lo", np.float32(low)), graph.constant("rgb_hi", np.float32(high))]
    return graph.op("Clip", [x, *limits], "rgb")
