// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.bpu4j.api.Runtimes;
import io.github.bpu4j.api.spi.Availability;
import io.github.bpu4j.api.spi.InferenceRuntime;
import io.github.bpu4j.cli.io.ExitCode;
import io.github.bpu4j.cli.io.Json;
import io.github.bpu4j.cli.io.Streams;
import io.github.bpu4j.cli.options.RuntimeOptions;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bpu4j doctor}: which runtimes work on this machine, and why the others do not. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Shows which runtimes work on this machine, and why the others do not.",
      "Exit code 3 if the runtime given by --runtime does not work, or none does."
    })
public final class DoctorCommand implements Callable<Integer> {
  private final Streams streams;

  @Mixin private RuntimeOptions options = new RuntimeOptions();

  @Option(names = "--json", description = "Print one JSON object per runtime, one per line.")
  private boolean json;

  public DoctorCommand(Streams streams) {
    this.streams = streams;
  }

  /** What a runtime reports about itself. */
  private record Finding(String name, Availability availability, Optional<String> defaultModel) {
    static Finding of(InferenceRuntime runtime) {
      return new Finding(
          runtime.name(),
          runtime.availability(),
          runtime.defaultModel().map(InferenceRuntime.DefaultModel::name));
    }
  }

  @Override
  public Integer call() throws IOException {
    options.applyLibrary();
    List<InferenceRuntime> runtimes = options.asked(Runtimes.discover());
    if (!json) {
      streams.result("bpu4j %s, %s%n".formatted(Version.number(), Version.machine()));
    }
    boolean anyAvailable = false;
    for (InferenceRuntime runtime : runtimes) {
      Finding finding = Finding.of(runtime);
      anyAvailable |= finding.availability().available();
      streams.result(json ? Json.line(line -> write(line, finding)) : page(finding));
    }
    if (runtimes.isEmpty()) {
      streams.message("no runtime on the class path; add bpu4j-runtime-bpu or bpu4j-runtime-onnx");
    }
    return anyAvailable ? ExitCode.OK : ExitCode.UNAVAILABLE;
  }

  private static String page(Finding finding) {
    Availability availability = finding.availability();
    StringBuilder text = new StringBuilder();
    String state = availability.available() ? "available" : "unavailable";
    text.append(finding.name()).append(": ").append(state).append(System.lineSeparator());
    for (String reason : availability.reasons()) {
      text.append("  ").append(reason.replace("\n", "\n  ")).append(System.lineSeparator());
    }
    finding
        .defaultModel()
        .ifPresent(
            model -> text.append("  bundled model: ").append(model).append(System.lineSeparator()));
    return text.toString();
  }

  private static void write(JsonGenerator json, Finding finding) throws IOException {
    json.writeStringField("runtime", finding.name());
    json.writeBooleanField("available", finding.availability().available());
    json.writeArrayFieldStart("reasons");
    for (String reason : finding.availability().reasons()) {
      json.writeString(reason);
    }
    json.writeEndArray();
    json.writeStringField("default_model", finding.defaultModel().orElse(null));
  }
}
