// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.io;

import io.github.bpu4j.api.error.ClassifierException;
import io.github.bpu4j.api.spi.Spelling;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.util.HashSet;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns an exception that ends a command into one message and an exit code. */
public final class Failures implements IExecutionExceptionHandler {
  /** What picocli says of text that is not a number; users of a command know no int. */
  private static final String NO_INT = "is not an int";

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
    streams.say("failure.bug", "this is a bug in bpu4j; please report it with the lines above");
    return ExitCode.ITEM_FAILED;
  }

  /** Reports what is wrong with a command line in one line, and how to get help in another. */
  public int usage(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    String problem = String.valueOf(failure.getMessage()).replace(NO_INT, "is not a whole number");
    if (failure instanceof UnmatchedArgumentException unmatched) {
      CommandSpec known = command.getCommandSpec();
      Set<String> names = new HashSet<>(known.optionsMap().keySet());
      names.addAll(known.subcommands().keySet());
      problem +=
          Spelling.closest(unmatched.getUnmatched().get(0), names)
              .map(similar -> "; did you mean " + similar + "?")
              .orElse("");
    }
    PrintWriter err = command.getErr();
    err.println("bpu4j: " + TerminalText.printable(SettingNames.asOptions(problem)));
    err.println(
        streams
            .texts()
            .text("failure.try", "Try '%s --help'.", command.getCommandSpec().qualifiedName()));
    err.flush();
    return ExitCode.USAGE;
  }

  /**
   * The message of a failure in the words of the command line: file system exceptions, some of
   * which only hold a path, say what is wrong, and settings go by the names of their options.
   */
  public static String text(Throwable failure) {
    if (failure instanceof FileSystemException fileSystem) {
      return fileSystem.getFile() + ": " + reason(fileSystem);
    }
    String message = failure.getMessage();
    return message == null || message.isBlank()
        ? failure.getClass().getSimpleName()
        : SettingNames.asOptions(message);
  }

  /** What is wrong, without the name of a file. */
  static String reason(IOException failure) {
    return failure instanceof FileSystemException fileSystem ? reason(fileSystem) : text(failure);
  }

  private static String reason(FileSystemException failure) {
    if (failure instanceof FileSystemLoopException) {
      return "a symbolic link to a folder that contains it; it was not followed";
    }
    String reason = failure.getReason();
    if (reason != null) {
      return reason.equals("Is a directory") ? "this is a folder, expected a file" : reason;
    }
    if (failure instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    return failure instanceof FileAlreadyExistsException
        ? "it exists already"
        : "the system reports " + failure.getClass().getSimpleName();
  }
}
