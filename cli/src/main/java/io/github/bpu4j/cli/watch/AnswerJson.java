// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.watch;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.bpu4j.api.Timings;
import io.github.bpu4j.api.live.LiveResult;
import io.github.bpu4j.cli.io.Json;
import io.github.bpu4j.cli.io.ResultJson;
import io.github.bpu4j.cli.io.ResultsClosedException;
import io.github.bpu4j.cli.io.Streams;
import java.io.IOException;

/** Writes one JSON object per answer, one per line; docs/json.md lists the keys. */
final class AnswerJson implements AnswerReport {
  private final Streams streams;
  private final boolean displayNames;

  AnswerJson(Streams streams, boolean displayNames) {
    this.streams = streams;
    this.displayNames = displayNames;
  }

  @Override
  public void answer(LiveResult answer) throws ResultsClosedException {
    streams.result(Json.line(json -> write(json, answer)));
  }

  @Override
  public void failure(long timestampMicros, Exception failure) throws ResultsClosedException {
    streams.result(
        Json.line(
            json -> {
              json.writeNumberField("timestamp_us", timestampMicros);
              Json.error(json, failure);
            }));
  }

  private void write(JsonGenerator json, LiveResult answer) throws IOException {
    json.writeNumberField("timestamp_us", answer.timestampMicros());
    json.writeNumberField("dropped", answer.dropped());
    ResultJson.write(json, answer.result(), displayNames);
    Timings timings = answer.result().timings();
    json.writeObjectFieldStart("timing_ms");
    Json.millis(json, "wait", answer.requestWaitNanos());
    Json.millis(json, "preprocess", timings.preprocessNanos());
    Json.millis(json, "infer", timings.inferNanos());
    Json.millis(json, "postprocess", timings.postprocessNanos());
    Json.millis(json, "turn", answer.turnWaitNanos());
    Json.millis(json, "total", timings.totalNanos());
    json.writeEndObject();
  }
}
