// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.perf;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.bpu4j.api.spi.ModelInfo;
import io.github.bpu4j.cli.io.Json;
import io.github.bpu4j.cli.io.TerminalText;
import io.github.bpu4j.cli.language.Text;
import io.github.bpu4j.cli.language.Texts;
import io.github.bpu4j.runtime.simulator.SimulatorRuntime;
import java.io.IOException;

/**
 * Formats the measurements of a run.
 *
 * @param model the model that was measured
 * @param load description of the pictures
 * @param threads number of threads
 * @param run the measurements
 * @param latencies the latencies of the run, sorted
 */
record PerfReport(ModelInfo model, Text load, int threads, Measurement run, Latencies latencies) {

  static PerfReport of(ModelInfo model, Workload load, int threads, Measurement run) {
    return new PerfReport(model, load.describe(), threads, run, run.latencies());
  }

  /** The report as text. */
  String page(Texts texts) {
    return texts.text(
        "perf.page",
        """
        %s on %s%s
        input:    %s
        threads:  %d
        pictures: %d in %.3f s%s
        latency:  average %.3f ms, min %.3f, max %.3f, p50 %.3f, p90 %.3f, p99 %.3f
        phases:   decode %.3f ms, wait %.3f, preprocess %.3f, infer %.3f, postprocess %.3f
        rate:     %.2f frames per second (FPS)
        """,
        TerminalText.printable(model.name()),
        model.runtime(),
        model.simulated() ? simulated() : "",
        TerminalText.printable(texts.text(load)),
        threads,
        latencies.count(),
        run.elapsedNanos() / 1e9,
        run.failed() == 0 ? "" : Text.of("perf.failed", ", %d failed", run.failed()),
        latencies.average() / 1e6,
        latencies.min() / 1e6,
        latencies.max() / 1e6,
        latencies.percentile(0.5) / 1e6,
        latencies.percentile(0.9) / 1e6,
        latencies.percentile(0.99) / 1e6,
        each(run.phases().decode()),
        each(run.phases().queue()),
        each(run.phases().preprocess()),
        each(run.phases().infer()),
        each(run.phases().postprocess()),
        run.framesPerSecond());
  }

  private Text simulated() {
    return model.runtime().equals(SimulatorRuntime.NAME)
        ? Text.of(
            "perf.simulator",
            " - SIMULATED: these are times of the vendor's simulator on this machine, not a"
                + " board's; 'bpu4j info' shows what the vendor estimates for a board")
        : Text.of(
            "perf.stand-in", " - SIMULATED by a stand-in; these are not figures of any hardware");
  }

  /** The report as one JSON object on a line. */
  String json() {
    return Json.line(this::write);
  }

  private void write(JsonGenerator json) throws IOException {
    json.writeStringField("model", model.name());
    json.writeStringField("runtime", model.runtime());
    json.writeBooleanField("simulated", model.simulated());
    json.writeStringField("input", load.toString());
    json.writeNumberField("threads", threads);
    json.writeNumberField("frames", latencies.count());
    json.writeNumberField("failed", run.failed());
    Json.millis(json, "elapsed_ms", run.elapsedNanos());
    Json.score(json, "fps", (float) run.framesPerSecond());
    json.writeObjectFieldStart("latency_ms");
    Json.millis(json, "average", Math.round(latencies.average()));
    Json.millis(json, "min", latencies.min());
    Json.millis(json, "max", latencies.max());
    Json.millis(json, "p50", latencies.percentile(0.5));
    Json.millis(json, "p90", latencies.percentile(0.9));
    Json.millis(json, "p99", latencies.percentile(0.99));
    json.writeEndObject();
    json.writeObjectFieldStart("phases_ms");
    Json.millis(json, "decode", run.phases().decode() / latencies.count());
    Json.millis(json, "wait", run.phases().queue() / latencies.count());
    Json.millis(json, "preprocess", run.phases().preprocess() / latencies.count());
    Json.millis(json, "infer", run.phases().infer() / latencies.count());
    Json.millis(json, "postprocess", run.phases().postprocess() / latencies.count());
    json.writeEndObject();
  }

  private double each(long nanos) {
    return nanos / 1e6 / latencies.count();
  }
}
