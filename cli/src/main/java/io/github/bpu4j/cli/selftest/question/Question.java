// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest.question;

import io.github.bpu4j.cli.selftest.verdict.Wording;

/**
 * An open question and what this machine says to it.
 *
 * @param key such as {@code Q23}, the number in the project's list, or a word for one without
 * @param title the question
 * @param answer what was found, or why it was not asked
 * @param asked whether it was
 */
public record Question(String key, Wording title, Wording answer, boolean asked) {
  static Question answered(String key, Wording title, Wording answer) {
    return new Question(key, title, answer, true);
  }

  static Question left(String key, Wording title, Wording why) {
    return new Question(key, title, why, false);
  }
}
