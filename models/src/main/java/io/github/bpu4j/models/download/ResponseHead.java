// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.models.download;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a response says about the file, apart from its bytes. */
final class ResponseHead {
  private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18})");
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  private final String url;
  private final int status;
  private final HttpHeaders headers;

  ResponseHead(HttpResponse<?> response) {
    url = response.uri().toString();
    status = response.statusCode();
    headers = response.headers();
  }

  /** Whether it brings the rest of the file instead of all of it. */
  boolean partial() {
    return status == 206;
  }

  /** Whether what was asked for lies behind the end of the file. */
  boolean outOfRange() {
    return status == 416;
  }

  /** Requires a status and a kind of content that a file can come with. */
  void requireFile() throws DownloadException {
    if (status != 200 && status != 206) {
      throw refusal();
    }
    String coding = headers.firstValue("Content-Encoding").orElse("identity");
    if (!coding.equals("identity")) {
      throw DownloadException.lasting(
          "%s comes compressed (%s), expected the file as it is; name another base URL"
              .formatted(url, coding));
    }
    String type = headers.firstValue("Content-Type").orElse("");
    if (type.startsWith("text/html")) {
      throw DownloadException.lasting(
          url
              + " is a web page, expected a model file; check the base URL, or log in to the network");
    }
  }

  private DownloadException refusal() {
    String answer = url + ": the server answers " + status;
    return switch (status) {
      case 404, 410 ->
          DownloadException.lasting(answer + ": there is no such file; it may be gone");
      case 401, 403 -> DownloadException.lasting(answer + ": it does not give this file to you");
      case 407 -> DownloadException.lasting(answer + ": the proxy asks for a password");
      case 408, 425, 429, 500, 502, 503, 504 -> later(answer);
      default -> DownloadException.lasting(answer + ", expected 200");
    };
  }

  private DownloadException later(String answer) {
    Optional<Duration> wait = headers.firstValue("Retry-After").flatMap(ResponseHead::seconds);
    if (wait.isEmpty()) {
      return DownloadException.passing(answer + "; it may work later");
    }
    String asked = answer + " and asks to wait " + Text.seconds(wait.get());
    return wait.get().compareTo(LONGEST_WAIT) > 0
        ? DownloadException.lasting(asked)
        : DownloadException.passingAfter(wait.get(), asked);
  }

  private static Optional<Duration> seconds(String text) {
    return text.matches("\\d{1,9}")
        ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
        : Optional.empty();
  }

  /**
   * What changes with the content: a strong ETag, or else a time of change that is at least a
   * minute before now, as after less than that two versions may have the same one.
   */
  Optional<String> validator() {
    return headers
        .firstValue("ETag")
        .filter(tag -> tag.startsWith("\""))
        .or(() -> headers.firstValue("Last-Modified").filter(this::longBeforeNow));
  }

  private boolean longBeforeNow(String modified) {
    Optional<Instant> sent = headers.firstValue("Date").flatMap(ResponseHead::instant);
    Optional<Instant> changed = instant(modified);
    return sent.isPresent()
        && changed.isPresent()
        && Duration.between(changed.get(), sent.get()).compareTo(Duration.ofMinutes(1)) >= 0;
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Bytes of the whole file, if stated. */
  OptionalLong total() {
    if (!partial()) {
      return headers.firstValueAsLong("Content-Length");
    }
    Matcher range = RANGE.matcher(headers.firstValue("Content-Range").orElse(""));
    return range.matches() ? OptionalLong.of(Long.parseLong(range.group(3))) : OptionalLong.empty();
  }

  /** Whether it is the rest of this version of the file from that byte on. */
  boolean continues(PartOrigin origin, long from) {
    Matcher range = RANGE.matcher(headers.firstValue("Content-Range").orElse(""));
    boolean sameVersion = validator().map(origin.validator()::equals).orElse(true);
    return sameVersion
        && range.matches()
        && Long.parseLong(range.group(1)) == from
        && Long.parseLong(range.group(2)) == Long.parseLong(range.group(3)) - 1
        && (origin.total().isEmpty() || origin.total().equals(total()));
  }

  /** Whether the end of the body can be told from a broken connection. */
  boolean hasEnd() {
    return total().isPresent() || headers.firstValue("Transfer-Encoding").isPresent();
  }
}
