// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert.plan;

/** What goes wrong with a conversion, most of it without a word from the compiler. */
public enum Trap {
  /** Operators newer than the compiler knows. */
  OPSET,
  /** A file format newer than the compiler reads. */
  FILE_FORMAT,
  /** Bounds of a Clip that are lists of one number. */
  CLIP_BOUNDS,
  /** A batch that is known only at run time. */
  OPEN_BATCH,
  /** Several pictures at once. */
  BATCH,
  /** A size that is known only at run time. */
  OPEN_SIZE,
  /** An odd width or height, which NV12 does not have. */
  ODD_SIDES,
  /** Channels last, as TensorFlow exports. */
  CHANNELS_LAST,
  /** No picture of three channels as the only input. */
  NO_PICTURE,
  /** A network that takes NV12, made for this SDK and not for the compiler. */
  TAKES_NV12,
  /** An input of bytes. */
  BYTE_INPUT,
  /** Half precision. */
  HALF_PRECISION,
  /** Weights that are NaN or infinite. */
  BROKEN_WEIGHTS,
  /** Weights in a file that is not there. */
  MISSING_WEIGHTS,
  /** Operators of another domain. */
  FOREIGN_OPERATOR,
  /** An operator that the board's runtime lacks. */
  UNKNOWN_OPERATOR,
  /** A LogSoftmax at the end. */
  LOG_SOFTMAX,
  /** An ArgMax at the end. */
  ARG_MAX,
  /** No output of one score per class. */
  NO_SCORES,
  /** A class 0 for the background. */
  BACKGROUND_CLASS,
  /** As many labels as there are not classes. */
  LABELS,
  /** Mean and scale stated, and in the graph too. */
  NORMALIZED_TWICE,
  /** Neither metadata nor options say how colors are read. */
  NO_NUMBERS,
  /** A deviation in the place of a scale. */
  SCALE_IS_DEVIATION,
  /** Numbers for pixels from 0 to 1. */
  UNIT_RANGE,
  /** A picture that cannot be read. */
  UNREADABLE_PICTURE,
  /** A picture of one color. */
  FLAT_PICTURE,
  /** Fewer pictures than a calibration needs. */
  FEW_PICTURES,
  /** Calibration data that are not pixels from 0 to 255. */
  BAD_DATA
}
