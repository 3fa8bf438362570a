package io.github.epdi.training.loop;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.TreeSet;

/** Says in which setting two trainings differ. */
final class SettingsDifference {
  private SettingsDifference() {}

  /**
   * Returns the first difference by name, as in "schedule.epochs: expected 30, found 20". It is
   * empty if there is none.
   */
  static Optional<String> first(JsonNode expected, JsonNode found) {
    return first("", expected, found);
  }

  private static Optional<String> first(String path, JsonNode expected, JsonNode found) {
    if (expected.equals(found)) {
      return Optional.empty();
    }
    if (!expected.isObject() || !found.isObject()) {
      return Optional.of(path + ": expected " + expected + ", found " + found);
    }
    TreeSet<String> names = new TreeSet<>();
    expected.fieldNames().forEachRemaining(names::add);
    found.fieldNames().forEachRemaining(names::add);
    return names.stream()
        .map(name -> first(join(path, name), expected.path(name), found.path(name)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
