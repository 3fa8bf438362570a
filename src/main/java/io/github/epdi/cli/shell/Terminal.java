package io.github.epdi.cli.shell;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/** What may be written to a person's terminal. */
public final class Terminal {
  /** Set, to anything, in an environment that wants no colours: no-color.org. */
  static final String NO_COLOR = "NO_COLOR";

  private Terminal() {}

  /** Whether a person watches standard error: the launcher looks, since Java cannot tell. */
  public static boolean isInteractive() {
    return Boolean.getBoolean("epdi.terminal") && !isDumb(System.getenv());
  }

  /** Colours for standard output: on a terminal alone, and not where nobody wants any. */
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

  /** Whether more than ASCII can be shown, as far as the locale tells. */
  public static boolean showsUnicode() {
    return Charset.defaultCharset().equals(StandardCharsets.UTF_8);
  }

  /** A text in bold, where there are colours. */
  public static String bold(Ansi ansi, String text) {
    return styled(ansi, Ansi.Style.bold, text);
  }

  /** A text in a colour, where there are colours. */
  public static String styled(Ansi ansi, Ansi.Style style, String text) {
    return ansi.enabled() ? style.on() + text + Ansi.Style.reset.on() : text;
  }

  /** A user's string with every control character replaced, so that it cannot steer a terminal. */
  public static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> plain.appendCodePoint(Character.isISOControl(c) ? (c == '\n' ? ' ' : '?') : c));
    return plain.toString();
  }
}
