// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.doctor.check;

import io.github.bpu4j.cli.doctor.finding.Diagnosis;
import io.github.bpu4j.cli.doctor.finding.Finding;
import io.github.bpu4j.cli.doctor.view.Board;
import io.github.bpu4j.cli.doctor.view.SystemView;
import java.util.List;
import java.util.Set;

/** The Java of this process: version, vendor, architecture, and whether it may call native code. */
public final class JavaCheck implements Check {
  private static final Set<String> ARCHITECTURES = Set.of("amd64", "x86_64", "aarch64");

  /** From here on, Java warns about native calls that were not enabled. */
  private static final int WARNS = 24;

  @Override
  public List<Finding> examine(SystemView view, Board board) {
    return List.of(view.isLive() ? running() : InstalledJava.in(view));
  }

  private static Finding running() {
    String architecture = System.getProperty("os.arch", "unknown");
    boolean enabled = isNativeAccessEnabled();
    String evidence =
        "Java %s, %s, %s, native access %s"
            .formatted(
                System.getProperty("java.version"),
                System.getProperty("java.vendor"),
                architecture,
                enabled ? "allowed" : "not enabled");
    if (!ARCHITECTURES.contains(architecture)) {
      return Diagnosis.JAVA_NO_NATIVE_CODE.with(evidence);
    }
    boolean warns = !enabled && Runtime.version().feature() >= WARNS;
    return (warns ? Diagnosis.JAVA_NATIVE_ACCESS : Diagnosis.JAVA_OK).with(evidence);
  }

  /** Asks the module, which older versions of Java cannot: they allow it always. */
  private static boolean isNativeAccessEnabled() {
    try {
      Module module = JavaCheck.class.getModule();
      return (Boolean) Module.class.getMethod("isNativeAccessEnabled").invoke(module);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
