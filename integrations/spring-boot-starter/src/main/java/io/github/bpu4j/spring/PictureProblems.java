// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.spring;

import io.github.bpu4j.api.error.ClassifierBusyException;
import io.github.bpu4j.api.error.InferenceException;
import io.github.bpu4j.api.error.InferenceTimeoutException;
import io.github.bpu4j.preprocess.ImageDecodeException;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/**
 * Turns the SDK's exceptions into problem details (RFC 9457).
 *
 * <p>An application's own exception handlers come first. Details say what is wrong with a picture,
 * but neither paths nor anything else about the server, whose log has the rest.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
final class PictureProblems {
  private static final Logger LOG = LoggerFactory.getLogger(PictureProblems.class);
  private static final String TYPE = "tag:bpu4j.github.io,2026:";
  private static final String RETRY_SECONDS = "1";

  @ExceptionHandler
  ResponseEntity<ProblemDetail> undecodable(ImageDecodeException failure) {
    LOG.debug("an uploaded picture cannot be decoded", failure);
    return answer(
        HttpStatus.BAD_REQUEST,
        "undecodable-picture",
        "The picture cannot be decoded",
        ClientDetail.of(failure));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> tooLarge(MaxUploadSizeExceededException failure) {
    LOG.debug("an upload is too large", failure);
    long limit = failure.getMaxUploadSize();
    return answer(
        HttpStatus.PAYLOAD_TOO_LARGE,
        "upload-too-large",
        "The upload is too large",
        limit > 0
            ? "The server accepts uploads of up to " + limit + " bytes."
            : "The upload is larger than the server accepts.");
  }

  /** A client that breaks off causes this too; Spring alone answers 500. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> brokenForm(MultipartException failure) {
    LOG.debug("a multipart form cannot be read", failure);
    return answer(
        HttpStatus.BAD_REQUEST,
        "broken-form",
        "The form cannot be read",
        "The multipart form ends early or is malformed.");
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> busy(ClassifierBusyException failure) {
    LOG.warn("a picture was not classified: {}", failure.getMessage());
    return answer(
        HttpStatus.SERVICE_UNAVAILABLE,
        "busy",
        "The server is busy",
        "More pictures are waiting than the server can classify in time. Try again later.");
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> timedOut(InferenceTimeoutException failure) {
    LOG.warn("a picture was not classified", failure);
    return answer(
        HttpStatus.SERVICE_UNAVAILABLE,
        "timeout",
        "The classifier did not answer in time",
        "Try again later.");
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> failed(InferenceException failure) {
    LOG.error("a picture was not classified", failure);
    return answer(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "inference-failed",
        "The classifier failed",
        "The server's log has the reason.");
  }

  private static ResponseEntity<ProblemDetail> answer(
      HttpStatus status, String type, String title, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create(TYPE + type));
    problem.setTitle(title);
    ResponseEntity.BodyBuilder answer = ResponseEntity.status(status);
    if (status == HttpStatus.SERVICE_UNAVAILABLE) {
      answer.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    }
    return answer.body(problem);
  }
}
