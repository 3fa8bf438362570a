package io.github.epdi.pes;

import static io.github.epdi.pes.PercolationAgreement.assertAgree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.SharedData;
import io.github.epdi.grid.GridFiles;
import io.github.epdi.grid.GridReading;
import io.github.epdi.grid.PotentialConventions;
import io.github.epdi.grid.ReadingRequest;
import io.github.epdi.grid.blocks.GridLimits;
import io.github.epdi.structure.DiffusionPath;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.SurfaceGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Surfaces as they are found in potential grids, with binding energies by DFT. */
class ComputedSurfacesTest {
  private static final ReadingRequest REQUEST =
      new ReadingRequest(
          List.of(Side.TOP, Side.BOTTOM),
          List.of(1.5),
          PotentialConventions.DEFAULT,
          GridLimits.DEFAULT,
          0.05,
          ReadingRequest.Depth.STOP_AT_REJECT);

  private static Map<String, List<String[]>> labels;
  private static final Map<String, GridReading.Accepted> READINGS = new TreeMap<>();

  @BeforeAll
  static void read() throws IOException {
    labels =
        Files.readAllLines(SharedData.path("dft2/labels.csv")).stream()
            .skip(1)
            .map(line -> line.split(",", -1))
            .collect(Collectors.groupingBy(row -> row[0]));
    labels.values().removeIf(rows -> !areWhole(rows));
    GridFiles files = new GridFiles(new Configuration());
    for (String material : labels.keySet()) {
      READINGS.put(
          material,
          files
              .read(SharedData.path("dft2/" + material + ".cube.gz").toString(), REQUEST)
              .accepted());
    }
  }

  @Test
  void percolationAgreesWithWalking() {
    READINGS.forEach(
        (material, reading) -> {
          SurfaceGraph graph = reading.graph(Side.TOP);
          SurfaceEnergies energies = computed(graph, labels.get(material));
          PercolationBarriers barriers = Percolation.of(graph, energies);
          assertAgree(barriers, CoverPercolation.of(graph, energies), material);
          assertThat(barriers.percolation2dEv()).as(material).isBetween(0.02, 2.0);
          assertThat(barriers.percolation1dEv())
              .as(material)
              .isLessThanOrEqualTo(barriers.percolation2dEv());
        });
    assertThat(READINGS).containsKeys("MoS2-Ti", "MoS2-pristine");
  }

  @Test
  void percolationAgreesWithWalkingOnEitherSideWithTies() {
    Random random = new Random(5);
    GridReading.Accepted reading = READINGS.get("MoS2-Ti");
    for (Side side : Side.values()) {
      SurfaceGraph graph = reading.graph(side);
      for (int i = 0; i < 5; i++) {
        SurfaceEnergies energies = RandomGraphs.energiesWithTies(graph, random);
        assertAgree(
            Percolation.of(graph, energies), CoverPercolation.of(graph, energies), side + " " + i);
      }
    }
  }

  /** All bridges of a pristine surface are one: it percolates everywhere at once, over any path. */
  @Test
  void onAPristineSurfaceEveryBarrierIsTheSame() {
    GridReading.Accepted reading = READINGS.get("MoS2-pristine");
    SurfaceGraph graph = reading.graph(Side.TOP);
    SurfaceEnergies energies = computed(graph, labels.get("MoS2-pristine"));
    PercolationBarriers barriers = Percolation.of(graph, energies);
    assertThat(graph.paths()).hasSize(1);
    PotentialEnergyCurve curve = PotentialEnergyCurve.along(graph.paths().get(0), energies);
    assertThat(barriers.percolation1dEv()).isEqualTo(barriers.percolation2dEv());
    assertThat(barriers.percolation2dEv())
        .isCloseTo(curve.highestEv() - energies.lowestEv(), within(1e-12));
    assertThat(curve.reactionEnergyEv()).isZero();
  }

  /** A channel goes over at least one whole path; the unique ones stand for all 27. */
  @Test
  void noChannelOpensBelowTheLowestPath() {
    READINGS.forEach(
        (material, reading) -> {
          SurfaceGraph graph = reading.graph(Side.TOP);
          SurfaceEnergies energies = computed(graph, labels.get(material));
          double lowestPath =
              graph.paths().stream()
                  .mapToDouble(path -> PotentialEnergyCurve.along(path, energies).highestEv())
                  .min()
                  .orElseThrow();
          double threshold =
              Percolation.of(graph, energies).percolation1dAboveLowestEv() + energies.lowestEv();
          assertThat(lowestPath).as(material).isLessThanOrEqualTo(threshold + 1e-12);
          assertThat(graph.paths().stream().mapToInt(DiffusionPath::multiplicity).sum())
              .isEqualTo(27);
        });
  }

  /** Tells whether every site of a 3x3 cell has a label or is equivalent to one that has. */
  private static boolean areWhole(List<String[]> rows) {
    return rows.stream().mapToInt(row -> Integer.parseInt(row[8])).sum() == 9 + 9 + 27;
  }

  /** The energies of labelled sites, carried to all sites by the symmetry that was found. */
  private static SurfaceEnergies computed(SurfaceGraph graph, List<String[]> rows) {
    return SurfaceEnergies.spread(
        graph,
        site -> {
          for (String[] row : rows) {
            if (row[4].equals(site.kind().name())) {
              int labelled =
                  HoneycombSurface.numberAt(
                      graph.sites(site.kind()),
                      Double.parseDouble(row[6]),
                      Double.parseDouble(row[7]));
              if (graph.sites(site.kind()).get(labelled).representative().equals(site.id())) {
                return Double.parseDouble(row[13]);
              }
            }
          }
          throw new AssertionError("no label for the orbit of " + site.id());
        });
  }
}
