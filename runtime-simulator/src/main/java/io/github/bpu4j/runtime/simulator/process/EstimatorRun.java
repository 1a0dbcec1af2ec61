// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator.process;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.bpu4j.api.spi.PrivateFolder;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A finished run of {@code hbdk-perf}, which leaves a JSON file for each part of a BPU program.
 *
 * @param folder where they are
 */
public record EstimatorRun(PrivateFolder folder) {
  /** A hundred times what a large model takes. */
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private static final String SUMMARY = "summary";

  /**
   * Runs it to its end.
   *
   * @throws IOException if it fails or takes too long
   */
  public static EstimatorRun start(Path estimator, ProgramFile program, PrivateFolder folder)
      throws IOException {
    List<String> command =
        List.of(estimator.toString(), program.path().toString(), "-o", folder.path().toString());
    try (VendorProcess process = VendorProcess.start(command, folder)) {
      if (!process.awaitEnd(System.nanoTime() + LIMIT.toNanos())) {
        throw new IOException("hbdk-perf gave no answer within " + LIMIT.toSeconds() + " s");
      }
      if (process.exit() != 0) {
        String said = process.errors() + "\n" + process.output();
        throw new IOException("hbdk-perf: " + ExitText.of(process.exit(), said));
      }
    }
    return new EstimatorRun(folder);
  }

  /**
   * A number of a part's summary.
   *
   * @param part the part's name
   * @param key such as {@code latency (us)}
   * @throws IOException if there is none
   */
  public double figure(String part, String key) throws IOException {
    String name = part + ".json";
    try (InputStream in = new FileInputStream(file(name));
        JsonParser json = new JsonFactory().createParser(in)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean summary = json.currentName().equals(SUMMARY);
        JsonToken start = json.nextToken();
        if (summary && start == JsonToken.START_OBJECT) {
          return inSummary(json, name, key);
        }
        json.skipChildren();
      }
    }
    throw new IOException("hbdk-perf wrote no summary to " + name);
  }

  private File file(String name) throws IOException {
    try {
      return folder.resolve(name).toFile();
    } catch (IllegalArgumentException e) {
      throw new IOException("a part of the program has a name that cannot be a file name", e);
    }
  }

  private static double inSummary(JsonParser json, String name, String key) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      boolean wanted = json.currentName().equals(key);
      if (json.nextToken().isNumeric() && wanted) {
        return json.getDoubleValue();
      }
      json.skipChildren();
    }
    throw new IOException("hbdk-perf wrote no \"" + key + "\" to " + name);
  }
}
