// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import io.github.bpu4j.api.spi.ModelInfo;

/**
 * The input and output of a session.
 *
 * @param info for the user
 * @param picture the input tensor
 * @param scores the output tensor
 */
record NetworkSignature(ModelInfo info, PictureTensor picture, Node scores) {}
