// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.sweep;

import java.util.Locale;

/**
 * All that makes one file.
 *
 * @param scene what it shows
 * @param seed which picture of that kind
 * @param width columns, before the orientation
 * @param height rows, before the orientation
 * @param quality 1 to 100, as libjpeg counts
 * @param sampling the components' sizes
 * @param marking what it says about colors
 * @param coding the order of the coefficients
 * @param optimized whether sequential scans have Huffman codes of their own
 * @param restart MCUs from a restart marker to the next, 0 for none
 * @param orientation EXIF's, 1 to 8, negative for little endian, 0 for no EXIF block
 * @param odd whether it is laid out unlike libjpeg's: a comment full of markers, fill bytes before
 *     segments, Huffman tables the other way round and in one segment, quantization tables one by
 *     one
 */
record JpegPlan(
    Scene scene,
    int seed,
    int width,
    int height,
    int quality,
    Sampling sampling,
    Marking marking,
    Coding coding,
    boolean optimized,
    int restart,
    int orientation,
    boolean odd) {

  /** A baseline file without anything special. */
  static JpegPlan plain(Scene scene, int seed, int width, int height, Sampling sampling) {
    return new JpegPlan(
        scene,
        seed,
        width,
        height,
        90,
        sampling,
        Marking.JFIF,
        Coding.BASELINE,
        false,
        0,
        0,
        false);
  }

  /** How many quantization tables there are: one for all chroma, or one a component. */
  int quantizations() {
    return Math.min(sampling.components(), seed % 3 == 0 ? 4 : 2);
  }

  /** Which of them a component has. */
  int quantization(int component) {
    return Math.min(component, quantizations() - 1);
  }

  /** A table's steps, in zigzag order. */
  int[] steps(int table) {
    int most = coding == Coding.EXTENDED ? 32767 : 255;
    int coarser = Math.max(1, quality - 9 * Math.max(0, table - 1));
    return Quantization.steps(table == 0 || marking.isRgb(), coarser, most);
  }

  /** Which Huffman table a component has: luma 0, chroma 1, or the other way round. */
  int huffman(int component) {
    return (component == 0) == odd ? 1 : 0;
  }

  JpegPlan withQuality(int value) {
    return new JpegPlan(
        scene,
        seed,
        width,
        height,
        value,
        sampling,
        marking,
        coding,
        optimized,
        restart,
        orientation,
        odd);
  }

  JpegPlan withMarking(Marking value) {
    return new JpegPlan(
        scene,
        seed,
        width,
        height,
        quality,
        sampling,
        value,
        coding,
        optimized,
        restart,
        orientation,
        odd);
  }

  JpegPlan withCoding(Coding value) {
    return new JpegPlan(
        scene,
        seed,
        width,
        height,
        quality,
        sampling,
        marking,
        value,
        optimized,
        restart,
        orientation,
        odd);
  }

  JpegPlan withOptimized(boolean value) {
    return new JpegPlan(
        scene,
        seed,
        width,
        height,
        quality,
        sampling,
        marking,
        coding,
        value,
        restart,
        orientation,
        odd);
  }

  JpegPlan withRestart(int value) {
    return new JpegPlan(
        scene,
        seed,
        width,
        height,
        quality,
        sampling,
        marking,
        coding,
        optimized,
        value,
        orientation,
        odd);
  }

  JpegPlan withOrientation(int value) {
    return new JpegPlan(
        scene, seed, width, height, quality, sampling, marking, coding, optimized, restart, value,
        odd);
  }

  JpegPlan withOdd(boolean value) {
    return new JpegPlan(
        scene,
        seed,
        width,
        height,
        quality,
        sampling,
        marking,
        coding,
        optimized,
        restart,
        orientation,
        value);
  }

  /** Its file name without the extension, unique in the sweep by the seed. */
  @Override
  public String toString() {
    return "%04d-%s-%dx%d-q%d-%s-%s-%s%s-r%d-o%d%s"
        .formatted(
            seed,
            scene,
            width,
            height,
            quality,
            sampling,
            marking,
            coding,
            optimized ? "-optimized" : "",
            restart,
            orientation,
            odd ? "-odd" : "")
        .toLowerCase(Locale.ROOT);
  }
}
