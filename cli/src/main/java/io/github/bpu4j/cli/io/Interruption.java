// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.io;

import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * Ctrl-C as a wish to end early: the first one is kept for the command to see, the next one ends
 * the process at once.
 *
 * <p>No shutdown hook, since the JVM runs all of them at once: ONNX Runtime takes itself down in
 * one while the last pictures are still in the network.
 */
public final class Interruption {
  private volatile boolean happened;

  private Interruption() {}

  /** Keeps the first Ctrl-C from here on, where the JVM lets programs have signals. */
  public static Interruption kept() {
    Interruption interruption = new Interruption();
    try {
      interruption.handle("INT");
    } catch (ReflectiveOperationException e) {
      // Another JVM, or one under -Xrs: Ctrl-C ends it as before.
    }
    return interruption;
  }

  /** By name, since a direct use of these classes, which have no successor, is a warning. */
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

  /** Whether there was one. */
  public boolean happened() {
    return happened;
  }
}
