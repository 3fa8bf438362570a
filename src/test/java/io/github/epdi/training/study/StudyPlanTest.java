package io.github.epdi.training.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.epdi.model.network.Network;
import io.github.epdi.structure.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyPlanTest {
  static final String HEAD =
      """
      labels: labels.csv
      grids: grids
      copies: 2
      starts: {synthetic: "start/{architecture}-{encoding}-{pixels}.safetensors"}
      image:
        window_angstrom: 8
        colormap_height_angstrom: 1.5
        planes_heights_angstrom: [1.0, 1.5, 2.0]
        vmin_ev: -1.2
        vmax_ev: 0.2
      training: &t
        epochs: 1
        images_per_site: 1
        batch: 8
        learning_rate: 0.001
        weight_decay: 0.001
        validation_share: 0
        turns: hexagonal
        transfer: {statistics: frozen, first_layer_share: 0.1, head: ridge}
      """;
  private static final String CELLS =
      """
      parts:
        - architecture: [densenet121, vgg16]
          start: synthetic
          encoding: planes
          pixels: [32, 64]
          target: direct
          split: [random, by-material]
          saddle_fraction: [0, 0.33]
          seed: 1
        - architecture: densenet121
          start: synthetic
          encoding: planes
          pixels: 32
          target: direct
          split: random
          saddle_fraction: 0
          seed: [1, 2]
      """;

  @TempDir private Path directory;

  private StudyPlan read(String yaml) throws IOException {
    return StudyPlan.read(Files.writeString(directory.resolve("study.yaml"), yaml));
  }

  @Test
  void cellsAreAllCombinationsAndEachOnce() throws IOException {
    StudyPlan plan = read(HEAD + CELLS);
    Map<StudyCell, StudyPlan.Training> cells = plan.cells(10);
    // 2 networks x 2 sizes x (1 random + 5 folds) x 2 shares, and one seed more.
    assertThat(cells).hasSize(2 * 2 * 6 * 2 + 1);
    assertThat(cells.keySet().stream().map(StudyCell::id).distinct()).hasSize(cells.size());
    assertThat(cells.keySet().iterator().next().id())
        .isEqualTo("densenet121_synthetic_planes-32_direct_random_f0.00_s1");
    assertThat(plan.training().transfer().statistics()).isEqualTo(Network.Statistics.FROZEN);
    assertThat(plan.cells(3)).hasSize(2 * 2 * 4 * 2 + 1);
  }

  @Test
  void whatCannotBeUsedIsNamed() {
    assertThatThrownBy(() -> read(HEAD + "seeds: 3\n"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Cannot read study " + directory.resolve("study.yaml"))
        .hasMessageContaining("Unrecognized field \"seeds\"")
        .hasMessageContaining("(line 21)");
    assertThatThrownBy(() -> read("labels: a\nlabels: b\n"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Duplicate field 'labels' (line 2)");
    assertThatThrownBy(() -> read("grids: g\ncopies: 1\n"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("expected key labels, found none");
    assertThatThrownBy(
            () ->
                read(HEAD.replace("        epochs: 1\n", "").replace("  epochs: 1\n", "") + CELLS))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("training.epochs: expected a value, found none");
    assertThatThrownBy(() -> read(HEAD + CELLS.replace("by-material", "by-metal")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("by-metal");
    assertThatThrownBy(() -> StudyPlan.read(directory.resolve("no.yaml")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("expected a YAML file, found nothing");
  }
}
