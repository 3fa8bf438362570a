package io.github.epdi.report.figure;

/**
 * Writes HTML or SVG from trusted templates and untrusted values. Each {@code ?} of a template
 * stands for a value, which is escaped.
 */
public final class Markup {
  private final StringBuilder out = new StringBuilder();

  /**
   * Adds markup.
   *
   * @param template trusted markup, a constant
   * @param values one value for each ?; doubles are coordinates with at most two decimals
   */
  public Markup add(String template, Object... values) {
    int next = 0;
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      if (c == '?') {
        out.append(text(values[next++]));
      } else {
        out.append(c);
      }
    }
    if (next != values.length) {
      throw new IllegalArgumentException(
          "Cannot fill a template: expected " + next + " values, found " + values.length);
    }
    return this;
  }

  /** Adds what was made by another {@code Markup}. */
  public Markup raw(String markup) {
    out.append(markup);
    return this;
  }

  @Override
  public String toString() {
    return out.toString();
  }

  private static String text(Object value) {
    return value instanceof Double number ? Digits.coordinate(number) : escape(value.toString());
  }

  /**
   * Escapes text for content and quoted attributes. Characters that XML does not allow become
   * U+FFFD.
   */
  public static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(isAllowed(c) ? c : 0xfffd);
              }
            });
    return out.toString();
  }

  private static boolean isAllowed(int c) {
    boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
    boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return !control && !surrogate && c != 0xfffe && c != 0xffff;
  }
}
