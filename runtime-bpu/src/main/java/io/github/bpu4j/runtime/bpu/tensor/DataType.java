// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu.tensor;

import io.github.bpu4j.api.spi.TensorType;
import io.github.bpu4j.runtime.bpu.dnn.Dnn;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The numbers of hbDNNDataType, by which libdnn names what a tensor's memory holds. */
final class DataType {
  private DataType() {}

  /** The type of that number; empty for a number that libdnn does not define. */
  static Optional<TensorType> of(int number) {
    return Optional.ofNullable(find(number));
  }

  private static @Nullable TensorType find(int number) {
    return switch (number) {
      case Dnn.HB_DNN_IMG_TYPE_Y -> TensorType.GRAY;
      case Dnn.HB_DNN_IMG_TYPE_NV12 -> TensorType.NV12;
      case Dnn.HB_DNN_IMG_TYPE_NV12_SEPARATE -> TensorType.NV12_SEPARATE;
      case Dnn.HB_DNN_IMG_TYPE_YUV444 -> TensorType.YUV444;
      case Dnn.HB_DNN_IMG_TYPE_RGB -> TensorType.RGB;
      case Dnn.HB_DNN_IMG_TYPE_BGR -> TensorType.BGR;
      case Dnn.HB_DNN_TENSOR_TYPE_S4 -> TensorType.S4;
      case Dnn.HB_DNN_TENSOR_TYPE_U4 -> TensorType.U4;
      case Dnn.HB_DNN_TENSOR_TYPE_S8 -> TensorType.S8;
      case Dnn.HB_DNN_TENSOR_TYPE_U8 -> TensorType.U8;
      case Dnn.HB_DNN_TENSOR_TYPE_F16 -> TensorType.F16;
      case Dnn.HB_DNN_TENSOR_TYPE_S16 -> TensorType.S16;
      case Dnn.HB_DNN_TENSOR_TYPE_U16 -> TensorType.U16;
      case Dnn.HB_DNN_TENSOR_TYPE_F32 -> TensorType.F32;
      case Dnn.HB_DNN_TENSOR_TYPE_S32 -> TensorType.S32;
      case Dnn.HB_DNN_TENSOR_TYPE_U32 -> TensorType.U32;
      case Dnn.HB_DNN_TENSOR_TYPE_F64 -> TensorType.F64;
      case Dnn.HB_DNN_TENSOR_TYPE_S64 -> TensorType.S64;
      case Dnn.HB_DNN_TENSOR_TYPE_U64 -> TensorType.U64;
      default -> null;
    };
  }
}
