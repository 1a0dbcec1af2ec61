// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.examples.spark;

import io.github.bpu4j.testsupport.JavaProgram;
import io.github.bpu4j.testsupport.StartedProgram;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;

/**
 * A master and two workers as processes on loopback, from Maven's jars alone.
 *
 * <p>Each worker offers one core. Closing ends all processes, executors included.
 */
final class StandaloneCluster implements AutoCloseable {
  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private final Path folder;
  private final List<StartedProgram> programs = new ArrayList<>();
  private final List<StartedProgram> workers = new ArrayList<>();
  private final String url;

  private StandaloneCluster(Path folder) throws IOException {
    this.folder = folder;
    StartedProgram master = start("-Xmx256m", "master.Master", "--port", "0");
    url = found(master, Pattern.compile("Starting Spark master at (spark://\\S+)"));
  }

  /**
   * Starts the processes and waits until both workers are registered.
   *
   * @param folder for their files, which names the processes of this cluster
   */
  static StandaloneCluster start(Path folder) throws IOException {
    Path jars = Files.createDirectories(folder.resolve("spark")).resolve("jars");
    Files.createSymbolicLink(jars, TARGET.resolve("spark/jars"));
    StandaloneCluster cluster = new StandaloneCluster(folder);
    try {
      for (int i = 0; i < 2; i++) {
        cluster.startWorker();
      }
    } catch (IOException e) {
      cluster.close();
      throw e;
    }
    return cluster;
  }

  private void startWorker() throws IOException {
    StartedProgram worker =
        start("-Xmx256m", "worker.Worker", "-c", "1", "-m", "1g", "-d", folder + "/work", url);
    workers.add(worker);
    found(worker, Pattern.compile("(Successfully registered with master)"));
  }

  /** Runs {@link ClassifyPictures} as {@code spark-submit} does. */
  StartedProgram submit(Object... arguments) throws IOException {
    List<String> command = java("-Xmx512m");
    command.add("org.apache.spark.deploy.SparkSubmit");
    command.addAll(List.of("--master", url, "--class", ClassifyPictures.class.getName()));
    for (String setting :
        List.of(
            "spark.driver.host=127.0.0.1",
            "spark.driver.bindAddress=127.0.0.1",
            "spark.executor.memory=640m",
            "spark.executor.cores=1",
            "spark.ui.enabled=false")) {
      command.addAll(List.of("--conf", setting));
    }
    command.addAll(List.of("--jars", applicationJars()));
    command.add(TARGET.resolve("bpu4j-examples-spark.jar").toString());
    Stream.of(arguments).map(Object::toString).forEach(command::add);
    return run(command);
  }

  /** Ends the second worker and its executor with SIGKILL, and returns the executor's process. */
  ProcessHandle killWorker() throws IOException {
    ProcessHandle worker = ProcessHandle.of(workers.get(1).pid()).orElseThrow();
    ProcessHandle executor = worker.descendants().findFirst().orElseThrow();
    worker.destroyForcibly();
    executor.destroyForcibly();
    until("the worker and its executor end", () -> !worker.isAlive() && !executor.isAlive());
    return executor;
  }

  /** Names of all processes of this cluster with their IDs. */
  Map<Long, String> processes() {
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").contains(folder.toString()))
        .collect(Collectors.toMap(ProcessHandle::pid, StandaloneCluster::name));
  }

  private static String name(ProcessHandle process) {
    Matcher main =
        Pattern.compile("\\.(Master|Worker|SparkSubmit|CoarseGrainedExecutorBackend)\\b")
            .matcher(process.info().commandLine().orElse(""));
    return main.find() ? main.group(1) : "other";
  }

  @Override
  public void close() throws IOException {
    for (StartedProgram program : programs) {
      program.close();
    }
    until("all processes end", () -> processes().isEmpty());
    Files.deleteIfExists(folder.resolve("spark/jars"));
  }

  /** Waits until something is true, at most ten minutes, which a busy machine may take. */
  static void until(String what, Callable<Boolean> happened) throws IOException {
    long end = System.nanoTime() + LIMIT.toNanos();
    try {
      while (!happened.call()) {
        if (System.nanoTime() > end) {
          throw new IOException("waited " + LIMIT.toSeconds() + " s in vain until " + what);
        }
        Thread.sleep(20);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting until " + what);
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("while waiting until " + what, e);
    }
  }

  private StartedProgram start(String heap, String main, String... arguments) throws IOException {
    List<String> command = java(heap);
    command.add("org.apache.spark.deploy." + main);
    command.addAll(List.of("--host", "127.0.0.1", "--webui-port", "0"));
    command.addAll(List.of(arguments));
    return run(command);
  }

  private List<String> java(String heap) {
    List<String> command = new ArrayList<>(List.of(JavaProgram.java(), heap));
    command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
    command.addAll(List.of("-cp", folder.resolve("spark/jars") + "/*"));
    return command;
  }

  private StartedProgram run(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.put("SPARK_HOME", folder.resolve("spark").toString());
    environment.put("SPARK_SCALA_VERSION", "2.13");
    environment.put("SPARK_LOCAL_IP", "127.0.0.1");
    environment.put("SPARK_LOCAL_DIRS", folder.resolve("local").toString());
    StartedProgram program = StartedProgram.start(builder);
    programs.add(program);
    return program;
  }

  private static String applicationJars() throws IOException {
    try (Stream<Path> jars = Files.list(TARGET.resolve("lib"))) {
      return jars.map(Path::toString).collect(Collectors.joining(","));
    }
  }

  private static String found(StartedProgram program, Pattern line) throws IOException {
    until(
        "a process logs " + line,
        () -> {
          if (!program.isAlive()) {
            throw new IOException("it ended and wrote: " + program.err());
          }
          return line.matcher(program.err()).find();
        });
    Matcher found = line.matcher(program.err());
    return found.find() ? found.group(1) : "";
  }
}
