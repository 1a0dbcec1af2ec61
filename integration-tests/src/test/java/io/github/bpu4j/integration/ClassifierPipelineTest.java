// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration;

import static io.github.bpu4j.integration.ScriptedClassifiers.FRAME;
import static io.github.bpu4j.integration.ScriptedClassifiers.on;
import static io.github.bpu4j.integration.ScriptedClassifiers.scores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.Timings;
import io.github.bpu4j.api.spi.InferRequest;
import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.Nv12Buffer;
import io.github.bpu4j.testkit.Nv12Picture;
import io.github.bpu4j.testkit.RecordingRuntime;
import io.github.bpu4j.testkit.ScriptedRuntime;
import io.github.bpu4j.testsupport.ProgramRun;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The steps of one picture: what each holds while it runs, and where its time is counted. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ClassifierPipelineTest {
  private static final Path PHOTO = Repository.root().resolve("examples/images/chelsea.png");

  @TempDir Path folder;

  @Test
  @EnabledOnOs(OS.LINUX)
  void noRequestIsHeldWhileAPictureIsDecoded() throws Exception {
    Path pipe = folder.resolve("picture.png");
    ProgramRun.of(new ProcessBuilder("mkfifo", pipe.toString())).outOfSuccess();
    try (Classifier classifier = on(scores(0, 1)).concurrency(1).open()) {
      CompletableFuture<ClassificationResult> slow = classifier.classifyAsync(pipe);
      try (OutputStream writer =
          Files.newOutputStream(pipe)) { // returns once the reader has started
        byte[] encoded = Files.readAllBytes(PHOTO);
        writer.write(encoded, 0, encoded.length / 2);
        assertThat(classifier.classify(FRAME).best().index()).isEqualTo(1);
        assertThat(slow).isNotDone();
        writer.write(encoded, encoded.length / 2, encoded.length - encoded.length / 2);
      }
      assertThat(slow.get().best().index()).isEqualTo(1);
    }
  }

  @Test
  void encodedPicturesAndFramesReachTheNetworkAlikeWhateverItsRowPitch() throws IOException {
    for (int rowPitch : List.of(48, 64)) {
      RecordingRuntime recorder =
          new RecordingRuntime(
              ScriptedRuntime.builder().size(48, 32).rowPitch(rowPitch).scores(0, 1).build());
      try (Classifier classifier = Classifier.builder().runtime(recorder).open()) {
        recorder.clear();
        classifier.classify(ImageFrame.read(PHOTO));
        classifier.classify(PHOTO);
        classifier.classify(Files.readAllBytes(PHOTO));
      }
      byte[] expected = recorder.pictures().get(0).bytes();
      assertThat(recorder.pictures())
          .extracting(Nv12Picture::bytes)
          .as("row pitch %d", rowPitch)
          .containsExactly(expected, expected, expected);
    }
  }

  @Test
  void convertingAnEncodedPictureCountsAsDecodingAndAFrameDecodesNothing() throws IOException {
    try (Classifier classifier = on(scores(0, 1)).open()) {
      assertThat(classifier.classify(FRAME).timings().decodeNanos()).isZero();
      Timings encoded = classifier.classify(PHOTO).timings();
      assertThat(encoded.decodeNanos()).isPositive();
      assertThat(encoded.totalNanos())
          .isEqualTo(
              encoded.decodeNanos()
                  + encoded.queueNanos()
                  + encoded.preprocessNanos()
                  + encoded.inferNanos()
                  + encoded.postprocessNanos());
    }
  }

  @Test
  void readingTheScoresCountsAsPostprocessing() {
    AtomicLong readingBegan = new AtomicLong();
    AtomicLong readingEnded = new AtomicLong();
    InferRequest request = mock(InferRequest.class);
    when(request.input()).thenReturn(Nv12Buffer.allocate(8, 8));
    doAnswer(
            reading -> {
              readingBegan.set(System.nanoTime());
              TimeUnit.MILLISECONDS.sleep(50);
              readingEnded.set(System.nanoTime());
              return null;
            })
        .when(request)
        .readScores(any());
    try (Classifier classifier = ScriptedClassifiers.on(request).open()) {
      long called = System.nanoTime();
      Timings timings = classifier.classify(FRAME).timings();
      assertThat(timings.postprocessNanos())
          .isGreaterThanOrEqualTo(readingEnded.get() - readingBegan.get());
      assertThat(timings.queueNanos() + timings.preprocessNanos() + timings.inferNanos())
          .isLessThanOrEqualTo(readingBegan.get() - called);
    }
  }
}
