// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bpu4j.api.error.ClassifierBusyException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.unit.DataSize;

/** Uploads that are not pictures: each is refused as the client's mistake, and the server lives. */
class HostileUploadsTest {
  private static final String BY_SPRING = "about:blank";
  private static final String PATH = "api/classify?annotated=true";
  private static final int HUNDRED_MEGABYTES = 100 << 20;
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

  @AfterEach
  void aPictureIsStillAnswered() throws Exception {
    HttpResponse<String> response =
        service.form(PATH, "picture", "x.png", RunningService.picture("chelsea.png"));
    assertThat(response.statusCode()).isEqualTo(200);
  }

  static Stream<Map.Entry<String, byte[]>> noPictures() throws IOException {
    return Stream.of(
        Map.entry("text", "hello".getBytes(StandardCharsets.UTF_8)),
        Map.entry("empty", new byte[0]),
        Map.entry("zip", zip()),
        Map.entry("truncated JPEG", truncatedJpeg()),
        Map.entry("30000x30000", bomb()),
        Map.entry(
            "SVG", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @MethodSource("noPictures")
  void itIsRefusedInAFormAndAsABody(Map.Entry<String, byte[]> upload) throws Exception {
    byte[] bytes = upload.getValue();
    expect(service.form(PATH, "picture", "a.jpg", bytes), 400, "undecodable-picture");
    expect(
        service.post(PATH, "image/jpeg", BodyPublishers.ofByteArray(bytes)),
        400,
        "undecodable-picture");
  }

  @Test
  void aHundredMegabytesAreRefused() throws Exception {
    byte[] large = new byte[HUNDRED_MEGABYTES];
    expect(service.form(PATH, "picture", "a.jpg", large), 413, BY_SPRING);
    expect(service.post(PATH, "image/jpeg", BodyPublishers.ofByteArray(large)), 413, BY_SPRING);
    InputStream unannounced = new ByteArrayInputStream(large);
    expect(
        service.post(PATH, "image/jpeg", BodyPublishers.ofInputStream(() -> unannounced)),
        413,
        BY_SPRING);
  }

  @Test
  void formsWithoutThePictureAndOtherContentAreRefused() throws Exception {
    byte[] picture = RunningService.picture("chelsea.png");
    expect(service.form(PATH, "photo", "a.png", picture), 400, BY_SPRING);
    expect(service.brokenForm(PATH), 400, "broken-form");
    expect(service.post(PATH, "text/plain", BodyPublishers.ofByteArray(picture)), 415, BY_SPRING);
    expect(service.post(PATH, "application/json", BodyPublishers.ofString("{}")), 415, BY_SPRING);
    expect(service.get(PATH), 405, BY_SPRING);
  }

  @Test
  void withoutAPlaceInTimeTheClientIsAskedToRetry() throws Exception {
    UploadGate gate =
        new UploadGate(new UploadSettings(DataSize.ofMegabytes(1), 1, Duration.ofMillis(1)));
    gate.pass(
        () -> {
          Assertions.assertThatThrownBy(() -> gate.pass(() -> "second"))
              .isInstanceOf(ClassifierBusyException.class);
          return "first";
        });
    assertThat(gate.<String>pass(() -> "third")).isEqualTo("third");
  }

  @Test
  void noUploadIsLeftOnDisk() throws Exception {
    aPictureIsStillAnswered();
    expect(
        service.post(PATH, "image/jpeg", BodyPublishers.ofByteArray(truncatedJpeg())),
        400,
        "undecodable-picture");
    InputStream unannounced = new ByteArrayInputStream(new byte[HUNDRED_MEGABYTES]);
    expect(
        service.post(PATH, "image/jpeg", BodyPublishers.ofInputStream(() -> unannounced)),
        413,
        BY_SPRING);
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.startsWith("bpu4j-upload-"));
    }
  }

  /** A problem detail that tells nothing of the server. */
  private static void expect(HttpResponse<String> response, int status, String type)
      throws IOException {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    JsonNode problem = JSON.readTree(response.body());
    assertThat(problem.at("/status").asInt()).isEqualTo(status);
    assertThat(problem.at("/detail").asText()).isNotEmpty();
    assertThat(problem.at("/type").asText()).endsWith(type);
    assertThat(response.body())
        .doesNotContain("Exception", System.getProperty("java.io.tmpdir"), "DecodeLimits");
  }

  private static byte[] zip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("picture.jpg"));
      zip.write(new byte[1000]);
    }
    return bytes.toByteArray();
  }

  private static byte[] truncatedJpeg() throws IOException {
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(ImageIO.read(RunningService.path("coffee.png").toFile()), "jpg", jpeg);
    return Arrays.copyOf(jpeg.toByteArray(), jpeg.size() / 2);
  }

  /** A whole PNG file of a few bytes whose header promises 900 megapixels. */
  private static byte[] bomb() throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.write(new byte[] {(byte) 137, 'P', 'N', 'G', 13, 10, 26, 10});
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    DataOutputStream fields = new DataOutputStream(header);
    fields.writeInt(30_000);
    fields.writeInt(30_000);
    fields.write(new byte[] {8, 2, 0, 0, 0});
    chunk(png, "IHDR", header.toByteArray());
    Deflater deflater = new Deflater();
    deflater.setInput(new byte[100]);
    deflater.finish();
    byte[] data = new byte[100];
    chunk(png, "IDAT", Arrays.copyOf(data, deflater.deflate(data)));
    deflater.end();
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream png, String type, byte[] data)
      throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(data);
    DataOutputStream out = new DataOutputStream(png);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    out.writeInt((int) sum.getValue());
  }
}
