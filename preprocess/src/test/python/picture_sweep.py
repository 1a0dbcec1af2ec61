# SPDX-License-Identifier: Apache-2.0
"""Makes small PNM, BMP, GIF, TIFF and WebP files in every mode and option that Pillow has, and asks OpenCV what they are.

    python src/test/python/picture_sweep.py ../examples/images/chelsea.png src/test/resources/golden/pictures

Needs opencv-python-headless 4.14.0, Pillow 13.0.0 and numpy. Writes pictures.tsv and pictures.bin.gz, the files one
after another in the order of the table. Pillow's encoders are not the same everywhere, so the files are kept.
"""
import gzip
import hashlib
import io
import itertools
import pathlib
import sys

import cv2
import numpy as np
from PIL import Image, ImageCms, TiffImagePlugin, features

SIZES = [(1, 1), (2, 3), (7, 5), (8, 8), (13, 9), (16, 16), (17, 25), (33, 20)]
LARGE = [(64, 48), (97, 65)]
SCENES = ["photo", "noise", "flat", "ramp"]


def scene(name, size, photo, seed):
    w, h = size
    random = np.random.default_rng(seed)
    if name == "photo":
        x, y = 130 + 7 * (seed % 11), 60 + 5 * (seed % 7)
        return photo.crop((x, y, x + 2 * w, y + 2 * h)).resize(size)
    if name == "noise":
        a = random.integers(0, 256, (h, w, 3), np.uint8)
    elif name == "flat":
        a = np.broadcast_to(random.integers(0, 256, 3, np.uint8), (h, w, 3))
    else:
        y, x = np.mgrid[0:h, 0:w]
        a = np.stack([(x * 255 // max(1, w - 1)), (y * 255 // max(1, h - 1)), (x + y) * 5 % 256], -1).astype(np.uint8)
    return Image.fromarray(np.ascontiguousarray(a))


def deep(rgb, seed):
    """16 bits whose low byte is not the high one."""
    gray = np.asarray(rgb.convert("L"), np.uint32)
    low = np.random.default_rng(seed + 1).integers(0, 256, gray.shape, np.uint32)
    return (gray << 8 | low).astype(np.uint16)


def in_mode(rgb, mode, seed):
    alpha = rgb.convert("L").transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    if mode == "RGBA" or mode == "LA" or mode == "PA":
        rgba = rgb.copy()
        rgba.putalpha(alpha)
        if mode == "PA":
            p = rgb.convert("P")
            return Image.merge("LA", (Image.fromarray(np.asarray(p)), alpha)).convert("PA")
        return rgba if mode == "RGBA" else rgba.convert("LA")
    if mode == "I;16":
        return Image.fromarray(deep(rgb, seed))
    if mode == "I;16B":
        return Image.frombytes("I;16B", rgb.size, deep(rgb, seed).astype(">u2").tobytes())
    if mode == "I":
        return Image.fromarray(deep(rgb, seed).astype(np.int32))
    if mode == "F":
        return Image.fromarray(deep(rgb, seed).astype(np.float32) / 256)
    if mode == "LAB":
        return ImageCms.applyTransform(
            rgb,
            ImageCms.buildTransformFromOpenProfiles(
                ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB"))
    if mode in ("P2", "P4", "P16"):
        return rgb.quantize(int(mode[1:]))
    return rgb.convert(mode)


def exif(orientation):
    e = Image.Exif()
    e[274] = orientation
    return e


def icc():
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes()


def tags(**named):
    names = {"rows": 278, "predictor": 317, "fill": 266, "orientation": 274}
    ifd = TiffImagePlugin.ImageFileDirectory_v2()
    for name, value in named.items():
        ifd[names[name]] = value
    return ifd


def pnm():
    for mode in ("1", "L", "I;16", "I;16B", "I", "RGB", "RGBA"):
        for size, s in itertools.product(SIZES, SCENES):
            yield "PPM", mode, size, s, {}, ""


def bmp():
    for mode in ("1", "L", "P", "P2", "P4", "P16", "RGB", "RGBA"):
        for size, s in itertools.product(SIZES, SCENES):
            yield "BMP", mode, size, s, {}, ""
        yield "BMP", mode, (13, 9), "photo", {"dpi": (300, 300)}, "dpi"


def gif():
    options = [
        ({}, ""), ({"interlace": 0}, "plain"), ({"interlace": 1}, "interlaced"), ({"optimize": True}, "optimized"),
        ({"transparency": 3}, "transparent"), ({"background": 1}, "background"), ({"comment": b"c" * 300}, "comment"),
        ({"disposal": 2, "duration": 40, "loop": 0}, "looped"), ({"include_color_table": True}, "local"),
    ]
    for mode in ("1", "L", "LA", "P", "PA", "P2", "P4", "P16", "RGB", "RGBA"):
        for (o, tag), (size, s) in itertools.product(options, zip(SIZES, itertools.cycle(SCENES))):
            yield "GIF", mode, size, s, o, tag
        for size, s in zip(LARGE * 2, SCENES):
            yield "GIF", mode, size, s, {}, "large"
        for d in (0, 1, 2, 3):
            yield "GIF", mode, (17, 25), "photo", {"save_all": 3, "disposal": d, "duration": 50}, f"frames-{d}"


TIFF_MODES = {
    "1": ("", "tiff_ccitt", "group3", "group4", "packbits", "tiff_lzw", "tiff_adobe_deflate", "tiff_deflate"),
    "CMYK": ("", "packbits", "tiff_lzw", "tiff_adobe_deflate", "jpeg"),
    "RGBX": ("", "tiff_lzw"), "PA": ("", "tiff_lzw"), "LAB": ("", "tiff_lzw"), "F": ("", "tiff_lzw"),
    "I": ("", "tiff_lzw", "tiff_adobe_deflate"), "I;16B": ("", "tiff_lzw"),
}
OTHER = ("", "packbits", "tiff_lzw", "tiff_adobe_deflate", "tiff_deflate", "zstd", "lzma", "webp", "jpeg")


def tiff():
    for mode in ("1", "L", "LA", "P", "PA", "RGB", "RGBA", "RGBX", "CMYK", "YCbCr", "LAB", "I", "F", "I;16", "I;16B"):
        for c in TIFF_MODES.get(mode, OTHER):
            if c == "jpeg" and mode not in ("L", "RGB", "YCbCr", "CMYK") or c == "webp" and mode not in ("RGB", "RGBA"):
                continue
            o = {"compression": c} if c else {}
            if c in ("zstd", "lzma") or mode in ("LAB", "F", "I"):
                yield "TIFF", mode, (8, 8), "photo", o, c
                continue
            for size, s in zip(SIZES, itertools.cycle(SCENES)):
                yield "TIFF", mode, size, s, o, c
            for size, s in zip(SIZES[3:], itertools.cycle(SCENES)):
                yield "TIFF", mode, size, s, {**o, "tiffinfo": tags(rows=3)}, c + "-strips"
                if c in ("tiff_lzw", "tiff_adobe_deflate", "tiff_deflate") and mode not in ("1", "F"):
                    yield "TIFF", mode, size, s, {**o, "tiffinfo": tags(predictor=2)}, c + "-predictor"
            for turn in range(1, 9) if c in ("", "tiff_lzw", "jpeg", "group4") else ():
                yield "TIFF", mode, (7, 5), "photo", {**o, "tiffinfo": tags(orientation=turn)}, f"{c}-turn{turn}"
            yield "TIFF", mode, (17, 25), "photo", {**o, "icc_profile": icc()}, c + "-icc"
            yield "TIFF", mode, (17, 25), "photo", {**o, "big_tiff": True}, c + "-big"
            yield "TIFF", mode, (17, 25), "photo", {**o, "save_all": 2}, c + "-pages"
            yield "TIFF", mode, (17, 25), "photo", {**o, "dpi": (72, 72), "description": "d"}, c + "-info"
    for mode, c in (("1", "group3"), ("1", "group4"), ("1", "tiff_ccitt"), ("1", "tiff_lzw")):
        for size in ((1728, 40), (255, 9), (2600, 3)):
            for s in SCENES:
                yield "TIFF", mode, size, s, {"compression": c}, c + "-wide"
    for q in (10, 50, 75, 95, 100):
        for mode, size in itertools.product(("L", "RGB", "YCbCr"), ((16, 16), (33, 20))):
            yield "TIFF", mode, size, "photo", {"compression": "jpeg", "quality": q}, f"jpeg-q{q}"


def webp():
    for mode in ("L", "RGB", "RGBA", "P"):
        for q, size in itertools.product((0, 1, 10, 30, 50, 75, 90, 95, 100), SIZES[1:] + LARGE[1:]):
            yield "WEBP", mode, size, SCENES[(q + size[0]) % 4], {"quality": q}, f"q{q}"
        for m, size in itertools.product(range(7), SIZES[::2] + LARGE):
            yield "WEBP", mode, size, "photo", {"quality": 60, "method": m}, f"m{m}"
            yield "WEBP", mode, size, SCENES[m % 4], {"lossless": True, "quality": 15 * m, "method": m}, f"lossless-m{m}"
        for o, tag in (({"exact": True, "lossless": True}, "exact"), ({"alpha_quality": 10}, "alpha10"),
                       ({"icc_profile": icc()}, "icc"), ({"xmp": b"<x/>"}, "xmp"),
                       ({"lossless": True, "icc_profile": icc()}, "lossless-icc"),
                       *(({"exif": exif(t)}, f"turn{t}") for t in range(1, 9)),
                       *(({"exif": exif(t), "lossless": True}, f"lossless-turn{t}") for t in (3, 6))):
            for size in SIZES[3:6]:
                yield "WEBP", mode, size, "photo", o, tag
        for lossless, least in itertools.product((False, True), (False, True)):
            for size in SIZES[3:]:
                yield "WEBP", mode, size, "photo", {
                    "save_all": 3, "lossless": lossless, "minimize_size": least, "duration": 50,
                    "background": (10, 20, 30, 255)}, f"frames-{'lossless' if lossless else 'lossy'}-{least}"


def write(made, photo, seed):
    form, mode, size, s, options, tag = made
    options = dict(options)
    picture = in_mode(scene(s, size, photo, seed), mode, seed)
    count = options.get("save_all")
    if count:
        rest = [in_mode(scene(s, size, photo, seed + i), mode, seed) for i in range(1, count)]
        options.update(save_all=True, append_images=rest)
    out = io.BytesIO()
    picture.save(out, form, **options)
    return out.getvalue()


def main(photo_path, prefix):
    photo = Image.open(photo_path).convert("RGB")
    rows, blob, seen, failed = [], bytearray(), set(), {}
    cv2.utils.logging.setLogLevel(0)
    for number, made in enumerate(itertools.chain(pnm(), bmp(), gif(), tiff(), webp())):
        form, mode, size, s, options, tag = made
        name = "-".join(filter(None, (form.lower(), mode.lower().replace(";", "_"), f"{size[0]}x{size[1]}", s, tag, str(number))))
        try:
            file = write(made, photo, number)
        except (OSError, ValueError, KeyError, RuntimeError, SystemError) as e:
            failed.setdefault((form, mode, tag, str(e)[:60]), 0)
            continue
        if file in seen:
            continue
        seen.add(file)
        bgr = cv2.imdecode(np.frombuffer(file, np.uint8), cv2.IMREAD_COLOR)
        shape, pixels = "refused", "-"
        if bgr is not None:
            shape = f"{bgr.shape[1]}x{bgr.shape[0]}"
            pixels = hashlib.sha256(np.ascontiguousarray(bgr).tobytes()).hexdigest()[:16]
        rows.append(f"{name}\t{len(file)}\t{shape}\t{pixels}")
        blob += file
    for key in failed:
        print("Pillow does not write", key, file=sys.stderr)
    head = f"# Made by picture_sweep.py with Pillow {Image.__version__} and OpenCV {cv2.__version__}: file, bytes, size, decoded B, G, R\n"
    pathlib.Path(prefix + ".tsv").write_text(head + "".join(r + "\n" for r in rows))
    with open(prefix + ".bin.gz", "wb") as f, gzip.GzipFile("", "wb", 9, f, 0) as z:
        z.write(blob)
    print(len(rows), "files,", len(blob), "bytes", file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])
