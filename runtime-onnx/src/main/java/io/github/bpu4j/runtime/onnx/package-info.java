// SPDX-License-Identifier: Apache-2.0
/** Runs models on the host's CPU with ONNX Runtime. */
@NullMarked
package io.github.bpu4j.runtime.onnx;

import org.jspecify.annotations.NullMarked;
