package io.github.epdi.training.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.epdi.model.safetensors.SafetensorsWriter;
import io.github.epdi.structure.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
  private static final TrainingState STATE =
      new TrainingState(
          List.of(new EpochRecord(1, 0.1 + 0.2, null), new EpochRecord(2, 0.25, 0.5)),
          12,
          Map.of("w", new float[] {1f / 3, Float.MIN_VALUE}),
          Map.of("mean/w", new float[] {-0f, 2e-30f}),
          Map.of("w", new float[] {7, 8}),
          2);

  @TempDir private Path parent;

  @Test
  void comesBackBitByBit() {
    Checkpoint checkpoint = new Checkpoint(parent.resolve("x.training"), "{\"a\":1}");
    assertThat(checkpoint.read()).isEmpty();
    checkpoint.write(STATE);
    checkpoint.write(STATE);
    TrainingState back = checkpoint.read().orElseThrow();
    assertThat(back).usingRecursiveComparison().isEqualTo(STATE);
    assertThat(Float.floatToRawIntBits(back.moments().get("mean/w")[0])).isEqualTo(0x80000000);
    checkpoint.delete();
    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void otherSettingsAreRefusedByName() {
    Path directory = parent.resolve("x.training");
    new Checkpoint(directory, "{\"schedule\":{\"epochs\":20,\"seed\":1}}").write(STATE);
    Checkpoint other = new Checkpoint(directory, "{\"schedule\":{\"epochs\":30,\"seed\":1}}");
    assertThatThrownBy(other::read)
        .isInstanceOf(InputException.class)
        .hasMessage(
            "Cannot go on from "
                + directory.resolve("checkpoint.safetensors")
                + ": it was begun with other settings, schedule.epochs: expected 30, found 20;"
                + " repeat that command, or begin anew with --restart");
  }

  /** A kill while the file is written leaves a part of a temporary file and the old checkpoint. */
  @Test
  void partOfATemporaryFileDoesNotMatter() throws IOException {
    Path directory = parent.resolve("x.training");
    Checkpoint checkpoint = new Checkpoint(directory, "{}");
    checkpoint.write(STATE);
    Files.write(
        SafetensorsWriter.temporary(directory.resolve("checkpoint.safetensors")),
        new byte[] {1, 2, 3});
    assertThat(checkpoint.read().orElseThrow()).usingRecursiveComparison().isEqualTo(STATE);
    checkpoint.delete();
    assertThat(parent).isEmptyDirectory();
  }
}
