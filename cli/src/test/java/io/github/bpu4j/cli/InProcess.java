// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli;

import io.github.bpu4j.cli.io.StartClock;
import io.github.bpu4j.cli.io.Streams;
import io.github.bpu4j.cli.language.Language;
import io.github.bpu4j.cli.language.Texts;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Runs the command in this process, which takes a fraction of a new one's start.
 *
 * @param exit the exit code
 * @param out the text of the results
 * @param err the text of the messages
 */
record InProcess(int exit, String out, String err) {
  static InProcess run(Object... arguments) {
    String[] texts = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
    ByteArrayOutputStream results = new ByteArrayOutputStream();
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(messages, true, StandardCharsets.UTF_8);
    int exit =
        Bpu4j.commandLine(
                new Streams(results, print, false, Texts.in(Language.of(texts, ""))),
                new StartClock(false),
                texts)
            .execute(texts);
    return new InProcess(
        exit, results.toString(StandardCharsets.UTF_8), messages.toString(StandardCharsets.UTF_8));
  }
}
