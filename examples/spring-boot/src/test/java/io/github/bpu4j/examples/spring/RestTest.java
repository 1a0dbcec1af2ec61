// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a program gets: answers, health, metrics, and a clear refusal when there is too much. */
class RestTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static RunningService service;

  @BeforeAll
  static void start() {
    service = RunningService.start();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void aRawBodyIsAnsweredInTheDocumentedShape() throws Exception {
    HttpResponse<String> response =
        service.post(
            "api/classify",
            "image/png",
            BodyPublishers.ofByteArray(RunningService.picture("chelsea.png")));
    assertThat(response.statusCode()).isEqualTo(200);
    JsonNode answer = JSON.readTree(response.body());
    assertThat(answer.at("/categories/0/name").asText()).isEqualTo("Egyptian cat");
    assertThat(answer.at("/categories/0/display_name").asText()).matches("\\p{IsHan}+");
    assertThat(answer.at("/timing_ms/infer").asDouble()).isPositive();
    assertThat(keys(answer)).isEqualTo(documented(true));
  }

  @Test
  void aFormIsAnsweredWithItsFileNameAndTheDrawnPicture() throws Exception {
    HttpResponse<String> response =
        service.form(
            "api/classify?annotated=true",
            "picture",
            "coffee.png",
            RunningService.picture("coffee.png"));
    JsonNode answer = JSON.readTree(response.body());
    assertThat(answer.at("/file").asText()).isEqualTo("coffee.png");
    assertThat(answer.at("/categories/0/name").asText()).isIn("espresso", "cup");
    assertThat(keys(answer)).isEqualTo(documented(false));
    String uri = answer.at("/annotated").asText();
    byte[] jpeg = Base64.getDecoder().decode(uri.replaceFirst("data:image/jpeg;base64,", ""));
    BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(jpeg));
    BufferedImage original = ImageIO.read(RunningService.path("coffee.png").toFile());
    assertThat(drawn.getWidth()).isEqualTo(original.getWidth());
    assertThat(drawn.getHeight()).isEqualTo(original.getHeight());
    assertThat(bright(drawn)).as("letters on the band").isGreaterThan(100);
  }

  /** How many pixels of the lowest rows are nearly white. */
  private static int bright(BufferedImage image) {
    int bright = 0;
    for (int y = image.getHeight() - 30; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int rgb = image.getRGB(x, y);
        if ((rgb >> 16 & 255) > 220 && (rgb >> 8 & 255) > 220 && (rgb & 255) > 220) {
          bright++;
        }
      }
    }
    return bright;
  }

  @Test
  void healthAndMetricsTellOfTheClassifier() throws Exception {
    service.post(
        "api/classify",
        "application/octet-stream",
        BodyPublishers.ofByteArray(RunningService.picture("chelsea.png")));
    JsonNode health = JSON.readTree(service.get("actuator/health").body());
    assertThat(health.at("/status").asText()).isEqualTo("UP");
    assertThat(health.at("/components/bpu4j/details/runtime").asText()).isEqualTo("onnx");
    JsonNode metric = JSON.readTree(service.get("actuator/metrics/bpu4j.pictures").body());
    assertThat(metric.at("/measurements/0/value").asDouble()).isPositive();
    assertThat(service.get("actuator/prometheus").body())
        .contains("bpu4j_pictures_seconds_count{outcome=\"answered\",reason=\"none\"}")
        .contains("bpu4j_phase_seconds_sum{phase=\"infer\"}")
        .contains("bpu4j_in_flight", "bpu4j_frames_dropped", "bpu4j_queue");
  }

  @Test
  void twoHundredUploadsAtOnceAreAllAnsweredOrAskedToRetry() throws Exception {
    byte[] picture = RunningService.picture("coffee.png");
    List<CompletableFuture<HttpResponse<String>>> pending = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      pending.add(
          service.postAsync("api/classify", "image/png", BodyPublishers.ofByteArray(picture)));
    }
    int answered = 0;
    for (CompletableFuture<HttpResponse<String>> each : pending) {
      HttpResponse<String> response = each.get();
      assertThat(response.statusCode()).isIn(200, 503);
      if (response.statusCode() == 200) {
        answered++;
      } else {
        assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
      }
    }
    assertThat(answered).isPositive();
    assertThat(service.get("actuator/health").statusCode()).isEqualTo(200);
  }

  /** The keys of an object and the objects in it, as docs/json.md writes them. */
  private static Set<String> keys(JsonNode answer) {
    Set<String> keys = new TreeSet<>();
    answer
        .properties()
        .forEach(
            field -> {
              JsonNode value = field.getValue();
              String key = field.getKey();
              if (value.isArray()) {
                value.get(0).fieldNames().forEachRemaining(name -> keys.add(key + "[]." + name));
              } else if (value.isObject()) {
                value.fieldNames().forEachRemaining(name -> keys.add(key + "." + name));
              } else {
                keys.add(key);
              }
            });
    return keys;
  }

  private static Set<String> documented(boolean withoutAnnotated) throws Exception {
    String page = Files.readString(Path.of("../../docs/json.md"));
    int start = page.indexOf("\n## classify");
    String section = page.substring(start, page.indexOf("\n## ", start + 1));
    Set<String> keys = new TreeSet<>();
    Matcher row = Pattern.compile("(?m)^\\| `([^`]+)`").matcher(section);
    while (row.find()) {
      keys.add(row.group(1));
    }
    if (withoutAnnotated) {
      keys.remove("annotated");
    }
    return keys;
  }
}
