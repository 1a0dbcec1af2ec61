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

/** {@code bpu4j doctor}: which runtimes can work here, and why the others cannot. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Tells which runtimes can work here, and why the others cannot.",
      "Exit code 3 when the one asked for, or every one, cannot."
    })
public final class DoctorCommand implements Callable<Integer> {
  private final Streams streams;

  @Mixin private RuntimeOptions options = new RuntimeOptions();

  @Option(names = "--json", description = "One JSON object a runtime, one a line.")
  private boolean json;

  public DoctorCommand(Streams streams) {
    this.streams = streams;
  }

  /** A runtime with its answer. */
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
    boolean able = false;
    for (InferenceRuntime runtime : runtimes) {
      Finding finding = Finding.of(runtime);
      able |= finding.availability().available();
      streams.result(json ? Json.line(line -> write(line, finding)) : page(finding));
    }
    if (runtimes.isEmpty()) {
      streams.message("no runtime is on the class path; add bpu4j-runtime-bpu or -onnx");
    }
    return able ? ExitCode.OK : ExitCode.UNAVAILABLE;
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
            model ->
                text.append("  carries the network ").append(model).append(System.lineSeparator()));
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
