// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.testkit;

import io.github.bpu4j.api.spi.Availability;
import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferenceRuntime;
import io.github.bpu4j.api.spi.LoadOptions;
import io.github.bpu4j.api.spi.ModelInfo;
import io.github.bpu4j.preprocess.YuvRange;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A runtime in pure Java whose answers a test writes down.
 *
 * <p>It keeps the whole contract of {@link InferenceRuntime}, so that code under test meets the
 * same lifecycle, timeouts and exceptions as on hardware. It loads any path without reading it, and
 * offers a default model. Results made with it are marked simulated.
 *
 * <pre>{@code
 * ScriptedRuntime runtime = ScriptedRuntime.builder().scores(0.1f, 0.7f, 0.2f).build();
 * }</pre>
 */
public final class ScriptedRuntime implements InferenceRuntime {
  private final ModelInfo info;
  private final int rowPitch;
  private final Function<Nv12Picture, ScriptedAnswer> script;
  private final Duration closeTimeout;

  private ScriptedRuntime(
      ModelInfo info,
      int rowPitch,
      Function<Nv12Picture, ScriptedAnswer> script,
      Duration closeTimeout) {
    this.info = info;
    this.rowPitch = rowPitch;
    this.script = script;
    this.closeTimeout = closeTimeout;
  }

  /** A script to fill in; without entries, scores follow from the picture's bytes alone. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public String name() {
    return info.runtime();
  }

  @Override
  public Availability availability() {
    return Availability.yes("answers follow a script");
  }

  /** Always: the path is not looked at. */
  @Override
  public boolean supports(Path file) {
    return true;
  }

  @Override
  public ClassificationModel load(Path file, LoadOptions options) {
    Objects.requireNonNull(file, "file");
    return open(options);
  }

  @Override
  public Optional<DefaultModel> defaultModel() {
    return Optional.of(
        new DefaultModel() {
          @Override
          public String name() {
            return info.name();
          }

          @Override
          public ClassificationModel load(LoadOptions options) {
            return open(options);
          }
        });
  }

  private ClassificationModel open(LoadOptions options) {
    Objects.requireNonNull(options, "options");
    return new ScriptedModel(info, rowPitch, script, closeTimeout);
  }

  /**
   * Collects the script; answers given one by one are used in order, the last for all the rest.
   *
   * <p>The first answer goes to the inference that a classifier warms up with when it is opened.
   */
  public static final class Builder {
    private final List<ScriptedAnswer> answers = new ArrayList<>();
    private Optional<Function<Nv12Picture, ScriptedAnswer>> byPicture = Optional.empty();
    private Optional<Boolean> probabilities = Optional.empty();
    private YuvRange range = YuvRange.AUTO;
    private int width = 224;
    private int height = 224;
    private int rowPitch;
    private int classes;
    private Duration closeTimeout = Duration.ofSeconds(10);

    private Builder() {}

    /** The size of the pictures that the network takes, even; 224x224 unless said. */
    public Builder size(int pictureWidth, int pictureHeight) {
      width = pictureWidth;
      height = pictureHeight;
      return this;
    }

    /** Bytes from one row of the input to the next, as hardware pads it; the width unless said. */
    public Builder rowPitch(int bytes) {
      rowPitch = bytes;
      return this;
    }

    /** How many scores it gives; as many as the first scripted scores, else 1000, unless said. */
    public Builder classes(int count) {
      classes = count;
      return this;
    }

    /** The color range that the network says it expects; unknown unless said. */
    public Builder range(YuvRange expected) {
      range = expected;
      return this;
    }

    /** Whether the network says that its scores are probabilities; unknown unless said. */
    public Builder probabilities(boolean stated) {
      probabilities = Optional.of(stated);
      return this;
    }

    /** How long closing a model waits for pictures in flight; 10 s unless said. */
    public Builder closeTimeout(Duration patience) {
      closeTimeout = patience;
      return this;
    }

    /** The next answer: these scores. */
    public Builder scores(float... scores) {
      return answer(ScriptedAnswer.scores(scores));
    }

    /** The next answer: an {@link io.github.bpu4j.api.error.InferenceException}. */
    public Builder failure(String message) {
      return answer(ScriptedAnswer.failure(message));
    }

    /** The next answer. */
    public Builder answer(ScriptedAnswer answer) {
      answers.add(answer);
      return this;
    }

    /** Answers that follow from the picture, the warm-up's too, in place of answers one by one. */
    public Builder byPicture(Function<Nv12Picture, ScriptedAnswer> script) {
      byPicture = Optional.of(script);
      return this;
    }

    /**
     * The runtime.
     *
     * @throws IllegalArgumentException when scripted scores and classes differ in number
     */
    public ScriptedRuntime build() {
      int count = classes > 0 ? classes : ScriptedAnswers.classes(answers).orElse(1000);
      ScriptedAnswers.check(answers, count);
      return new ScriptedRuntime(
          ScriptedModel.info(width, height, count, range, probabilities),
          rowPitch > 0 ? rowPitch : width,
          byPicture.orElseGet(() -> ScriptedAnswers.inOrder(answers, count)),
          closeTimeout);
    }
  }
}
