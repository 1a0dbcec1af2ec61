// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.cli.selftest.report.SampleReport;
import org.junit.jupiter.api.Test;

/** The JSON of a whole self-test against docs/json.md; a board or stand-in is not needed for it. */
final class SelftestJsonTest {
  @Test
  void isAsDocumented() throws Exception {
    JsonSchema schema = JsonSchema.of("docs/json.md", "selftest");
    schema.check(SampleReport.json());
    assertThat(JsonSchema.of("docs/zh/json.md", "selftest")).isEqualTo(schema);
  }
}
