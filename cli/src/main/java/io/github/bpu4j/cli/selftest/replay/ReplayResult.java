// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest.replay;

import io.github.bpu4j.cli.selftest.verdict.Cause;
import io.github.bpu4j.cli.selftest.verdict.Verdict;
import java.util.Optional;

/**
 * What became of one recorded answer.
 *
 * @param replayed the records
 * @param verdict never NO_RECORD
 * @param cause why it is not the same; empty if it is, or if nothing is known
 * @param detail what was got and what is recorded, or why it could not be run
 */
public record ReplayResult(
    ReplayCase replayed, Verdict verdict, Optional<Cause> cause, String detail) {}
