// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import io.github.bpu4j.api.spi.ModelInfo;

/**
 * What a session computes, in the terms of a classifier.
 *
 * @param info for the user
 * @param picture the tensor that goes in
 * @param scores the tensor that comes out
 */
record Network(ModelInfo info, PictureTensor picture, Node scores) {}
