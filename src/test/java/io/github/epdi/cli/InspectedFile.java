package io.github.epdi.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.epdi.fuzz.Outcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/** {@code epdi inspect} of a file, however broken: exit code 0 or 2, and its words. */
public final class InspectedFile {
  private static final int BAD_INPUT = 2;

  private InspectedFile() {}

  /** Runs the command as a shell would. */
  public static Outcome of(Path file) throws IOException {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] command = {"inspect", "--json", "--side", "both", file.toString()};
    int exit = Main.run(command, new PrintWriter(out, true), new PrintWriter(err, true));
    if (exit != 0 && exit != BAD_INPUT) {
      return Outcome.complaint("inspect ends with " + exit + ": " + err);
    }
    JsonNode reject = new ObjectMapper().readTree(out.toString()).path("reject");
    if (exit == 0) {
      return reject.isNull() ? Outcome.accepted() : Outcome.complaint("exit 0 with a reject");
    }
    return Outcome.rejected(reject.path("code").asText(null), reject.path("message").asText());
  }
}
