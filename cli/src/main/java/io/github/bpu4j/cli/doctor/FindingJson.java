// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.doctor;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.bpu4j.cli.doctor.finding.Finding;
import io.github.bpu4j.cli.io.Json;
import io.github.bpu4j.cli.language.Text;
import java.io.IOException;

/** Writes findings as JSON, one object per line. */
final class FindingJson {
  private FindingJson() {}

  static String line(Finding finding) {
    return Json.line(json -> write(json, finding));
  }

  /** A finding with what the runtime reported. */
  static String line(RuntimeReport report) {
    return Json.line(
        json -> {
          write(json, report.finding());
          json.writeStringField("runtime", report.name());
          json.writeBooleanField("available", report.availability().available());
          json.writeArrayFieldStart("reasons");
          for (String reason : report.availability().reasons()) {
            json.writeString(reason);
          }
          json.writeEndArray();
          Json.text(json, "default_model", report.defaultModel());
        });
  }

  private static void write(JsonGenerator json, Finding finding) throws IOException {
    json.writeStringField("check", finding.check());
    json.writeStringField("finding", finding.diagnosis().id());
    json.writeStringField("state", finding.state().word());
    json.writeStringField("evidence", finding.evidence());
    Json.text(json, "remedy", finding.remedy().map(Text::toString));
  }
}
