// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.error.InferenceTimeoutException;
import io.github.bpu4j.api.spi.Availability;
import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferRequest;
import io.github.bpu4j.api.spi.InferenceRuntime;
import io.github.bpu4j.api.spi.ModelInfo;
import io.github.bpu4j.preprocess.Nv12Buffer;
import io.github.bpu4j.preprocess.YuvRange;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

/** Mocks a model, for tests about the calls that it receives rather than its answers. */
class MockedModelTest {
  private static final ModelInfo INFO =
      new ModelInfo(
          "mocked",
          "mock",
          true,
          32,
          32,
          2,
          YuvRange.VIDEO,
          Optional.of(true),
          Optional.empty(),
          List.of(),
          List.of(),
          Map.of());

  private final InferRequest request = mock(InferRequest.class);
  private final ClassificationModel model = mock(ClassificationModel.class);
  private final InferenceRuntime runtime = mock(InferenceRuntime.class);
  private final BufferedImage picture = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);

  @BeforeEach
  void teach() {
    when(request.input()).thenReturn(Nv12Buffer.allocate(32, 32));
    doAnswer(call -> call.<float[]>getArgument(0)[1] = 0.75f).when(request).readScores(any());
    when(model.info()).thenReturn(INFO);
    when(model.createRequest()).thenReturn(request);
    InferenceRuntime.DefaultModel network = mock(InferenceRuntime.DefaultModel.class);
    when(network.load(any())).thenReturn(model);
    when(runtime.name()).thenReturn("mock");
    when(runtime.availability()).thenReturn(Availability.yes());
    when(runtime.defaultModel()).thenReturn(Optional.of(network));
  }

  private Classifier open() {
    return Classifier.builder().runtime(runtime).concurrency(1).open();
  }

  @Test
  void freesRequestsBeforeTheModel() {
    try (Classifier classifier = open()) {
      assertThat(classifier.classify(picture).best().index()).isEqualTo(1);
    }
    InOrder order = inOrder(request, model);
    order.verify(request).close();
    order.verify(model).close();
  }

  @Test
  void replacesARequestThatTimedOut() {
    doNothing() // the warm-up
        .doThrow(new InferenceTimeoutException("too slow"))
        .doNothing()
        .when(request)
        .infer(any());
    try (Classifier classifier = open()) {
      assertThatThrownBy(() -> classifier.classify(picture)).hasMessage("too slow");
      assertThat(classifier.classify(picture).best().score()).isEqualTo(0.75f);
      verify(model, times(2)).createRequest();
      verify(request, times(1)).close();
    }
  }
}
