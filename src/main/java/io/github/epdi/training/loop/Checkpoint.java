package io.github.epdi.training.loop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.epdi.model.safetensors.Safetensors;
import io.github.epdi.model.safetensors.SafetensorsWriter;
import io.github.epdi.model.safetensors.TensorSpec;
import io.github.epdi.model.safetensors.TensorType;
import io.github.epdi.structure.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the state of a training on disk. It is one safetensors file {@code checkpoint.safetensors}
 * in a directory of its own, which is replaced in one step, so that a kill leaves the old or the
 * new one.
 *
 * <p>It holds the settings of its training, and a training with other settings cannot continue from
 * it.
 */
public final class Checkpoint {
  private static final String FORMAT = "epdi-training-1";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path directory;
  private final String settings;

  /**
   * Describes a checkpoint that need not exist yet.
   *
   * @param settings everything that the result depends on, as canonical JSON
   */
  public Checkpoint(Path directory, String settings) {
    this.directory = directory;
    this.settings = settings;
  }

  /** Writes a state in place of the one that is there. */
  public void write(TrainingState state) {
    SafetensorsWriter writer = new SafetensorsWriter();
    add(writer, "weights/", state.weights());
    add(writer, "best/", state.best());
    add(writer, "moments/", state.moments());
    writer.metadata("format", FORMAT);
    writer.metadata("settings", settings);
    writer.metadata("steps", Long.toString(state.steps()));
    writer.metadata("best_epoch", Integer.toString(state.bestEpoch()));
    try {
      writer.metadata("history", JSON.writeValueAsString(state.history()));
      Files.createDirectories(directory);
      writer.replace(file());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write checkpoint " + file() + ": " + e, e);
    }
  }

  /**
   * Reads the state, or returns nothing if there is none.
   *
   * @throws InputException if it belongs to a training with other settings or is no checkpoint
   */
  public Optional<TrainingState> read() {
    if (!Files.exists(file())) {
      return Optional.empty();
    }
    try {
      Safetensors tensors = Safetensors.open(file());
      Map<String, String> metadata = tensors.metadata();
      if (!FORMAT.equals(metadata.get("format"))) {
        throw new InputException(
            "Cannot go on from "
                + file()
                + ": expected format "
                + FORMAT
                + ", found "
                + metadata.get("format"));
      }
      checkSettings(metadata.get("settings"));
      return Optional.of(state(tensors, metadata));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read checkpoint " + file() + ": " + e, e);
    }
  }

  /** Removes the checkpoint and its directory. */
  public void delete() {
    try {
      Files.deleteIfExists(file());
      Files.deleteIfExists(SafetensorsWriter.temporary(file()));
      Files.deleteIfExists(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + directory + ": " + e, e);
    }
  }

  private Path file() {
    return directory.resolve("checkpoint.safetensors");
  }

  private void checkSettings(String found) throws JsonProcessingException {
    if (settings.equals(found)) {
      return;
    }
    String difference =
        SettingsDifference.first(JSON.readTree(settings), JSON.readTree(found)).orElse("its order");
    throw new InputException(
        "Cannot go on from "
            + file()
            + ": it was begun with other settings, "
            + difference
            + "; repeat that command, or begin anew with --restart");
  }

  private static void add(SafetensorsWriter writer, String prefix, Map<String, float[]> tensors) {
    tensors.forEach(
        (name, values) ->
            writer.add(
                new TensorSpec(prefix + name, List.of(values.length)), values, TensorType.F32));
  }

  private static TrainingState state(Safetensors tensors, Map<String, String> metadata)
      throws JsonProcessingException {
    return new TrainingState(
        JSON.readValue(metadata.get("history"), new TypeReference<List<EpochRecord>>() {}),
        Long.parseLong(metadata.get("steps")),
        floats(tensors, "weights/"),
        floats(tensors, "moments/"),
        floats(tensors, "best/"),
        Integer.parseInt(metadata.get("best_epoch")));
  }

  private static Map<String, float[]> floats(Safetensors tensors, String prefix) {
    Map<String, float[]> values = new HashMap<>();
    for (String name : tensors.names()) {
      if (name.startsWith(prefix)) {
        values.put(name.substring(prefix.length()), tensors.floats(name));
      }
    }
    return values;
  }
}
