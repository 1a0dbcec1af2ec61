// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.stream;

/** Leaves scores as they are. */
record NoSmoother() implements Smoother {
  @Override
  public void smooth(float[] scores, long timestampMicros) {}
}
