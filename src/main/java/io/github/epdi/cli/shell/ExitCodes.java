package io.github.epdi.cli.shell;

import io.github.epdi.grid.Credentials;
import io.github.epdi.structure.InputException;
import io.github.epdi.structure.RejectException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.apache.spark.SparkException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Defines the exit codes of commands and maps exceptions to them. */
public final class ExitCodes implements IExecutionExceptionHandler {
  public static final int DONE = 0;
  public static final int USAGE = 1;
  public static final int BAD_INPUT = 2;
  public static final int BUG = 3;
  static final int INTERRUPTED = 130;

  @Override
  public int handleExecutionException(
      Exception thrown, CommandLine commandLine, ParseResult parsed) {
    Exception exception = input(thrown);
    if (exception instanceof InterruptedException) {
      commandLine.getErr().println("Interrupted.");
      return INTERRUPTED;
    }
    if (isInput(exception)) {
      commandLine.getErr().println(oneLine(exception));
      if (Verbosity.of(commandLine.getCommandSpec()) == Verbosity.VERBOSE) {
        print(trace(exception), commandLine.getErr());
      }
      return BAD_INPUT;
    }
    commandLine.getErr().println("This is a bug in epdi; please report it with what follows.");
    print(trace(exception), commandLine.getErr());
    return BUG;
  }

  /** Prints and flushes, because the process ends next and flushes nothing. */
  private static void print(String text, PrintWriter err) {
    err.print(text);
    err.flush();
  }

  private static String trace(Exception exception) {
    StringWriter trace = new StringWriter();
    exception.printStackTrace(new PrintWriter(trace, true));
    return Credentials.hidden(trace.toString());
  }

  /**
   * Returns the exception that decides the exit code. An input error that a task of Spark found
   * counts as one, also where a thread of our own reported it.
   */
  private static Exception input(Exception thrown) {
    boolean inSpark = false;
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      inSpark |= cause instanceof SparkException;
      if (inSpark && cause instanceof Exception found && isInput(found)) {
        return found;
      }
    }
    return thrown;
  }

  private static boolean isInput(Exception exception) {
    return exception instanceof InputException
        || exception instanceof RejectException
        || exception instanceof IOException
        || exception instanceof UncheckedIOException;
  }

  /**
   * Returns the message of an exception without control characters and credentials. Without a
   * message of its own, an {@link UncheckedIOException} is described by its cause.
   */
  public static String oneLine(Exception exception) {
    Throwable said = exception;
    if (exception instanceof UncheckedIOException && exception.getCause() != null) {
      said = exception.getMessage() == null ? exception.getCause() : exception;
    }
    String message = said.getMessage() == null ? said.toString() : said.getMessage();
    return Credentials.hidden(Terminal.plain(message));
  }
}
