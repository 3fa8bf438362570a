package io.github.epdi.training.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.SharedData;
import io.github.epdi.SparkExtension;
import io.github.epdi.grid.PotentialConventions;
import io.github.epdi.levels.LevelsNames;
import io.github.epdi.model.ModelBundle;
import io.github.epdi.model.physics.AffinityModel;
import io.github.epdi.model.physics.AffinityPart;
import io.github.epdi.model.physics.LabelledDescriptors;
import io.github.epdi.model.physics.SiteDescriptors;
import io.github.epdi.structure.Side;
import io.github.epdi.theory.LevelOfTheory;
import io.github.epdi.training.accuracy.EvaluationRow;
import io.github.epdi.training.accuracy.Pair;
import io.github.epdi.training.affinity.AffinityRequest;
import io.github.epdi.training.affinity.AffinityTraining;
import io.github.epdi.training.examples.GridSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Error on other materials against the number of labels of another level of theory, over all of our
 * DFT set. Predictions are those of models that had not seen the material. The table of
 * jobs/study/README.md is written to target/calibration-curve.md.
 */
@ExtendWith(SparkExtension.class)
class CalibrationCurveTest {
  private static final List<Integer> COUNTS = List.of(1, 2, 4, 8);
  private static final int DRAWS = 50;
  private static final Path TABLE = Path.of("target", "calibration-curve.md");

  @TempDir private Path folder;

  private List<EvaluationRow> rows;
  private List<AffinityPart.Row> described;

  /** Mean errors on the materials that no label was drawn of, eV. */
  private record Errors(double before, double calibrated, double alone) {}

  @Test
  void aHandfulOfLabelsIsEnough(SparkSession spark) throws IOException {
    leaveOut(spark);
    Map<String, Double> noDispersion = column("binding_energy_no_dispersion_ev");
    Random noise = new Random(1);
    Map<String, Double> madeUp = new HashMap<>();
    for (EvaluationRow row : rows) {
      double ofKind =
          switch (row.kind()) {
            case T -> 0.35;
            case H -> 0.31;
            case B -> 0.33;
          };
      madeUp.put(key(row), 0.93 * row.labelEv() + ofKind + 0.01 * noise.nextGaussian());
    }
    List<String> table = new ArrayList<>();
    List<Errors> real = curve("PBE without D3", row -> noDispersion.get(key(row)), table);
    List<Errors> synthetic = curve("made up (synthetic)", row -> madeUp.get(key(row)), table);
    Files.createDirectories(TABLE.getParent());
    Files.write(TABLE, table);

    for (List<Errors> curve : List.of(real, synthetic)) {
      Errors most = curve.get(COUNTS.size() - 1);
      assertThat(curve.get(0).before()).isGreaterThan(0.15);
      assertThat(curve.get(0).calibrated()).as("one label").isLessThan(0.08);
      assertThat(most.calibrated()).as("eight labels").isLessThan(0.045);
      assertThat(curve)
          .allSatisfy(errors -> assertThat(errors.calibrated()).isLessThan(errors.before() / 2))
          .allSatisfy(errors -> assertThat(errors.calibrated()).isLessThan(errors.alone() / 2));
      assertThat(most.calibrated()).isLessThan(curve.get(0).calibrated());
    }
  }

  private void leaveOut(SparkSession spark) throws IOException {
    String set = SharedData.path("dft2").toString();
    Path bundle = folder.resolve("bundle");
    AffinityRequest request =
        new AffinityRequest(
            new AffinityRequest.Labels(
                set + "/labels.csv", "binding_energy_ev", AffinityRequest.Unusable.STOP),
            new GridSource(
                set, GridSource.MATERIAL + ".cube.gz", Side.TOP, PotentialConventions.DEFAULT),
            LevelsNames.DEFAULTS,
            new AffinityRequest.Bundle(
                LevelOfTheory.UNSAID, "Li", "Apache-2.0", AffinityRequest.Existing.REFUSE, bundle));
    rows = new AffinityTraining(spark, request, note -> {}).run().rows();
    described = ModelBundle.read(bundle).metadata().affinity().rows();
    for (int i = 0; i < rows.size(); i++) {
      assertThat(described.get(i).materialId()).isEqualTo(rows.get(i).materialId());
      assertThat(described.get(i).energyEv()).isEqualTo(rows.get(i).labelEv());
    }
  }

  private static String key(EvaluationRow row) {
    return key(row.materialId(), row.labelEv());
  }

  private static String key(String material, double labelEv) {
    return String.format(Locale.ROOT, "%s %.5f", material, labelEv);
  }

  /** Returns the values of a column of the labels by material and usual label. */
  private static Map<String, Double> column(String name) throws IOException {
    List<String> lines = Files.readAllLines(SharedData.path("dft2").resolve("labels.csv"));
    List<String> names = Arrays.asList(lines.get(0).split(",", -1));
    Map<String, Double> values = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      double usual = Double.parseDouble(cells[names.indexOf("binding_energy_ev")]);
      values.put(key(cells[0], usual), Double.parseDouble(cells[names.indexOf(name)]));
    }
    return values;
  }

  private List<Errors> curve(
      String level, ToDoubleFunction<EvaluationRow> labelEv, List<String> table) {
    List<Errors> curve = new ArrayList<>();
    for (int count : COUNTS) {
      double[] sums = new double[3];
      for (int draw = 1; draw <= DRAWS; draw++) {
        Errors errors = errors(count, new Random(draw), labelEv);
        sums[0] += errors.before() / DRAWS;
        sums[1] += errors.calibrated() / DRAWS;
        sums[2] += errors.alone() / DRAWS;
      }
      Errors mean = new Errors(sums[0], sums[1], sums[2]);
      curve.add(mean);
      table.add(
          String.format(
              Locale.ROOT,
              "| %s | %d | %.3f | %.3f | %.3f |",
              level,
              count,
              mean.before(),
              mean.calibrated(),
              mean.alone()));
    }
    return curve;
  }

  private Errors errors(int count, Random random, ToDoubleFunction<EvaluationRow> labelEv) {
    List<Integer> order =
        IntStream.range(0, rows.size()).boxed().collect(Collectors.toCollection(ArrayList::new));
    Collections.shuffle(order, random);
    List<Integer> drawn = order.subList(0, count);
    Set<String> seen =
        drawn.stream().map(i -> rows.get(i).materialId()).collect(Collectors.toSet());
    List<Pair> pairs = drawn.stream().map(i -> pair(rows.get(i), labelEv)).toList();
    EnergyLine line = LineFit.choose(pairs).fit(pairs);
    AffinityModel alone =
        new AffinityModel(
            drawn.stream()
                .map(
                    i ->
                        new LabelledDescriptors(
                            rows.get(i).materialId(),
                            descriptors(i),
                            labelEv.applyAsDouble(rows.get(i))))
                .toList());
    double[] sums = new double[3];
    int tested = 0;
    for (int i : order) {
      EvaluationRow row = rows.get(i);
      if (!seen.contains(row.materialId())) {
        double label = labelEv.applyAsDouble(row);
        sums[0] += Math.abs(row.predictionEv() - label);
        sums[1] += Math.abs(line.of(row.predictionEv()) - label);
        sums[2] += Math.abs(alone.energiesEv(List.of(descriptors(i)))[0] - label);
        tested++;
      }
    }
    return new Errors(sums[0] / tested, sums[1] / tested, sums[2] / tested);
  }

  private static Pair pair(EvaluationRow row, ToDoubleFunction<EvaluationRow> labelEv) {
    return new Pair(row.materialId(), labelEv.applyAsDouble(row), row.predictionEv());
  }

  private SiteDescriptors descriptors(int i) {
    AffinityPart.Row row = described.get(i);
    return new SiteDescriptors(
        row.kind(), row.values().stream().mapToDouble(Double::doubleValue).toArray());
  }
}
