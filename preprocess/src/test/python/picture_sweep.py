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
import struct
import sys
import zlib

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


def png():
    for mode in ("1", "L", "LA", "P", "P2", "P4", "P16", "RGB", "RGBA", "I;16", "I"):
        for size, s in zip(SIZES, itertools.cycle(SCENES)):
            yield "PNG", mode, size, s, {}, ""
        yield "PNG", mode, (13, 9), "photo", {"icc_profile": icc(), "dpi": (72, 72)}, "icc"
        yield "PNG", mode, (13, 9), "photo", {"save_all": 3, "duration": 40}, "frames"
        for turn in (2, 6):
            yield "PNG", mode, (13, 9), "photo", {"exif": exif(turn)}, f"turn{turn}"


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
            if c or mode != "I;16B":  # Pillow writes the strip's offset wrongly
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


def by_hand(photo):
    """What Pillow does not write: name, bytes, and a twin that OpenCV reads where it refuses the file."""
    random = np.random.default_rng(1)
    w, h = 13, 9
    rgb = np.asarray(scene("photo", (w, h), photo, 5))
    gray = rgb[..., 1]
    for maxval in (1, 2, 15, 31, 100, 254, 255, 256, 257, 1023, 4095, 65534, 65535):
        for kind, a in ((2, gray), (3, rgb), (5, gray), (6, rgb)):
            values = random.integers(0, maxval + 1, a.shape)
            head = b"P%d\n# any maxval\n%d %d %d\n" % (kind, w, h, maxval)
            plain = b"".join(b" ".join(b"%d" % v for v in row.ravel()) + b"\n" for row in values)
            raw = values.astype(">u2" if maxval > 255 else np.uint8).tobytes()
            yield f"ppm-by_hand-p{kind}-maxval{maxval}", head + (plain if kind < 4 else raw)
    bits = random.integers(0, 2, (h, w))
    rows = b"\n".join(b"".join(b"%d" % v for v in row) for row in bits) + b"\n"
    yield "ppm-by_hand-p1-packed", b"P1 %d %d\n" % (w, h) + rows
    yield "ppm-by_hand-p4", b"P4 %d %d\n" % (w, h) + np.packbits(bits.astype(np.uint8), axis=1).tobytes()
    yield from bmp_by_hand(rgb)
    yield from gif_by_hand()
    yield from tiff_by_hand(rgb, random)
    yield from webp_by_hand(rgb)


def bmp_file(w, h, bits, rows, compression=0, palette=b"", size=40, masks=b"", colors=0):
    head = struct.pack("<IiiHHIIiiII", size, w, h, 1, bits, compression, len(rows), 0, 0, colors, 0)
    head += (masks if size == 40 else masks.ljust(size - 40, b"\0")) + palette
    return b"BM" + struct.pack("<IHHI", 14 + len(head) + len(rows), 0, 0, 14 + len(head)) + head + rows


def bmp_by_hand(rgb):
    h, w = rgb.shape[:2]
    r, g, b = (rgb[..., i].astype(np.uint16) for i in range(3))
    pad = lambda rows: b"".join(row + bytes(-len(row) % 4) for row in rows)
    x555 = pad(row.tobytes() for row in (r >> 3 << 10 | g >> 3 << 5 | b >> 3)[::-1])
    x565 = pad(row.tobytes() for row in (r >> 3 << 11 | g >> 2 << 5 | b >> 3)[::-1])
    bgr = pad(row.tobytes() for row in np.ascontiguousarray(rgb[..., ::-1]))
    rgbx = np.concatenate([rgb, rgb[..., :1]], -1)[::-1].tobytes()
    palette = bytes(v for i in range(256) for v in (i, 255 - i, i * 3 % 256, 0))
    for size in (40, 56, 108, 124):
        for name, rows, masks in (("555", x555, (0x7C00, 0x3E0, 0x1F)), ("565", x565, (0xF800, 0x7E0, 0x1F))):
            file = lambda n: bmp_file(w, h, 16, rows, 3, size=n, masks=struct.pack("<III", *masks))
            yield f"bmp-by_hand-{name}-{size}", file(size), file(40)
        if size > 40:
            yield f"bmp-by_hand-rgbx-{size}", bmp_file(w, h, 32, rgbx, 3, size=size, masks=struct.pack("<IIII", 0xFF, 0xFF00, 0xFF0000, 0))
    yield "bmp-by_hand-555-plain", bmp_file(w, h, 16, x555)
    yield "bmp-by_hand-topdown", bmp_file(w, -h, 24, bgr)
    yield "bmp-by_hand-short_palette", bmp_file(4, 1, 8, bytes([0, 1, 2, 3]), palette=palette[:12], colors=3)
    for name, size, rows in (("1", 1, [b"\xAA", b"\x55"]), ("4", 4, [b"\x01\x23\x40", b"\x5F\xED\xC0"])):
        yield f"bmp-by_hand-{name}bit", bmp_file(5, 2, size, pad(rows), palette=palette[: 4 << size])
    os2 = struct.pack("<IHHHH", 12, 5, 2, 1, 4) + b"".join(palette[i : i + 3] for i in range(0, 64, 4))
    yield "bmp-by_hand-os2", b"BM" + struct.pack("<IHHI", 0, 0, 0, 14 + len(os2)) + os2 + pad([b"\x01\x23\x40", b"\x5F\xED\xC0"])
    runs = {
        "runs": [4, 9, 0, 0, 4, 8, 0, 0, 0, 1], "no_mark_at_end": [4, 9, 0, 0, 4, 8, 0, 0], "no_row_marks": [4, 9, 4, 8, 0, 1],
        "short_row": [2, 9, 0, 0, 4, 8, 0, 0, 0, 1], "move": [1, 9, 0, 2, 2, 0, 1, 7, 0, 0, 4, 8, 0, 1],
        "literal": [0, 3, 1, 2, 3, 0, 1, 4, 0, 0, 4, 8, 0, 1],
    }
    for name, code in runs.items():
        yield f"bmp-by_hand-rle8-{name}", bmp_file(4, 2, 8, bytes(code), 1, palette)
    yield "bmp-by_hand-rle4", bmp_file(4, 2, 4, bytes([4, 0x12, 0, 0, 0, 4, 0x34, 0x56, 0, 1]), 2, palette[:64])


def gif_codes(codes):
    bits, count, out = 0, 0, bytearray()
    for code, length in codes:
        bits |= code << count
        count += length
        while count >= 8:
            out.append(bits & 255)
            bits, count = bits >> 8, count - 8
    out.append(bits & 255)
    return b"".join(bytes([len(out[i : i + 255])]) + bytes(out[i : i + 255]) for i in range(0, len(out), 255)) + b"\0"


def gif_by_hand():
    palette = bytes([10, 11, 12, 255, 0, 0, 0, 255, 0, 0, 0, 255])
    pixels = lambda values: [c for v in values for c in ((4, 3), (v, 3))] + [(5, 3)]

    def file(w, h, frame, codes, background=0, control=b"", flags=0x81, own=b""):
        x, y, fw, fh = frame
        return (b"GIF89a" + struct.pack("<HHBBB", w, h, flags, background, 0) + (palette if flags & 128 else b"") + control + b","
                + struct.pack("<HHHHB", x, y, fw, fh, 0x81 if own else 0) + own + b"\2" + gif_codes(codes) + b";")

    control = b"!\xf9\x04\x01\0\0\x01\0"
    for background in range(4):
        yield f"gif-by_hand-small_frame-{background}", file(4, 3, (1, 1, 2, 2), pixels([0, 1, 2, 3]), background)
    yield "gif-by_hand-small_frame-transparent", file(4, 3, (1, 1, 2, 2), pixels([0, 1, 2, 3]), 2, control)
    yield "gif-by_hand-small_frame-local", file(4, 3, (1, 1, 2, 2), pixels([0, 1, 2, 3]), 2, own=bytes(range(12)))
    yield "gif-by_hand-small_frame-only_local", file(4, 3, (1, 1, 2, 2), pixels([0, 1, 2, 3]), 2, flags=0, own=bytes(range(12)))
    yield "gif-by_hand-clear_repeated", file(2, 2, (0, 0, 2, 2), [(4, 3)] * 5 + pixels([0, 1, 2, 3]))
    yield "gif-by_hand-clear_missing", file(2, 2, (0, 0, 2, 2), [(0, 3), (1, 3), (2, 3), (3, 4), (5, 4)])
    full = [(4, 3)]
    width, known = 3, 6
    values = np.random.default_rng(3).integers(0, 4, 96 * 64)
    for i, v in enumerate(values):
        full.append((int(v), width))
        known += i > 0 and known < 4096
        width = min(12, max(width, int(known).bit_length()))
    yield "gif-by_hand-table_full", file(96, 64, (0, 0, 96, 64), full + [(5, width)])


def tiff_file(entries, strips, big_endian=False):
    """Numbers are written as 32 bits, tuples as lists of 16 bits, fractions as two numbers in a list."""
    e = ">" if big_endian else "<"
    entries = dict(entries)
    offsets, data = [], b""
    for strip in strips:
        offsets.append(8 + len(data))
        data += strip + bytes(len(strip) % 2)
    tiles = 322 in entries
    lists = {324 if tiles else 273: offsets, 325 if tiles else 279: [len(s) for s in strips]}
    body, extra, at = b"", b"", 8 + len(data)
    count = len(entries) + 2
    extra_at = at + 2 + 12 * count + 4
    for tag, value in sorted({**entries, **lists}.items()):
        if isinstance(value, int):
            body += struct.pack(e + "HHII", tag, 4, 1, value)
            continue
        kind, packed = (3, struct.pack(e + f"{len(value)}H", *value)) if isinstance(value, tuple) else (4, struct.pack(e + f"{len(value)}I", *value))
        number = len(value)
        if tag in (529, 532):
            kind, number = 5, number // 2
        if len(packed) > 4:
            body += struct.pack(e + "HHII", tag, kind, number, extra_at + len(extra))
            extra += packed + bytes(len(packed) % 2)
        else:
            body += struct.pack(e + "HHI", tag, kind, number) + packed.ljust(4, b"\0")
    return (b"MM\0*" if big_endian else b"II*\0") + struct.pack(e + "I", at) + data + struct.pack(e + "H", count) + body + bytes(4) + extra


def tiff_by_hand(rgb, random):
    h, w = rgb.shape[:2]
    base = {256: w, 257: h, 258: (8, 8, 8), 259: 8, 262: 2, 277: 3, 278: h}
    z = zlib.compress
    deep = random.integers(0, 65536, (h, w, 4), np.uint16)
    alpha = random.integers(0, 256, (h, w, 1), np.uint8)
    rgba = np.concatenate([rgb, alpha], -1)
    for be in (False, True):
        t = "big_endian" if be else "little_endian"
        words = lambda a: a.astype(">u2" if be else "<u2").tobytes()
        yield f"tiff-by_hand-rgb16-{t}", tiff_file({**base, 258: (16, 16, 16)}, [z(words(deep[..., :3]))], be)
        yield f"tiff-by_hand-gray16-{t}", tiff_file({**base, 258: (16,), 262: 1, 277: 1}, [z(words(deep[..., 0]))], be)
        yield f"tiff-by_hand-gray16-white_is_zero-{t}", tiff_file({**base, 258: (16,), 262: 0, 277: 1}, [z(words(deep[..., 0]))], be)
        yield f"tiff-by_hand-rgba16-multiplied-{t}", tiff_file({**base, 258: (16,) * 4, 277: 4, 338: 2}, [z(words(deep))], be)
        difference = deep[..., :3].copy()
        difference[:, 1:] -= deep[:, :-1, :3]
        yield f"tiff-by_hand-rgb16-predictor-{t}", tiff_file({**base, 258: (16,) * 3, 317: 2}, [z(words(difference))], be)
        planes = [z(words(deep[..., i])) for i in range(3)]
        yield f"tiff-by_hand-rgb16-planes-{t}", tiff_file({**base, 258: (16,) * 3, 284: 2}, planes, be)
    planes = [z(rgb[..., i].tobytes()) for i in range(3)]
    yield "tiff-by_hand-rgb-planes", tiff_file({**base, 284: 2}, planes)
    strips = [z(rgb[y : y + 4, :, i].tobytes()) for i in range(3) for y in range(0, h, 4)]
    yield "tiff-by_hand-rgb-planes-strips", tiff_file({**base, 284: 2, 278: 4}, strips)
    for extra in (0, 1, 2):
        yield f"tiff-by_hand-rgba-extra{extra}", tiff_file({**base, 258: (8,) * 4, 277: 4, 338: extra}, [z(rgba.tobytes())])
    yield "tiff-by_hand-rgba-unsaid", tiff_file({**base, 258: (8,) * 4, 277: 4}, [z(rgba.tobytes())])
    yield "tiff-by_hand-gray-alpha", tiff_file({**base, 258: (8, 8), 262: 1, 277: 2, 338: 2}, [z(rgba[..., 2:].tobytes())])
    yield "tiff-by_hand-cmyk", tiff_file({**base, 258: (8,) * 4, 262: 5, 277: 4}, [z(rgba.tobytes())])
    yield "tiff-by_hand-cmyk-planes", tiff_file({**base, 258: (8,) * 4, 262: 5, 277: 4, 284: 2}, [z(rgba[..., i].tobytes()) for i in range(4)])
    for bits in (1, 2, 4):
        values = random.integers(0, 1 << bits, (h, w), np.uint8)
        shifts = np.arange(bits - 1, -1, -1)
        packed = np.packbits(((values[..., None] >> shifts) & 1).reshape(h, -1), axis=1)
        for photometric, kind in ((0, "white_is_zero"), (1, "black_is_zero"), (3, "palette")):
            e = {**base, 258: (bits,), 262: photometric, 277: 1}
            if photometric == 3:
                e[320] = tuple(int(v) for v in random.integers(0, 65536, 3 << bits))
            twin = {**e, 258: (8,)}
            wide = values
            if photometric == 3:
                twin[320] = tuple(v for c in range(3) for v in e[320][c << bits : (c + 1) << bits] + (0,) * (256 - (1 << bits)))
            else:
                wide = (values.astype(int) * 255 // ((1 << bits) - 1)).astype(np.uint8)
            yield f"tiff-by_hand-{kind}-{bits}bit", tiff_file(e, [z(packed.tobytes())]), tiff_file(twin, [z(wide.tobytes())])
    for across, down in ((1, 1), (2, 1), (1, 2), (2, 2), (4, 1), (4, 2), (4, 4)):
        blocks = b"".join(
            random.integers(0, 256, across * down + 2, np.uint8).tobytes()
            for _ in range(-(-w // across) * -(-h // down)))
        e = {**base, 262: 6, 530: (across, down)}
        yield f"tiff-by_hand-ycbcr-{across}{down}", tiff_file(e, [z(blocks)])
        yield f"tiff-by_hand-ycbcr-{across}{down}-levels", tiff_file(
            {**e, 532: [16, 1, 235, 1, 128, 1, 240, 1, 128, 1, 240, 1], 529: [2125, 10000, 7154, 10000, 721, 10000]}, [z(blocks)])
    tile = np.zeros((16, 16, 3), np.uint8)
    tile[:h, :w] = rgb
    yield "tiff-by_hand-tiles", tiff_file({**base, 322: 16, 323: 16}, [z(tile.tobytes())])
    wide = np.asarray(Image.fromarray(rgb).resize((40, 24)))
    tiles = [np.ascontiguousarray(np.pad(wide, ((0, 8), (0, 8), (0, 0)))[y : y + 16, x : x + 16]) for y in (0, 16) for x in (0, 16, 32)]
    yield "tiff-by_hand-tiles-six", tiff_file({**base, 256: 40, 257: 24, 322: 16, 323: 16}, [z(t.tobytes()) for t in tiles])
    bits = Image.fromarray(rgb).resize((200, 60)).convert("1")
    for options, name in (({292: 1}, "group3-2d"), ({292: 4}, "group3-filled"), ({292: 5}, "group3-2d-filled")):
        for fill in (1, 2):
            out = io.BytesIO()
            info = tags(fill=fill)
            for tag, value in options.items():
                info[tag] = value
            bits.save(out, "TIFF", compression="group3", tiffinfo=info)
            yield f"tiff-by_hand-{name}-fill{fill}", out.getvalue()
    for name, compression in (("group4", "group4"), ("huffman", "tiff_ccitt"), ("lzw", "tiff_lzw")):
        out = io.BytesIO()
        bits.save(out, "TIFF", compression=compression, tiffinfo=tags(fill=2))
        yield f"tiff-by_hand-{name}-fill2", out.getvalue()
    page = Image.new("1", (1728, 1100), 1)
    page.paste(bits, (300, 200))
    for compression in ("group3", "group4", "tiff_ccitt"):
        out = io.BytesIO()
        page.save(out, "TIFF", compression=compression)
        yield f"tiff-by_hand-fax_page-{compression}", out.getvalue()
    for compression, options in (("jpeg", {292: 0}),):
        for size in ((33, 20), (17, 25)):
            for sampling in ("4:2:0", "4:2:2", "4:4:4"):
                jpeg = io.BytesIO()
                Image.fromarray(rgb).resize(size).save(jpeg, "JPEG", quality=85, subsampling=sampling)
                e = {**base, 256: size[0], 257: size[1], 259: 7, 262: 6, 278: size[1], 530: {"4:2:0": (2, 2), "4:2:2": (2, 1), "4:4:4": (1, 1)}[sampling]}
                yield f"tiff-by_hand-jpeg-{size[0]}x{size[1]}-{sampling.replace(':', '')}", tiff_file(e, [jpeg.getvalue()])


def webp_by_hand(rgb):
    def inner(array, **options):
        out = io.BytesIO()
        Image.fromarray(array).save(out, "WEBP", **options)
        file, at, kept = out.getvalue(), 12, b""
        while at < len(file):
            length = int.from_bytes(file[at + 4 : at + 8], "little")
            if file[at : at + 4] in (b"VP8 ", b"VP8L", b"ALPH"):
                kept += file[at : at + 8 + length + (length & 1)]
            at += 8 + length + (length & 1)
        return kept

    u24 = lambda v: v.to_bytes(3, "little")
    chunk = lambda name, data: name + len(data).to_bytes(4, "little") + data + bytes(len(data) & 1)
    h, w = rgb.shape[:2]
    rgba = np.concatenate([rgb, rgb[..., :1]], -1)
    frames = {"lossless": inner(rgb, lossless=True), "lossy": inner(rgb, quality=80), "alpha": inner(rgba, quality=80), "lossless_alpha": inner(rgba, lossless=True, exact=True)}
    for (name, frame), flags, (left, top) in itertools.product(frames.items(), (0, 1, 2, 3), ((0, 0), (2, 4))):
        body = chunk(b"VP8X", bytes([18, 0, 0, 0]) + u24(19) + u24(15)) + chunk(b"ANIM", bytes([30, 20, 10, 255, 0, 0]))
        for _ in range(2):
            body += chunk(b"ANMF", u24(left // 2) + u24(top // 2) + u24(w - 1) + u24(h - 1) + u24(100) + bytes([flags]) + frame)
        yield f"webp-by_hand-canvas-{name}-{flags}-{left}", b"RIFF" + (len(body) + 4).to_bytes(4, "little") + b"WEBP" + body


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

    def add(name, file, twin=None):
        if file in seen:
            return
        seen.add(file)
        bgr = cv2.imdecode(np.frombuffer(file, np.uint8), cv2.IMREAD_COLOR)
        if bgr is None and twin:
            bgr = cv2.imdecode(np.frombuffer(twin, np.uint8), cv2.IMREAD_COLOR)
        shape, pixels = "refused", "-"
        if bgr is not None:
            shape = f"{bgr.shape[1]}x{bgr.shape[0]}"
            pixels = hashlib.sha256(np.ascontiguousarray(bgr).tobytes()).hexdigest()[:16]
        rows.append(f"{name}\t{len(file)}\t{shape}\t{pixels}")
        blob.extend(file)

    for number, made in enumerate(itertools.chain(pnm(), bmp(), gif(), tiff(), webp(), png())):
        form, mode, size, s, options, tag = made
        name = "-".join(filter(None, (form.lower(), mode.lower().replace(";", "_"), f"{size[0]}x{size[1]}", s, tag, str(number))))
        try:
            file = write(made, photo, number)
        except (OSError, ValueError, KeyError, RuntimeError, SystemError) as e:
            failed.setdefault((form, mode, tag, str(e)[:60]), 0)
            continue
        add(name, file)
    for name, *files in by_hand(photo):
        add(name, *files)
    for key in failed:
        print("Pillow does not write", key, file=sys.stderr)
    head = f"# Made by picture_sweep.py with Pillow {Image.__version__} and OpenCV {cv2.__version__}: file, bytes, size, decoded B, G, R\n"
    pathlib.Path(prefix + ".tsv").write_text(head + "".join(r + "\n" for r in rows))
    with open(prefix + ".bin.gz", "wb") as f, gzip.GzipFile("", "wb", 9, f, 0) as z:
        z.write(blob)
    print(len(rows), "files,", len(blob), "bytes", file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])
