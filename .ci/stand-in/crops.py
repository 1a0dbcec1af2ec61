#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Cuts ten squares out of each picture, a folder for each: crops.py SEED FOLDER PICTURE..."""
import pathlib
import sys

import cv2
import numpy as np

COUNT = 10
SMALLEST = 150

seed, folder, *pictures = sys.argv[1:]
random = np.random.default_rng(int(seed))
for picture in map(pathlib.Path, pictures):
    pixels = cv2.imread(str(picture))
    rows, columns = pixels.shape[:2]
    target = pathlib.Path(folder, picture.stem)
    target.mkdir(parents=True)
    for number in range(COUNT):
        side = int(random.integers(SMALLEST, min(rows, columns) + 1))
        top = int(random.integers(0, rows - side + 1))
        left = int(random.integers(0, columns - side + 1))
        cv2.imwrite(str(target / f"{number}.png"), pixels[top:top + side, left:left + side])
