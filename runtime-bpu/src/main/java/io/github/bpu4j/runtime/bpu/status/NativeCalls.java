// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu.status;

import io.github.bpu4j.api.error.ClassifierException;
import io.github.bpu4j.api.error.NativeStatus;
import io.github.bpu4j.runtime.bpu.dnn.Dnn;
import org.bytedeco.javacpp.BytePointer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where a status that libdnn returned becomes an exception or a log line. */
public final class NativeCalls {
  public static final int SUCCESS = 0;

  private static final Logger LOG = LoggerFactory.getLogger(NativeCalls.class);

  private NativeCalls() {}

  /**
   * Throws the exception of the code's row unless the code is success.
   *
   * @param what was being done and to what, for the message
   */
  public static void check(int code, String function, Activity activity, String what) {
    if (code != SUCCESS) {
      throw failure(code, function, activity, what);
    }
  }

  public static ClassifierException failure(
      int code, String function, Activity activity, String what) {
    return activity.exceptionFor(StatusCode.of(code)).create(what, status(code, function));
  }

  /** Logs the failure of a call that releases something, where no caller can act on it. */
  public static void checkQuietly(int code, String function, String what) {
    if (code != SUCCESS) {
      LOG.warn("{}: {}", what, status(code, function));
    }
  }

  private static NativeStatus status(int code, String function) {
    StatusCode row = StatusCode.of(code);
    String said = row == StatusCode.UNKNOWN ? description(code) : "";
    return new NativeStatus(function, code, row.name(), said + row.remedy());
  }

  private static String description(int code) {
    BytePointer text = Dnn.hbDNNGetErrorDesc(code);
    return text == null || text.isNull() ? "" : "libdnn says \"" + text.getString() + "\"; ";
  }
}
