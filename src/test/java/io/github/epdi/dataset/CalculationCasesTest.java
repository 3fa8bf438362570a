package io.github.epdi.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.SharedData;
import io.github.epdi.SparkExtension;
import io.github.epdi.dataset.DatasetRequest.Ion;
import io.github.epdi.structure.Element;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Folders of calculations as they are found in the wild: what has a label has that of its {@code
 * expected.txt}, all else a reject with its code, and a reason that names what was found.
 */
@ExtendWith(SparkExtension.class)
class CalculationCasesTest {
  /** A label in eV, or code and words of a reject; the key ends a source's address. */
  private record Case(
      String name,
      String reference,
      Map<String, Double> labels,
      Map<String, List<String>> rejects) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case(
            "16-potcar-order-swapped",
            "bcc",
            Map.of("li-good", -2.0),
            Map.of(
                "li-swapped",
                List.of(
                    "WRONG_ATOMS", "PAW_PBE S 06Sep2000, PAW_PBE Mo_sv", "4 8 1", "Mo 4, S 8"))),
        new Case(
            "17-mlff-last-step",
            "bcc",
            Map.of(),
            Map.of("li-ml", List.of("UNVERIFIED", "ML_LMLFF", "CONTCAR"))),
        new Case(
            "20-cp2k-appended-output",
            "atom",
            Map.of(),
            Map.of("li.out", List.of("TRUNCATED", "run 2 of 2"))),
        new Case("21-cp2k-abc-overrides", "atom", Map.of("li.out", -2.7211), Map.of()),
        new Case(
            "25-cp2k-energy-still-moving",
            "atom",
            Map.of("MoS2-tight/li/li.out", -2.7211),
            Map.of(
                "MoS2/slab.out", List.of("UNCONVERGED", "0.2708 eV", "0.05 eV"),
                "MoS2/li/li.out", List.of("REJECTED_SLAB", "0.2708 eV", "0.05 eV"))));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatIsExpectedComesOut(Case expected, SparkSession spark) throws IOException {
    Path folder = SharedData.path("cases/" + expected.name());
    Ion ion = new Ion(Element.Li, null, folder.resolve("Li").toString(), expected.reference());
    ImportedDataset found = Imports.of(folder.resolve("runs")).ion(ion).run(spark);

    Map<String, Double> labels = new TreeMap<>();
    found
        .labels()
        .forEach(row -> labels.put(row.source().sourceUri(), row.energy().bindingEnergyEv()));
    assertThat(labels).as("labels").hasSize(expected.labels().size());
    expected
        .labels()
        .forEach(
            (end, ev) ->
                assertThat(labels)
                    .anySatisfy(
                        (uri, energy) -> {
                          assertThat(uri).endsWith(end);
                          assertThat(energy).isCloseTo(ev, within(5e-5));
                        }));
    Map<String, String> rejects = new TreeMap<>();
    found.rejects().forEach(row -> rejects.put(row.sourceUri(), row.code() + ": " + row.reason()));
    assertThat(rejects).as("rejects").hasSize(expected.rejects().size());
    expected
        .rejects()
        .forEach(
            (end, words) ->
                assertThat(rejects)
                    .anySatisfy(
                        (uri, reason) -> {
                          assertThat(uri).endsWith(end);
                          assertThat(reason).startsWith(words.get(0)).contains(words);
                        }));
  }
}
