package io.github.epdi.screening;

import io.github.epdi.cli.Main;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Runs several commands of {@code epdi} one after another in this JVM, which takes long to start.
 */
final class SeveralCommands {
  private SeveralCommands() {}

  /**
   * Runs them; ends with the first exit code that is not 0.
   *
   * @param commands each with its arguments, separated by blanks
   */
  public static void main(String[] commands) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    for (String command : commands) {
      int code = Main.run(command.split(" ", -1), out, err);
      if (code != 0) {
        System.exit(code);
      }
    }
    System.exit(0);
  }
}
