package io.github.epdi.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Fills a page of a resource, which has places {@code {{name}}}, and puts the style sheet into it.
 * A content policy allows the style and script that are in the page, images within it, and nothing
 * else.
 */
final class PageTemplate {
  private final String page;
  private final String style = resource("report.css");

  PageTemplate(String name) {
    this.page = resource(name);
  }

  /**
   * Returns the page.
   *
   * @param script the one script of the page; empty for none
   * @param values markup by place; a place that has no value is an error
   */
  String fill(String script, Map<String, String> values) {
    String policy =
        "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; style-src "
            + hash(style)
            + "; script-src "
            + (script.isEmpty() ? "'none'" : hash(script));
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (int at = page.indexOf("{{"); at >= 0; at = page.indexOf("{{", from)) {
      int end = page.indexOf("}}", at);
      String name = page.substring(at + 2, end);
      out.append(page, from, at);
      out.append(
          switch (name) {
            case "policy" -> policy;
            case "style" -> style;
            case "script" -> script;
            default -> value(values, name);
          });
      from = end + 2;
    }
    return out.append(page, from, page.length()).toString();
  }

  private static String value(Map<String, String> values, String name) {
    if (!values.containsKey(name)) {
      throw new IllegalArgumentException("Cannot fill a page: no value for " + name);
    }
    return values.get(name);
  }

  /** Returns the script of the main page. */
  static String script() {
    return resource("report.js");
  }

  private static String hash(String text) {
    return "'sha256-" + Base64.getEncoder().encodeToString(DigestUtils.sha256(text)) + "'";
  }

  private static String resource(String name) {
    try (InputStream in = PageTemplate.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
  }
}
