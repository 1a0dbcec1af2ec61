// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

/**
 * What a row compares.
 *
 * @param what is measured, with its unit
 * @param subject such as a picture; {@code -} if there is only one
 * @param jvm that runs this library
 * @param peer to compare with
 */
record Pairing(String what, String subject, String jvm, String peer) {}
