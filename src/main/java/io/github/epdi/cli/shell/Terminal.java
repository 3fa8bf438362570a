package io.github.epdi.cli.shell;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/** Knows what may be written to a person's terminal. */
public final class Terminal {
  /** Name of the environment variable that turns colours off if it is not empty (no-color.org). */
  static final String NO_COLOR = "NO_COLOR";

  private Terminal() {}

  /** Tells whether a person watches standard error. The launcher finds out, because Java cannot. */
  public static boolean isInteractive() {
    return Boolean.getBoolean("epdi.terminal") && !isDumb(System.getenv());
  }

  /**
   * Returns whether standard output has colours. It has them on a terminal only, and not where the
   * user wants none.
   */
  public static Ansi ansi() {
    return ansi(Boolean.getBoolean("epdi.terminal.output"), System.getenv());
  }

  public static Ansi ansi(boolean terminal, Map<String, String> environment) {
    boolean unwanted = !environment.getOrDefault(NO_COLOR, "").isEmpty() || isDumb(environment);
    return terminal && !unwanted ? Ansi.ON : Ansi.OFF;
  }

  private static boolean isDumb(Map<String, String> environment) {
    return "dumb".equals(environment.get("TERM"));
  }

  /** Tells whether more than ASCII can be shown, as far as the locale says. */
  public static boolean showsUnicode() {
    return Charset.defaultCharset().equals(StandardCharsets.UTF_8);
  }

  /** Returns a text in bold where there are colours. */
  public static String bold(Ansi ansi, String text) {
    return styled(ansi, Ansi.Style.bold, text);
  }

  /** Returns a text in a style where there are colours. */
  public static String styled(Ansi ansi, Ansi.Style style, String text) {
    return ansi.enabled() ? style.on() + text + Ansi.Style.reset.on() : text;
  }

  /**
   * Returns a user's text with every control character replaced, so that it cannot steer a
   * terminal.
   */
  public static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> plain.appendCodePoint(Character.isISOControl(c) ? (c == '\n' ? ' ' : '?') : c));
    return plain.toString();
  }
}
