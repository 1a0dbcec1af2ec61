// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.io;

import io.github.bpu4j.api.error.ClassifierException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns an exception that ends a command into one message and an exit code. */
public final class Failures implements IExecutionExceptionHandler {
  private final Streams streams;

  public Failures(Streams streams) {
    this.streams = streams;
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed)
      throws Exception {
    if (failure instanceof ResultsClosedException closed) {
      if (!closed.readerLeft()) {
        streams.message(text(failure));
      }
      return ExitCode.ITEM_FAILED;
    }
    if (failure instanceof ClassifierException) {
      streams.message(text(failure));
      return ExitCode.UNAVAILABLE;
    }
    if (failure instanceof IOException) {
      streams.message(text(failure));
      return ExitCode.ITEM_FAILED;
    }
    failure.printStackTrace(streams.messages());
    streams.message("this is a bug in bpu4j; please report it with the lines above");
    return ExitCode.ITEM_FAILED;
  }

  /** Reports what is wrong with a command line, and how to get help. */
  public static int usage(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("bpu4j: " + failure.getMessage());
    if (!CommandLine.UnmatchedArgumentException.printSuggestions(failure, err)) {
      command.getHelp();
      err.println("Usage: " + command.getHelp().synopsis(0).strip());
    }
    err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    err.flush();
    return ExitCode.USAGE;
  }

  /**
   * The message of a failure; adds the reason to file system exceptions, which only hold a path.
   */
  public static String text(Throwable failure) {
    String message = failure.getMessage();
    if (failure instanceof NoSuchFileException missing) {
      String reason = missing.getReason();
      return missing.getFile() + ": " + (reason == null ? "no such file or folder" : reason);
    }
    if (failure instanceof AccessDeniedException denied) {
      return denied.getFile() + ": permission denied";
    }
    if (failure instanceof FileSystemException fileSystem && fileSystem.getReason() == null) {
      return fileSystem.getFile() + ": " + failure.getClass().getSimpleName();
    }
    return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
  }
}
