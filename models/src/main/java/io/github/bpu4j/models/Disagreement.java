// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.models;

/**
 * A fact that the vendor's pages state in two ways.
 *
 * @param field what is stated
 * @param a one value
 * @param aSource where it stands
 * @param b the other value; empty if the only one looks wrong
 * @param bSource where that stands
 * @param taken which one this catalog has, and why
 * @since 0.1.0
 */
public record Disagreement(
    String field, String a, String aSource, String b, String bSource, String taken) {

  @Override
  public String toString() {
    String other = b.isEmpty() ? "" : "; B: %s (%s)".formatted(b, bSource);
    return "%s: A: %s (%s)%s; taken: %s".formatted(field, a, aSource, other, taken);
  }
}
