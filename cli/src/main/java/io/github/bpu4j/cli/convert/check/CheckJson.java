// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert.check;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.bpu4j.cli.io.Json;
import io.github.bpu4j.cli.language.Text;
import java.io.IOException;
import java.util.Locale;

/** The result as one JSON object; docs/json.md describes it. */
final class CheckJson {
  private CheckJson() {}

  static String line(CheckResult result) {
    return Json.line(
        json -> {
          json.writeStringField("network", result.run().network().toString());
          json.writeStringField("compiled", result.run().compiled().toString());
          json.writeStringField("runtime", result.run().runtime().name());
          json.writeNumberField("pictures", result.run().pictures().size());
          json.writeStringField("range", result.run().settings().range().name());
          json.writeStringField("verdict", result.verdict().kind().words());
          json.writeNumberField("logit_cosine", result.cosine());
          json.writeNumberField("logit_cosine_least", result.comparison().logitCosine().least());
          json.writeNumberField("logit_cosine_other_range", result.otherRange());
          json.writeNumberField("same_first_class", result.comparison().agreement().value());
          if (result.comparison().difference().pictures() > 0) {
            json.writeNumberField("score_difference", result.comparison().difference().mean());
          }
          likely(json, result);
          replays(json, result);
          Json.text(json, "hint", result.hint().map(Text::toString));
        });
  }

  private static void likely(JsonGenerator json, CheckResult result) throws IOException {
    json.writeArrayFieldStart("likely");
    for (Verdict.Likely each : result.verdict().likely()) {
      json.writeStartObject();
      json.writeStringField("cause", each.cause().name().toLowerCase(Locale.ROOT));
      json.writeStringField("evidence", each.evidence().toString());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void replays(JsonGenerator json, CheckResult result) throws IOException {
    json.writeArrayFieldStart("replays");
    for (Replay each : result.replays()) {
      json.writeStartObject();
      json.writeStringField("mistake", each.hypothesis().name().toString());
      json.writeNumberField("logit_cosine", each.cosine());
      json.writeNumberField("confidence", each.confidence());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
