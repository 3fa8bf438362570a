package io.github.epdi.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Encodes names for links. */
final class Urls {
  private Urls() {}

  /** Returns one segment of a path, percent-encoded. */
  static String segment(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
