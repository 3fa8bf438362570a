package io.github.epdi.training.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.epdi.dataset.Label;
import io.github.epdi.grid.GridFiles;
import io.github.epdi.grid.PotentialConventions;
import io.github.epdi.grid.TestGrids;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.InputException;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.structure.TestSlabs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GridSourceTest {
  @TempDir private Path folder;

  private static GridSource source(String directory) {
    return new GridSource(
        directory, "{material_id}.cube.gz", Side.TOP, PotentialConventions.DEFAULT);
  }

  private static Label label(Side side, String gridUri) {
    return new Label(1, "m", "T0", SiteKind.T, 0, 0, -2, side, gridUri);
  }

  @Test
  void aDirectoryGoesBeforeWhatLabelsSay() {
    List<Label> labels = List.of(label(Side.TOP, "elsewhere/LOCPOT"));
    assertThat(source("grids").uri("m", labels)).isEqualTo("grids/m.cube.gz");
    assertThat(source(null).uri("m", labels)).isEqualTo("elsewhere/LOCPOT");
  }

  @Test
  void labelsHaveToSayOneGrid() {
    assertThatThrownBy(() -> source(null).uri("m", List.of(label(null, null))))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "Cannot find the grid of m: expected --grids, or one grid_uri for all of its labels,"
                + " found labels without one");
    assertThatThrownBy(() -> source(null).uri("m", List.of(label(null, "a"), label(null, "b"))))
        .hasMessageEndingWith("found a, b");
  }

  @Test
  void labelsOfTheOtherSideAreNotUsed() throws IOException {
    Path grid =
        Files.writeString(
            folder.resolve("LOCPOT"),
            TestGrids.of(TestSlabs.twoH(Element.Mo, Element.S).structure()).locpot());
    LabelledGrids grids =
        LabelledGrids.read(
            List.of(label(Side.TOP, grid.toString()), label(Side.BOTTOM, grid.toString())),
            new GridFiles(new Configuration(false)),
            source(null),
            List.of(1.5));
    assertThat(grids.grids()).hasSize(1);
    assertThat(grids.grids().get(0).matches()).hasSize(1);
    assertThat(grids.problems())
        .containsExactly(
            "Cannot use label of row 1, m T0: expected one of the top side, found bottom (--side)");
  }
}
