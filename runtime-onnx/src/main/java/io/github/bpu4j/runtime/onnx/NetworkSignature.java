// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import io.github.bpu4j.api.spi.ModelInfo;

/**
 * The tensors that a classifier's session takes and gives.
 *
 * @param info for the user
 * @param picture the tensor that goes in
 * @param scores the tensor that comes out
 */
record NetworkSignature(ModelInfo info, PictureTensor picture, Node scores) {}
