// SPDX-License-Identifier: Apache-2.0

/** The bpu4j command; its classes are not an API. */
module io.github.bpu4j.cli {
  requires com.fasterxml.jackson.core;
  requires com.samskivert.jmustache;
  requires info.picocli;
  requires org.eclipse.jetty.server;
  requires org.knowm.xchart;
  requires io.github.bpu4j.api;
  requires io.github.bpu4j.evaluation;
  requires io.github.bpu4j.runtime.bpu;
  requires io.github.bpu4j.runtime.onnx;
  requires io.github.bpu4j.runtime.simulator;
  requires io.github.bpu4j.modelfile;
  requires io.github.bpu4j.models;
  requires io.github.bpu4j.video;
  requires java.desktop;
  requires jdk.unsupported;
  requires static org.jspecify;

  opens io.github.bpu4j.cli to
      info.picocli;
  opens io.github.bpu4j.cli.classify to
      info.picocli;
  opens io.github.bpu4j.cli.convert to
      info.picocli;
  opens io.github.bpu4j.cli.convert.check to
      info.picocli;
  opens io.github.bpu4j.cli.doctor to
      info.picocli;
  opens io.github.bpu4j.cli.eval to
      info.picocli;
  opens io.github.bpu4j.cli.info to
      info.picocli;
  opens io.github.bpu4j.cli.metadata to
      info.picocli;
  opens io.github.bpu4j.cli.nv12 to
      info.picocli;
  opens io.github.bpu4j.cli.perf to
      info.picocli;
  opens io.github.bpu4j.cli.options to
      info.picocli;
  opens io.github.bpu4j.cli.selftest to
      info.picocli;
  opens io.github.bpu4j.cli.stub to
      info.picocli;
  opens io.github.bpu4j.cli.watch to
      info.picocli;
  opens io.github.bpu4j.cli.zoo to
      info.picocli;
}
