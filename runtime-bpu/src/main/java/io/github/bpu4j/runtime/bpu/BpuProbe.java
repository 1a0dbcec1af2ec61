// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu;

import io.github.bpu4j.api.spi.LoadOptions;
import io.github.bpu4j.api.spi.TensorInfo;
import io.github.bpu4j.runtime.bpu.dnn.hbDNNInferCtrlParam;
import io.github.bpu4j.runtime.bpu.library.DnnLibrary;
import io.github.bpu4j.runtime.bpu.library.NativeBinding;
import io.github.bpu4j.runtime.bpu.status.NativeCalls;
import io.github.bpu4j.runtime.bpu.status.StatusCode;
import io.github.bpu4j.runtime.bpu.tensor.ModelTensors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Asks a libdnn.so what its documents leave open, for a self-test on a board.
 *
 * <p>{@link #functions} and {@link #tensors} only read. The other questions submit tasks in ways
 * that a classifier never does: with another core or priority, with a wait that ends too early,
 * with more tasks than a library takes. Codes are as the library returned them; 0 is success.
 *
 * <p>Memory: owns one model, released by {@link #close()}. If a task did not end within 10 s, what
 * it may still write to is kept until the process ends, and so is the model.
 *
 * @since 0.1.0
 */
public final class BpuProbe implements AutoCloseable {
  private static final int LONGEST_WAIT_MILLIS = 10_000;

  private final NativeModel model;
  private boolean taskLeft;

  /**
   * What a library tells of a model, unjudged.
   *
   * @param name the model's name
   * @param inputs in the library's order
   * @param outputs in the library's order
   * @since 0.1.0
   */
  public record Tensors(String name, List<TensorInfo> inputs, List<TensorInfo> outputs) {
    public Tensors {
      inputs = List.copyOf(inputs);
      outputs = List.copyOf(outputs);
    }
  }

  /**
   * The codes of a task that was waited for once or twice.
   *
   * @param submit of hbDNNInfer
   * @param first of the first hbDNNWaitTaskDone; {@code submit} if there was no task
   * @param again of the wait after a first one that timed out; {@code first} if it did not
   * @since 0.1.0
   */
  public record Codes(int submit, int first, int again) {}

  /**
   * How many tasks a library takes at once.
   *
   * @param accepted tasks that were alive at the same time
   * @param refusal the code of the first one that was not; 0 if all were
   * @since 0.1.0
   */
  public record InFlight(int accepted, int refusal) {}

  private BpuProbe(NativeModel model) {
    this.model = model;
  }

  /**
   * Loads a model to ask with.
   *
   * @throws io.github.bpu4j.api.error.ClassifierException as {@link BpuRuntime#load}
   */
  public static BpuProbe open(BpuRuntime runtime, Path file, LoadOptions options) {
    return new BpuProbe(NativeModel.load(runtime.library(file), file, options));
  }

  /**
   * Returns which functions the runtime's library exports, in the order asked.
   *
   * @throws io.github.bpu4j.api.error.RuntimeUnavailableException if there is no library
   */
  public static Map<String, Boolean> functions(BpuRuntime runtime, List<String> names) {
    DnnLibrary library = runtime.library(Path.of("libdnn.so"));
    Map<String, Boolean> exported = new LinkedHashMap<>();
    names.forEach(name -> exported.put(name, library.has(name)));
    return exported;
  }

  /**
   * Returns the tensors of a model, also of one that {@link BpuRuntime#load} refuses.
   *
   * @throws io.github.bpu4j.api.error.ClassifierException if the library cannot read the file or
   *     describes its tensors in a way that cannot be meant
   */
  public static Tensors tensors(BpuRuntime runtime, Path file, LoadOptions options) {
    DnnLibrary library = runtime.library(file);
    synchronized (NativeBinding.LOCK) {
      NativeBinding.acquire(library);
      try {
        return read(PackedModel.load(file), library, options);
      } finally {
        NativeBinding.release();
      }
    }
  }

  private static Tensors read(PackedModel packed, DnnLibrary library, LoadOptions options) {
    try {
      String name = packed.choose(options.modelName());
      return new Tensors(
          name,
          ModelTensors.inputs(packed.model(name), library, name).infos(),
          ModelTensors.outputs(packed.model(name), library, name).infos());
    } finally {
      packed.release();
    }
  }

  /** Runs one task with a core id and a priority, which a classifier would refuse or leave 0. */
  public Codes submit(int core, int priority) {
    return run(
        control -> {
          control.bpuCoreId(core);
          control.priority(priority);
        },
        LONGEST_WAIT_MILLIS);
  }

  /**
   * Runs one task whose first wait ends early.
   *
   * @param firstMillis more than 0
   */
  public Codes waitAgain(int firstMillis) {
    return run(control -> {}, firstMillis);
  }

  /** Submits tasks without waiting until the library refuses one, then waits for all. */
  public InFlight inFlight(int most) {
    List<RequestTensors> tensors = new ArrayList<>();
    List<Task> tasks = new ArrayList<>();
    int refusal = NativeCalls.SUCCESS;
    while (tasks.size() < most && refusal == NativeCalls.SUCCESS) {
      RequestTensors own = model.allocate(BpuOptions.defaults());
      tensors.add(own);
      Task task = new Task();
      refusal = task.submit(own, model.handle());
      if (task.exists()) {
        tasks.add(task);
      }
    }
    boolean ended = true;
    for (Task task : tasks) {
      ended &= Task.hasEnded(task.await(LONGEST_WAIT_MILLIS));
      task.release();
    }
    retire(tensors, ended);
    return new InFlight(tasks.size(), refusal);
  }

  private Codes run(Consumer<hbDNNInferCtrlParam> settings, int firstMillis) {
    RequestTensors tensors = model.allocate(BpuOptions.defaults());
    settings.accept(tensors.control());
    Task task = new Task();
    int submit = task.submit(tensors, model.handle());
    int first = submit;
    int again = submit;
    boolean ended = true;
    if (task.exists()) {
      first = task.await(firstMillis);
      boolean early = first == StatusCode.HB_DNN_TIMEOUT.code();
      again = early ? task.await(LONGEST_WAIT_MILLIS) : first;
      ended = Task.hasEnded(again);
      task.release();
    }
    retire(List.of(tensors), ended);
    return new Codes(submit, first, again);
  }

  private void retire(List<RequestTensors> tensors, boolean ended) {
    taskLeft |= !ended;
    if (ended) {
      tensors.forEach(own -> own.scores().invalidateQuietly());
      tensors.forEach(RequestTensors::free);
    }
  }

  /** Releases the model, unless a task did not end. */
  @Override
  public void close() {
    if (!taskLeft) {
      model.release();
    }
  }
}
