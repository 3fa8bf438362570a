package io.github.epdi.cli;

/** What may be written to a person's terminal. */
final class Terminal {
  private Terminal() {}

  /** Whether a person watches standard error: the launcher looks, since Java cannot tell. */
  static boolean isInteractive() {
    return Boolean.getBoolean("epdi.terminal");
  }

  /** A user's string with every control character replaced, so that it cannot steer a terminal. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> plain.appendCodePoint(Character.isISOControl(c) ? (c == '\n' ? ' ' : '?') : c));
    return plain.toString();
  }
}
