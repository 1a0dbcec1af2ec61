// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation;

/**
 * How often pictures of one class were taken for another.
 *
 * @param truth index of the pictures' class
 * @param answer index of the class that came first
 * @param pictures how many
 * @since 0.1.0
 */
public record Confusion(int truth, int answer, long pictures) {}
