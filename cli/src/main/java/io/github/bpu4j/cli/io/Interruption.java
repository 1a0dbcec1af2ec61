// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.io;

import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * Ctrl-C as a request to end early: the command can poll for the first one; a second one ends the
 * process at once.
 *
 * <p>This is not a shutdown hook because the JVM runs all hooks concurrently, and ONNX Runtime's
 * hook shuts it down while the last pictures are still being classified.
 */
public final class Interruption {
  private volatile boolean happened;

  private Interruption() {}

  /** Intercepts Ctrl-C from here on, if the JVM lets programs handle signals. */
  public static Interruption intercept() {
    Interruption interruption = new Interruption();
    try {
      interruption.handle("INT");
    } catch (ReflectiveOperationException e) {
      // Not HotSpot, or started with -Xrs: Ctrl-C ends the process as usual.
    }
    return interruption;
  }

  /** Uses reflection because javac warns about these classes, which have no replacement. */
  private void handle(String name) throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    Class<?> handler = Class.forName("sun.misc.SignalHandler");
    Object keeper =
        Proxy.newProxyInstance(
            handler.getClassLoader(),
            new Class<?>[] {handler},
            (proxy, method, args) ->
                method.getName().equals("handle") ? keep() : method.invoke(this, args));
    signal
        .getMethod("handle", signal, handler)
        .invoke(null, signal.getConstructor(String.class).newInstance(name), keeper);
  }

  private @Nullable Object keep() {
    if (happened) {
      Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
    }
    happened = true;
    return null;
  }

  /** Whether Ctrl-C was pressed. */
  public boolean happened() {
    return happened;
  }
}
