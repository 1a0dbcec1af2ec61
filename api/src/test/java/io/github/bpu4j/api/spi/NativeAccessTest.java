// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.preprocess.ImageFrame;
import org.junit.jupiter.api.Test;

final class NativeAccessTest {
  private final Throwable refused =
      new ExceptionInInitializerError(
          new IllegalCallerException("Illegal native access from module x"));

  @Test
  void namesTheOptionForTheClassPath() {
    assertThat(NativeAccess.objection(refused, NativeAccess.class))
        .contains(
            "this JVM refuses native access (Illegal native access from module x); start it with"
                + " --enable-native-access=ALL-UNNAMED");
  }

  @Test
  void namesEachModuleOnce() {
    assertThat(NativeAccess.objection(refused, Integer.class, String.class, ImageFrame.class))
        .hasValueSatisfying(
            text -> assertThat(text).endsWith("--enable-native-access=ALL-UNNAMED,java.base"));
  }

  @Test
  void otherFailuresAreNotItsAffair() {
    assertThat(NativeAccess.objection(new UnsatisfiedLinkError("no such file"), String.class))
        .isEmpty();
  }
}
