// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert.check;

/**
 * What the network answered to one way of feeding it.
 *
 * @param hypothesis the way
 * @param cosine mean cosine of its centered logits with those of the compiled file
 * @param confidence mean of its highest score per picture, 0 to 1
 */
record Replay(Hypothesis hypothesis, double cosine, double confidence) {}
