// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator.graph;

import io.github.bpu4j.modelfile.InputType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the simulator wants an input of a node on the BPU: the end of the file's name, and bytes. */
public enum InputForm {
  /** NV12 without gaps between rows, a file for each picture of a batch. */
  NV12(".yuv"),
  /** Brightness without gaps between rows. */
  GRAY(".y"),
  /** Color planes or full-resolution YUV, 128 subtracted from each byte. */
  CENTERED(".bin"),
  /** Signed bytes in the order of the dimensions. */
  NUMBERS(".bin");

  private static final int CENTER = 128;

  private final String ending;

  InputForm(String ending) {
    this.ending = ending;
  }

  /** The end of the file's name, by which the simulator knows pictures. */
  public String ending() {
    return ending;
  }

  /** The form of a model's input; empty for inputs that no node on the BPU can take directly. */
  static Optional<InputForm> of(InputType type) {
    return switch (type) {
      case NV12 -> Optional.of(NV12);
      case GRAY -> Optional.of(GRAY);
      case RGB, BGR, RGBP, BGRP, YUV444 -> Optional.of(CENTERED);
      case S8 -> Optional.of(NUMBERS);
      default -> Optional.empty();
    };
  }

  /** The content of the files for a value, in order. */
  public List<byte[]> files(Numbers value) {
    List<byte[]> files = new ArrayList<>();
    if (value instanceof Numbers.Pictures pictures) {
      for (byte[] picture : pictures.pictures()) {
        files.add(this == CENTERED ? centered(picture) : picture);
      }
    } else if (value instanceof Numbers.Integers integers) {
      files.add(bytes(integers.values()));
    } else {
      throw new IllegalArgumentException("a node on the BPU takes no floats");
    }
    return files;
  }

  private static byte[] centered(byte[] picture) {
    byte[] signed = picture.clone();
    for (int i = 0; i < signed.length; i++) {
      signed[i] = (byte) (signed[i] - CENTER);
    }
    return signed;
  }

  private static byte[] bytes(long[] values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
