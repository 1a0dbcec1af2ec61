#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes what 'bpu4j convert' must write for the tiny networks, with OpenCV and numpy alone.

    conversion_golden.py cli/src/test/resources/conversion/golden

Writes NETWORK.yaml, and NETWORK.txt with the options and the SHA-256 of each picture's data. Runs at
the top of the source tree; needs numpy and opencv-python-headless. Nothing of bpu4j is used.
"""
import hashlib
import pathlib
import sys

import cv2
import numpy as np

GOLDEN = "preprocess/src/test/resources/golden/img/"
PICTURES = [
    "examples/images/chelsea.png",
    "examples/images/coffee.png",
    GOLDEN + "exif_6.jpg",
    GOLDEN + "jpeg_420_prog.jpg",
    GOLDEN + "jpeg_422.jpg",
    GOLDEN + "jpeg_444.jpg",
    GOLDEN + "png_rgb16.png",
    GOLDEN + "png_rgba.png",
]
# network, height, width, order, layout, fit, interpolation, range, mean, scale, input_shape
CASES = [
    ("tiny-ok", 32, 48, "rgb", "NCHW", "stretch", "linear", "regular", (127,) * 3, (0.0078125,) * 3, None),
    ("tiny-nhwc", 32, 48, "rgb", "NHWC", "letterbox", "linear", "bt601_video", (127.5,) * 3, (0.00784314,) * 3, None),
    ("tiny-logits", 32, 48, "bgr", "NCHW", "center_crop", "linear", "regular", (103.939, 116.779, 123.68), None, None),
    ("tiny-dynamic-batch", 32, 48, "rgb", "NCHW", "stretch", "area", "regular", (123.675, 116.28, 103.53),
     (0.0171248, 0.017507, 0.0174292), "1x3x32x48"),
    ("tiny-normalized", 32, 48, "rgb", "NCHW", "stretch", "nearest", "regular", None, None, None),
    ("tiny-opset18", 32, 48, "rgb", "NCHW", "stretch", "linear", "regular", None, (0.00392157,) * 3, None),
]
INTERPOLATION = {"linear": cv2.INTER_LINEAR, "area": cv2.INTER_AREA, "nearest": cv2.INTER_NEAREST}


def fitted(bgr, height, width, fit, interpolation):
    rows, columns = bgr.shape[:2]
    if fit == "stretch":
        return cv2.resize(bgr, (width, height), interpolation=interpolation)
    if fit == "letterbox":
        scale = min(width / columns, height / rows)
        inner_width, inner_height = int(columns * scale), int(rows * scale)
        left, top = (width - inner_width) // 2, (height - inner_height) // 2
        canvas = np.full((height, width, 3), 127, np.uint8)
        canvas[top:top + inner_height, left:left + inner_width] = cv2.resize(
            bgr, (inner_width, inner_height), interpolation=interpolation)
        return canvas
    # center crop: cover 256 / 224 of the target, then cut the middle
    box_width, box_height = round(width * 256 / 224), round(height * 256 / 224)
    if columns * box_height <= rows * box_width:
        size = (box_width, int(box_width * rows / columns))
    else:
        size = (int(box_height * columns / rows), box_height)
    resized = cv2.resize(bgr, size, interpolation=interpolation)
    top = int(np.rint((resized.shape[0] - height) / 2))
    left = int(np.rint((resized.shape[1] - width) / 2))
    return resized[top:top + height, left:left + width]


def tensor(path, case):
    _, height, width, order, layout, fit, interpolation, *_ = case
    bgr = fitted(cv2.imread(path, cv2.IMREAD_COLOR), height, width, fit, INTERPOLATION[interpolation])
    pixels = bgr if order == "bgr" else bgr[..., ::-1]
    if layout == "NCHW":
        pixels = pixels.transpose(2, 0, 1)
    return np.ascontiguousarray(pixels, np.dtype("<f4")).tobytes()


def yaml(case):
    name, _, _, order, layout, _, _, color_range, mean, scale, shape = case

    def numbers(values):
        return " ".join(np.format_float_positional(np.float32(value), trim="-") for value in values)

    kind = {(True, True): "data_mean_and_scale", (True, False): "data_mean", (False, True): "data_scale",
            (False, False): "no_preprocess"}[mean is not None, scale is not None]
    lines = [
        "model_parameters:",
        f"  onnx_model: '{name}.onnx'",
        "  march: 'bayes-e'",
        "  working_dir: 'build'",
        f"  output_model_file_prefix: '{name}'",
        "input_parameters:",
        "  input_name: 'x'",
        *([f"  input_shape: '{shape}'"] if shape else []),
        "  input_type_rt: 'nv12'",
        f"  input_space_and_range: '{color_range}'",
        f"  input_type_train: '{order}'",
        f"  input_layout_train: '{layout}'",
        f"  norm_type: '{kind}'",
        *([f"  mean_value: '{numbers(mean)}'"] if mean else []),
        *([f"  scale_value: '{numbers(scale)}'"] if scale else []),
        "calibration_parameters:",
        "  cal_data_dir: 'calibration_f32'",
        "  cal_data_type: 'float32'",
        "  calibration_type: 'default'",
        "compiler_parameters:",
        "  compile_mode: 'latency'",
        "  core_num: 1",
        "  optimize_level: 'O3'",
    ]
    return "".join(line + "\n" for line in lines)


def options(case):
    _, _, _, order, _, fit, interpolation, color_range, mean, scale, _ = case
    words = ["--input", order, "--fit", fit, "--interpolation", interpolation,
             "--range", "video" if color_range == "bt601_video" else "full"]
    for option, values in (("--mean", mean), ("--scale", scale)):
        if values:
            words += [option, ",".join(map(str, values))]
    return words


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for case in CASES:
        (folder / f"{case[0]}.yaml").write_text(yaml(case), encoding="utf-8")
        lines = [" ".join(options(case))]
        lines += [f"{hashlib.sha256(tensor(path, case)).hexdigest()} {path}" for path in PICTURES]
        (folder / f"{case[0]}.txt").write_text("".join(line + "\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
