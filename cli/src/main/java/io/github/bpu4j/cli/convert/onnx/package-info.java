// SPDX-License-Identifier: Apache-2.0
/** Reads the graph of an .onnx file, and rewrites it for the compiler. */
@NullMarked
package io.github.bpu4j.cli.convert.onnx;

import org.jspecify.annotations.NullMarked;
