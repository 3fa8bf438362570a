package io.github.epdi.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.epdi.structure.InputException;
import io.github.epdi.tables.NearestName;
import io.github.epdi.theory.LevelOfTheory;
import io.github.epdi.theory.TheoryPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * Reads and writes files with a level of theory, in YAML or JSON. The keys are those of {@link
 * TheoryPart}.
 */
public final class LevelOfTheoryFile {
  /** Name of the file that lies beside the labels of a data set. */
  public static final String NAME = "level-of-theory.yaml";

  private static final List<String> KEYS = TheoryPart.keys();

  private LevelOfTheoryFile() {}

  /**
   * Reads a file. Parts that it does not name are null.
   *
   * @throws InputException if a key is unknown or a value is not text
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
    JsonNode keys = root;
    return LevelOfTheory.of(part -> text(file, keys, part.key()));
  }

  /** Returns YAML that {@link #read} understands. Unknown parts are left out. */
  static String yaml(LevelOfTheory theory) throws JsonProcessingException {
    ObjectNode keys = JsonNodeFactory.instance.objectNode();
    for (TheoryPart part : TheoryPart.values()) {
      if (part.of(theory) != null) {
        keys.put(part.key(), part.of(theory));
      }
    }
    return new YAMLMapper().writeValueAsString(keys);
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
