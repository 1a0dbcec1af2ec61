// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.watch;

import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.ClassifierBuilder;
import io.github.bpu4j.api.live.Smoothing;
import io.github.bpu4j.cli.io.ExitCode;
import io.github.bpu4j.cli.io.Failures;
import io.github.bpu4j.cli.io.Interruption;
import io.github.bpu4j.cli.io.Streams;
import io.github.bpu4j.cli.language.Language;
import io.github.bpu4j.cli.language.Text;
import io.github.bpu4j.cli.options.CategoryOptions;
import io.github.bpu4j.cli.options.ClassifierOptions;
import io.github.bpu4j.cli.watch.CameraOptions.Opening;
import io.github.bpu4j.cli.watch.page.LivePage;
import io.github.bpu4j.cli.watch.page.PageAddress;
import io.github.bpu4j.video.VideoException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bpu4j watch}: names what a camera or clip shows, as it plays. */
@Command(
    name = "watch",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Classifies the frames of a camera, a stream or a clip as they come.",
      "The newest frame is answered; what the model cannot keep up with is dropped and counted.",
      "A terminal shows one live line; elsewhere a line is printed when the answer changes."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  bpu4j watch clip.mp4",
      "  bpu4j watch --camera-format mjpeg --size 1280x720 --fps 30 /dev/video0",
      "  bpu4j watch --smooth exponential:500ms --serve 8080 rtsp://user:password@camera/stream",
      "  bpu4j watch --json --model resnet18.bin clip.mp4 > answers.jsonl",
      "  bpu4j watch --smooth majority:2s --save-changes changes/ /dev/video0",
      "  camera-program | bpu4j watch --raw nv12:1280x720 -"
    })
public final class WatchCommand implements Callable<Integer> {
  private static final int FEWEST_BUFFERS = 8;
  private static final int MOST_BUFFERS = 64;

  /** One is being filled, one waits for a request, one to spare, and those being saved. */
  private static final int OTHER_BUFFERS = 3 + SavedChanges.FRAMES;

  private final Streams streams;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "SOURCE",
      description = {
        "/dev/video0, camera:NAME (macOS, Windows), rtsp://..., http://... or a video file, all",
        "decoded by ffmpeg; with --raw - for standard input or a file."
      })
  private String source = "";

  @Mixin private CameraOptions camera = new CameraOptions();

  @Option(
      names = "--smooth",
      paramLabel = "HOW",
      converter = SmoothingText.class,
      description = {
        "Steady the answers over time: exponential:500ms (half-life of old scores) or",
        "majority:2s (window in which frames vote) (none)."
      })
  private Smoothing smoothing = Smoothing.none();

  @Mixin private CategoryOptions categories = new CategoryOptions();

  @Option(names = "--json", description = "Print one JSON object per answer, one per line.")
  private boolean json;

  @Option(
      names = "--save-changes",
      paramLabel = "DIR",
      description = "Write a picture with label and score to DIR when the answer changes.")
  private @Nullable Path saveChanges;

  @Mixin private ServeOptions serve = new ServeOptions();
  @Mixin private ClassifierOptions options = new ClassifierOptions();

  public WatchCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    requireEveryOptionCounts();
    Optional<PageAddress> address = serve.address();
    Interruption interruption = Interruption.intercept();
    WatchScreen screen = new WatchScreen(streams, json && Streams.resultsOnTerminal());
    SourceEvents events = new SourceEvents(screen, interruption::happened);
    Opening opening = camera.opening(source, buffers(), events);
    SavedChanges changes = changes(screen);
    try (Classifier classifier = options.open(this::configure);
        FrameSource frames = opening.open();
        LivePage page = page(address, frames)) {
      screen.accept(Text.of("watch.start", "watching %s; Ctrl-C ends", frames.description()));
      if (page != null) {
        screen.accept(Text.of("watch.page", "the page is at %s", page.uri()));
        events.alsoTell(page);
      }
      HeldFrames held = new HeldFrames(changes == null ? 0 : buffers() - OTHER_BUFFERS);
      Answers answers = new Answers(report(), held, screen, changes, page);
      return new WatchRun(frames, held, screen, answers, interruption::happened)
          .run(classifier, smoothing);
    } catch (VideoException e) {
      if (interruption.happened()) { // which reaches ffmpeg too, and ends its search for frames
        return ExitCode.INTERRUPTED;
      }
      throw e;
    }
  }

  private void requireEveryOptionCounts() {
    options
        .decoding()
        .given()
        .ifPresent(
            option -> {
              throw usage(option + " applies to picture files, not to frames", null);
            });
  }

  private void configure(ClassifierBuilder builder) {
    categories.applyTo(builder, json ? Language.EN : streams.texts().language());
  }

  /** Two for each request that runs, because answers wait for their turn. */
  private int buffers() {
    int wanted = 2 * options.concurrency() + OTHER_BUFFERS;
    return Math.max(FEWEST_BUFFERS, Math.min(MOST_BUFFERS, wanted));
  }

  /** On a terminal that shows both streams, the live line says it all. */
  private AnswerReport report() {
    if (json) {
      return new AnswerJson(streams, categories.hasLocale());
    }
    return streams.terminal() && Streams.resultsOnTerminal()
        ? AnswerReport.none()
        : new ChangeLines(streams);
  }

  private static @Nullable LivePage page(Optional<PageAddress> address, FrameSource frames)
      throws IOException {
    return address.isEmpty()
        ? null
        : LivePage.start(address.get(), frames.description().toString());
  }

  /** Made before the model is loaded, so that a wrong folder is reported at once. */
  private @Nullable SavedChanges changes(WatchScreen screen) {
    if (saveChanges == null) {
      return null;
    }
    try {
      return SavedChanges.start(saveChanges, screen);
    } catch (FileAlreadyExistsException e) {
      throw usage("--save-changes " + saveChanges + ": this is a file, expected a folder", e);
    } catch (IOException e) {
      throw usage("--save-changes: " + Failures.text(e), e);
    }
  }

  private ParameterException usage(String message, @Nullable Exception cause) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message, cause);
  }
}
