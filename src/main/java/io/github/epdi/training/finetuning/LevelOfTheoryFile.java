package io.github.epdi.training.finetuning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.epdi.grid.LevelOfTheory;
import io.github.epdi.structure.InputException;
import io.github.epdi.tables.NearestName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** Reads a level of theory from a YAML or JSON file; keys as in {@link LevelOfTheory}. */
public final class LevelOfTheoryFile {
  private static final List<String> KEYS =
      List.of(
          "code",
          "functional",
          "pseudopotentials",
          "k_points",
          "spin",
          "ion",
          "reference",
          "label_kind");

  private LevelOfTheoryFile() {}

  /**
   * Reads a file; what it does not name is null.
   *
   * @throws InputException if a key is unknown or a value is no text
   */
  public static LevelOfTheory read(Path file) throws IOException {
    JsonNode root;
    try {
      root = new YAMLMapper().readTree(Files.readString(file));
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new InputException(
          "Cannot read level of theory of "
              + file
              + ": expected YAML or JSON, found something else (line "
              + line
              + ")",
          e);
    }
    if (root == null || !root.isObject()) {
      throw new InputException(
          "Cannot read level of theory of " + file + ": expected keys, found none");
    }
    for (Iterator<String> names = root.fieldNames(); names.hasNext(); ) {
      check(file, names.next());
    }
    return new LevelOfTheory(
        text(file, root, "code"),
        text(file, root, "functional"),
        text(file, root, "pseudopotentials"),
        text(file, root, "k_points"),
        text(file, root, "spin"),
        text(file, root, "ion"),
        text(file, root, "reference"),
        text(file, root, "label_kind"));
  }

  private static void check(Path file, String key) {
    if (!KEYS.contains(key)) {
      throw new InputException(
          "Cannot read level of theory of "
              + file
              + ": expected keys of "
              + String.join(", ", KEYS)
              + ", found "
              + key
              + " (nearest: "
              + NearestName.of(key, KEYS)
              + ")");
    }
  }

  private static String text(Path file, JsonNode root, String key) {
    JsonNode value = root.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw new InputException(
          "Cannot read level of theory of "
              + file
              + ": expected text for "
              + key
              + ", found "
              + value);
    }
    return value.textValue();
  }
}
