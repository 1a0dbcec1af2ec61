// SPDX-License-Identifier: Apache-2.0
/** Classifiers on the host's CPU through ONNX Runtime. */
@NullMarked
package io.github.bpu4j.runtime.onnx;

import org.jspecify.annotations.NullMarked;
