#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Counts what an exported network answers to pictures, with OpenCV and ONNX Runtime alone.

    count.py NETWORK.onnx torchvision|keras|caffe|lite PICTURE...

Prints one line per picture: name, SHA-256, class, score. Pictures are stretched as OpenCV does,
and their color is reduced to NV12 of full range and restored, as on the way to the board.
"""
import hashlib
import pathlib
import sys

import cv2
import numpy as np
import onnxruntime

# order, layout, mean, scale, whether the output holds probabilities
EXPORTS = {
    "torchvision": ("RGB", "NCHW", (123.675, 116.28, 103.53), (1 / 58.395, 1 / 57.12, 1 / 57.375), False),
    "keras": ("RGB", "NHWC", (127.5,) * 3, (1 / 127.5,) * 3, True),
    "caffe": ("BGR", "NCHW", (103.939, 116.779, 123.68), (1, 1, 1), False),
    "lite": ("RGB", "NCHW", (127,) * 3, (1 / 128,) * 3, False),
}


def rounded(values):
    return np.clip(np.floor(values + 0.5), 0, 255)


def through_nv12(rgb):
    """BT.601 of full range, one chroma value for 2x2 pixels: the top left one's."""
    r, g, b = np.moveaxis(rgb.astype(np.float64), -1, 0)
    y = rounded(0.299 * r + 0.587 * g + 0.114 * b)
    u = rounded(-0.168736 * r - 0.331264 * g + 0.5 * b + 128)[::2, ::2]
    v = rounded(0.5 * r - 0.418688 * g - 0.081312 * b + 128)[::2, ::2]
    u, v = (plane.repeat(2, 0).repeat(2, 1) - 128 for plane in (u, v))
    restored = (y + 1.402 * v, y - 0.344136 * u - 0.714136 * v, y + 1.772 * u)
    return np.clip(np.stack(restored, -1), 0, 255)


def tensor(path, size, export):
    order, layout, mean, scale, _ = EXPORTS[export]
    bgr = cv2.resize(cv2.imread(str(path), cv2.IMREAD_COLOR), size, interpolation=cv2.INTER_LINEAR)
    pixels = through_nv12(bgr[..., ::-1])
    if order == "BGR":
        pixels = pixels[..., ::-1]
    x = ((pixels - np.array(mean)) * np.array(scale)).astype(np.float32)
    return (x if layout == "NHWC" else x.transpose(2, 0, 1))[None]


def main():
    network, export, *pictures = sys.argv[1:]
    session = onnxruntime.InferenceSession(network, providers=["CPUExecutionProvider"])
    feed = session.get_inputs()[0]
    for path in map(pathlib.Path, pictures):
        x = np.ascontiguousarray(tensor(path, (224, 224), export))
        scores = session.run(None, {feed.name: x})[0].reshape(-1).astype(np.float64)
        if not EXPORTS[export][4]:
            scores = np.exp(scores - scores.max())
            scores /= scores.sum()
        best = int(scores.argmax())
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        print(f"{path.name},{digest},{best},{scores[best]:.6f}")


if __name__ == "__main__":
    main()
