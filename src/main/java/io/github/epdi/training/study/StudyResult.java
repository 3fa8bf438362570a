package io.github.epdi.training.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.epdi.structure.InputException;
import io.github.epdi.training.accuracy.Pair;
import io.github.epdi.training.loop.EpochRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * The result of one training of a study, as it is kept in a file of its own.
 *
 * @param cell the training
 * @param settings everything that the predictions depend on
 * @param predictions predictions of every labelled site that the cell uses
 * @param barriers forward barriers of paths with a tested saddle: label and prediction
 * @param history one record for each epoch
 * @param bestEpoch epoch whose weights were kept
 * @param seconds seconds of training
 * @param imagesPerSecond images per second of training, validation included; null where none was
 *     measured
 */
record StudyResult(
    StudyCell cell,
    JsonNode settings,
    List<StudyPrediction> predictions,
    List<Pair> barriers,
    List<EpochRecord> history,
    int bestEpoch,
    double seconds,
    Double imagesPerSecond) {
  private static final ObjectMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  /** Returns the file of a cell. */
  static Path file(Path directory, StudyCell cell) {
    return directory.resolve("cells").resolve(cell.id() + ".json");
  }

  /** Writes the result, which appears whole or not at all. */
  void write(Path directory) throws IOException {
    Path file = file(directory, cell);
    Files.createDirectories(file.getParent());
    Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
    Files.writeString(temporary, JSON.writeValueAsString(this));
    Files.move(
        temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Reads the result of a cell, or returns nothing if there is none.
   *
   * @throws InputException if it cannot be read
   */
  static Optional<StudyResult> read(Path directory, StudyCell cell) {
    Path file = file(directory, cell);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(Files.readString(file), StudyResult.class));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new InputException(
          "Cannot read " + file + ": expected a result of a study, found " + e.getOriginalMessage(),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /** Tells whether another training gave the same numbers, to the last bit. */
  boolean hasSameNumbersAs(StudyResult other) {
    return predictions.equals(other.predictions)
        && barriers.equals(other.barriers)
        && history.equals(other.history);
  }

  /** Reads a part of the settings as an object of a type. */
  static <T> T value(JsonNode settings, Class<T> type) {
    try {
      return JSON.treeToValue(settings, type);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new InputException("Cannot read settings of a study: " + e.getOriginalMessage(), e);
    }
  }

  /** Returns settings in the form in which they are compared. */
  static JsonNode tree(Object settings) {
    return JSON.valueToTree(settings);
  }
}
