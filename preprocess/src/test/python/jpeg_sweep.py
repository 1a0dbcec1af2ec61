# SPDX-License-Identifier: Apache-2.0
"""Asks OpenCV what the files of the JPEG sweep are, for src/test/resources/golden/sweep.tsv.

    java -cp target/test-classes io.github.bpu4j.preprocess.sweep.WriteSweep FOLDER
    python src/test/python/jpeg_sweep.py FOLDER > src/test/resources/golden/sweep.tsv

Needs opencv-python-headless 4.14.0 and numpy. OpenCV decodes, turns upright by EXIF, resizes and converts; only
Pillow's antialiased resize and the averaged chroma, which OpenCV does not have, are computed here.
"""
import hashlib
import pathlib
import sys

import cv2
import numpy as np

SIDE = 224
FULL = ((313524, 615514, 119538, 0), (-176932, -347356, 524288), (524288, -439026, -85262))


def interleave(y, u, v):
    return np.concatenate([y.reshape(-1), np.stack((u.reshape(-1), v.reshape(-1)), -1).reshape(-1)])


def nv12(bgr):
    """BT.601, video range, chroma of the top left pixel."""
    h, w = bgr.shape[:2]
    i420 = cv2.cvtColor(bgr, cv2.COLOR_BGR2YUV_I420).reshape(-1)
    return interleave(i420[: w * h], i420[w * h : w * h * 5 // 4], i420[w * h * 5 // 4 :])


def nv12_full_average(bgr):
    """BT.601, full range, chroma of the mean of four pixels, in 20 bits of fraction."""
    b, g, r = (bgr[..., i].astype(np.int32) for i in range(3))
    mean = lambda c: (c[::2, ::2] + c[1::2, ::2] + c[::2, 1::2] + c[1::2, 1::2] + 2) >> 2
    rows = [(r, g, b)] + [tuple(mean(c) for c in (r, g, b))] * 2
    planes = []
    for (red, green, blue), k, offset in zip(rows, FULL, (0, 128, 128)):
        value = (k[0] * red + k[1] * green + k[2] * blue + (offset << 20) + (1 << 19)) >> 20
        planes.append(np.clip(value, 0, 255).astype(np.uint8))
    return interleave(*planes)


def resized(bgr, width, height, how=cv2.INTER_LINEAR):
    return cv2.resize(bgr, (width, height), interpolation=how)


def letterbox(bgr):
    h, w = bgr.shape[:2]
    scale = min(SIDE / w, SIDE / h)
    inner_w, inner_h = int(w * scale), int(h * scale)
    if inner_w == 0 or inner_h == 0:
        return None
    out = np.full((SIDE, SIDE, 3), 127, np.uint8)
    left, top = (SIDE - inner_w) // 2, (SIDE - inner_h) // 2
    out[top : top + inner_h, left : left + inner_w] = resized(bgr, inner_w, inner_h)
    return out


def cropped(bgr, resize):
    """The shorter side becomes 256, then the middle."""
    h, w = bgr.shape[:2]
    inner_w, inner_h = (256, int(256 * h / w)) if w <= h else (int(256 * w / h), 256)
    picture = resize(bgr, inner_w, inner_h)
    top, left = round((inner_h - SIDE) / 2.0), round((inner_w - SIDE) / 2.0)
    return picture[top : top + SIDE, left : left + SIDE]


def pillow_coefficients(source, target):
    scale = source / target
    reach = max(scale, 1.0)
    for at in range(target):
        center = (at + 0.5) * scale
        first, last = max(int(center - reach + 0.5), 0), min(int(center + reach + 0.5), source)
        weights = [max(0.0, 1.0 - abs((x + first - center + 0.5) * (1.0 / reach))) for x in range(last - first)]
        total = sum(weights)
        yield first, np.array([int(0.5 + w / total * (1 << 22)) for w in weights], np.int64)


def antialiased(bgr, width, height):
    """Pillow's and torchvision's bilinear: columns, then rows, 22 bits of fraction, 8 bits between."""
    out = bgr.astype(np.int64)
    for axis, target in ((1, width), (0, height)):
        if out.shape[axis] != target:
            lines = [
                (np.tensordot(k, out.take(range(first, first + len(k)), axis), (0, axis)) + (1 << 21)) >> 22
                for first, k in pillow_coefficients(out.shape[axis], target)
            ]
            out = np.clip(np.stack(lines, axis), 0, 255)
    return out.astype(np.uint8)


MODES = {
    "linear": lambda p: nv12(resized(p, SIDE, SIDE)),
    "nearest": lambda p: nv12(resized(p, SIDE, SIDE, cv2.INTER_NEAREST)),
    "area": lambda p: nv12(resized(p, SIDE, SIDE, cv2.INTER_AREA)),
    "letterbox": lambda p: nv12(letterbox(p)),
    "crop": lambda p: nv12(cropped(p, resized)),
    "crop-antialias": lambda p: nv12(cropped(p, antialiased)),
    "linear-full-average": lambda p: nv12_full_average(resized(p, SIDE, SIDE)),
    "linear-64x48": lambda p: nv12(resized(p, 64, 48)),
    "area-96x64": lambda p: nv12(resized(p, 96, 64, cv2.INTER_AREA)),
    "linear-320x256": lambda p: nv12(resized(p, 320, 256)),
    "nearest-300x40": lambda p: nv12(resized(p, 300, 40, cv2.INTER_NEAREST)),
}
OTHERS = list(MODES)[1:]


def sha(data):
    """The first 16 of SHA-256's 64 digits."""
    return hashlib.sha256(data).hexdigest()[:16]


def second_mode(number, picture):
    """Another mode in turn; a picture too long for a fit is stretched."""
    mode = OTHERS[number % len(OTHERS)]
    h, w = picture.shape[:2]
    return "nearest" if max(w, h) > 100 * min(w, h) and ("crop" in mode or mode == "letterbox") else mode


def main(folder):
    print("# SPDX-License-Identifier: Apache-2.0")
    print(f"# Made by jpeg_sweep.py with OpenCV {cv2.__version__}; the first 16 digits of each SHA-256.")
    print("# family, file, its bytes, size upright, decoded B, G, R, linear 224x224 NV12, another mode, its NV12")
    for number, file in enumerate(sorted(pathlib.Path(folder).glob("*/*.jpg"))):
        data = file.read_bytes()
        picture = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
        row = [file.parent.name, file.stem, sha(data)]
        if picture is None:
            row += ["refused"] + ["-"] * 4
        else:
            mode = second_mode(number, picture)
            row += [f"{picture.shape[1]}x{picture.shape[0]}", sha(picture.tobytes()), sha(MODES["linear"](picture)), mode, sha(MODES[mode](picture))]
        print("\t".join(row))


main(sys.argv[1])
