// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.examples.spring;

import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.api.Classifier;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;

/**
 * Classifies one picture a request.
 *
 * <p>What goes wrong with it is answered by the starter: this class has no error handling.
 */
@RestController
@RequestMapping(path = "/api/classify", produces = MediaType.APPLICATION_JSON_VALUE)
final class ClassifyController {
  private final Classifier classifier;
  private final PictureDrawing drawing;
  private final UploadGate gate;
  private final UploadSettings settings;

  ClassifyController(
      Classifier classifier, PictureDrawing drawing, UploadGate gate, UploadSettings settings) {
    this.classifier = classifier;
    this.drawing = drawing;
    this.gate = gate;
    this.settings = settings;
  }

  /** A form with a part named {@code picture}, as a page sends it. */
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ClassifyAnswer form(
      @RequestParam MultipartFile picture,
      @RequestParam(defaultValue = "false") boolean annotated,
      Locale language)
      throws IOException {
    String name = picture.getOriginalFilename();
    try (InputStream body = picture.getInputStream()) {
      return answer(body, name == null ? "" : name, annotated, language);
    }
  }

  /** The bytes of a picture file alone, as {@code curl --data-binary} sends them. */
  @PostMapping(consumes = {"image/*", MediaType.APPLICATION_OCTET_STREAM_VALUE})
  ClassifyAnswer raw(
      HttpServletRequest request,
      @RequestParam(defaultValue = "false") boolean annotated,
      Locale language)
      throws IOException {
    if (request.getContentLengthLong() > settings.maxSize().toBytes()) {
      throw new MaxUploadSizeExceededException(settings.maxSize().toBytes());
    }
    return answer(request.getInputStream(), "", annotated, language);
  }

  private ClassifyAnswer answer(InputStream body, String name, boolean annotated, Locale language)
      throws IOException {
    try (UploadedFile file = UploadedFile.of(body, settings.maxSize().toBytes())) {
      return gate.pass(
          () -> {
            ClassificationResult result = classifier.classify(file.path());
            return ClassifyAnswer.of(
                name, result, annotated ? drawing.draw(file.path(), result, language) : null);
          });
    }
  }
}
