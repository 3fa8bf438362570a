package io.github.epdi.training.affinity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.epdi.SharedData;
import io.github.epdi.SparkExtension;
import io.github.epdi.dataset.LabelTable;
import io.github.epdi.grid.GridFiles;
import io.github.epdi.grid.PotentialConventions;
import io.github.epdi.image.Encoding;
import io.github.epdi.image.ImageSpec;
import io.github.epdi.levels.LevelsConvention;
import io.github.epdi.levels.LevelsFiles;
import io.github.epdi.levels.LevelsNames;
import io.github.epdi.structure.Side;
import io.github.epdi.training.examples.GridSource;
import io.github.epdi.training.examples.ImageCalibration;
import io.github.epdi.training.examples.ImageOptions;
import io.github.epdi.training.examples.LabelledSite;
import io.github.epdi.training.examples.Part;
import io.github.epdi.training.loop.Schedule;
import io.github.epdi.training.loop.StartWeights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whether images help beside electronic levels, on materials that nobody trained on. It runs where
 * the system property {@code epdi.image-study} names the folder in which
 * jobs/study/image-beside-levels.sh keeps the pretrained weights. The tables of
 * jobs/study/README.md are written to the same folder.
 */
@ExtendWith(SparkExtension.class)
class ImageBesideLevelsTest {
  private static final String FOLDER = System.getProperty("epdi.image-study");
  private static final double[] PENALTIES = {0.01, 0.03, 0.1, 0.3, 1, 3};
  private static final double[] WEIGHTS = {0.1, 1, 10, 100};
  private static final double[] ALONE = {0};
  private static final int FOLDS = 5;

  private static final Schedule SCHEDULE =
      new Schedule(Integer.getInteger("epdi.image-epochs", 10), 8, 32, 2e-3, 0.1, 1);

  private List<DescribedSite> sites;
  private StartWeights weights;

  @BeforeEach
  void read(SparkSession spark) throws IOException {
    assumeTrue(FOLDER != null, "skipped: no -Depdi.image-study=FOLDER");
    String set = SharedData.path("dft2").toString();
    Configuration configuration = spark.sparkContext().hadoopConfiguration();
    DescribedLabelsReader reader =
        new DescribedLabelsReader(
            new GridFiles(configuration),
            new LevelsFiles(configuration),
            LevelsNames.DEFAULTS,
            LevelsConvention.DEFAULT);
    sites =
        reader.read(
            new LabelTable(spark).read(set + "/labels.csv", "binding_energy_ev"),
            new GridSource(
                set, GridSource.MATERIAL + ".cube.gz", Side.TOP, PotentialConventions.DEFAULT));
    assertThat(reader.problems()).isEmpty();
    weights = StartWeights.read(Path.of(FOLDER, "surface.safetensors"));
  }

  /** Returns how images are made; the channels are normalised without any label. */
  private ImageSpec spec(int pixels) {
    ImageOptions options =
        new ImageOptions(Encoding.PLANES, null, List.of(1.5, 2.0, 3.0), 8, pixels, null, null);
    return new ImageCalibration(
            options,
            sites.stream().map(s -> new LabelledSite(s.grid(), s.match(), Part.TRAINING)).toList())
        .spec();
  }

  @Test
  void headsOnPretrainedFeatures() throws IOException {
    BesideLevels table = new BesideLevels(sites, sites);
    Map<String, List<LeftOutPart>> parts =
        Map.of(
            "material", LeftOutPart.all(sites, DescribedSite::materialId),
            "host", LeftOutPart.all(sites, DescribedSite::host));
    for (String leftOut : List.of("material", "host")) {
      double[] alone = said(parts.get(leftOut));
      table.add(leftOut, "nothing", alone, alone, "-");
    }
    for (int pixels : List.of(32, 64)) {
      for (int copies : List.of(12, 6, 2, 1)) {
        SiteFeatures features = SiteFeatures.of(sites, spec(pixels), copies, weights);
        RowProducts products = RowProducts.of(features.rows());
        String name = pixels + " pixels, " + copies + " copies";
        for (String leftOut : List.of("material", "host")) {
          residualHead(table, leftOut, name + ", ridge on what is left", parts, products);
          if (copies == 12) {
            fusion(table, leftOut, name, parts, products);
          }
        }
        table.note(
            String.format(Locale.ROOT, "(%s: %.1f ms a site)", name, features.millisPerSite()));
        Files.write(Path.of(FOLDER, "heads.md"), table.lines());
      }
    }
  }

  private static double[] said(List<LeftOutPart> parts) {
    double[] all = new double[parts.get(0).saidEv().length];
    parts.forEach(part -> Arrays.stream(part.asked()).forEach(i -> all[i] = part.saidEv()[i]));
    return all;
  }

  private void residualHead(
      BesideLevels table,
      String leftOut,
      String name,
      Map<String, List<LeftOutPart>> parts,
      RowProducts products) {
    double[] said = said(parts.get(leftOut));
    double[] changed = said.clone();
    double[] whole = said.clone();
    List<Double> factors = new ArrayList<>();
    for (LeftOutPart part : parts.get(leftOut)) {
      double penalty = 0;
      LeftOutPart.Factor best = null;
      for (double tried : PENALTIES) {
        double[] inner = inner(part, products, part.residualEv(), tried);
        for (int i : part.trained()) {
          inner[i] = part.bounded(inner[i]);
        }
        LeftOutPart.Factor factor =
            LeftOutPart.Factor.choose(part.trained(), part.residualEv(), inner);
        if (best == null || factor.maeEv() < best.maeEv() - 1e-12) {
          best = factor;
          penalty = tried;
        }
      }
      double[] added = products.predict(part.trained(), part.residualEv(), penalty, part.asked());
      for (int a = 0; a < added.length; a++) {
        int i = part.asked()[a];
        changed[i] += best.value() * part.bounded(added[a]);
        whole[i] += part.bounded(added[a]);
      }
      factors.add(best.value());
    }
    table.add(leftOut, name, changed, said, summary(factors));
    table.add(leftOut, name + ", factor 1", whole, said, "1");
  }

  private static String summary(List<Double> factors) {
    return String.format(
        Locale.ROOT,
        "0 in %d of %d, mean %.2f",
        factors.stream().filter(f -> f == 0).count(),
        factors.size(),
        factors.stream().mapToDouble(f -> f).average().orElseThrow());
  }

  /** Predicts the trained sites by five folds of their materials. */
  private double[] inner(LeftOutPart part, RowProducts products, double[] values, double penalty) {
    double[] predicted = new double[sites.size()];
    for (int[] fold : LeftOutPart.folds(sites, part.trained())) {
      int[] others =
          Arrays.stream(part.trained())
              .filter(i -> Arrays.stream(fold).noneMatch(j -> j == i))
              .toArray();
      double[] of = products.predict(others, values, penalty, fold);
      for (int f = 0; f < fold.length; f++) {
        predicted[fold[f]] = of[f];
      }
    }
    return predicted;
  }

  private void fusion(
      BesideLevels table,
      String leftOut,
      String name,
      Map<String, List<LeftOutPart>> parts,
      RowProducts features) {
    double[] labels = sites.stream().mapToDouble(DescribedSite::labelEv).toArray();
    RowProducts levels = RowProducts.levels(sites);
    double[] regressions = said(parts.get(leftOut));
    Map<String, double[]> choices = Map.of("levels and kind", ALONE, "fused", WEIGHTS);
    for (String fused : List.of("levels and kind", "fused")) {
      double[] said = new double[sites.size()];
      List<Double> weightsChosen = new ArrayList<>();
      for (LeftOutPart part : parts.get(leftOut)) {
        double least = Double.POSITIVE_INFINITY;
        double chosenWeight = 0;
        double[] energies = null;
        for (double weight : choices.get(fused)) {
          RowProducts products = levels.plus(weight, features);
          for (double penalty : PENALTIES) {
            double[] inner = inner(part, products, labels, penalty);
            double mae =
                Arrays.stream(part.trained())
                    .mapToDouble(i -> Math.abs(inner[i] - labels[i]))
                    .average()
                    .orElseThrow();
            if (mae < least) {
              least = mae;
              chosenWeight = weight;
              energies = products.predict(part.trained(), labels, penalty, part.asked());
            }
          }
        }
        weightsChosen.add(chosenWeight);
        for (int a = 0; a < energies.length; a++) {
          said[part.asked()[a]] = energies[a];
        }
      }
      table.add(
          leftOut,
          name + ", one ridge, " + fused,
          said,
          regressions,
          String.format(
              Locale.ROOT,
              "weight %.2f",
              weightsChosen.stream().mapToDouble(w -> w).average().orElseThrow()));
    }
  }

  @Test
  void allLayersOnWhatIsLeft() throws IOException {
    Map<String, Integer> folds = LeftOutPart.foldOf(sites);
    Function<DescribedSite, String> fold = site -> "" + folds.get(site.materialId());
    ResidualNetwork network = new ResidualNetwork(sites, spec(32), weights, SCHEDULE);
    double[] added = new double[sites.size()];
    double[] regressions = new double[sites.size()];
    double[] changed = new double[sites.size()];
    double[] whole = new double[sites.size()];
    List<Double> factors = new ArrayList<>();
    List<DescribedSite> shown = new ArrayList<>();
    List<LeftOutPart> parts = LeftOutPart.all(sites, fold);
    for (LeftOutPart part : parts.subList(0, Integer.getInteger("epdi.image-folds", FOLDS))) {
      String name = fold.apply(sites.get(part.asked()[0]));
      int[] choosing = LeftOutPart.folds(sites, part.trained()).get(0);
      int[] learned =
          Arrays.stream(part.trained())
              .filter(i -> Arrays.stream(choosing).noneMatch(j -> j == i))
              .toArray();
      double[] predicted =
          kept(
              name,
              () ->
                  network.predict(
                      learned,
                      part.residualEv(),
                      Arrays.stream(new int[][] {choosing, part.asked()})
                          .flatMapToInt(Arrays::stream)
                          .toArray()));
      for (int i : choosing) {
        predicted[i] = part.bounded(predicted[i]);
      }
      double factor = LeftOutPart.Factor.choose(choosing, part.residualEv(), predicted).value();
      factors.add(factor);
      for (int i : part.asked()) {
        shown.add(sites.get(i));
        added[i] = part.bounded(predicted[i]);
        regressions[i] = part.saidEv()[i];
        changed[i] = regressions[i] + factor * added[i];
        whole[i] = regressions[i] + added[i];
      }
    }
    BesideLevels table = new BesideLevels(sites, shown);
    table.add("fifths", "nothing", regressions, regressions, "-");
    table.add("fifths", "network, all layers", changed, regressions, "" + factors);
    table.add("fifths", "network, all layers, factor 1", whole, regressions, "1");
    for (double factor : new double[] {0.25, 0.5}) {
      double[] part = regressions.clone();
      for (int i = 0; i < part.length; i++) {
        part[i] += factor * added[i];
      }
      table.add("fifths", "network, all layers, factor " + factor, part, regressions, "" + factor);
    }
    table.note("(" + shown.size() + " sites)");
    Files.write(Path.of(FOLDER, "all-layers.md"), table.lines());
  }

  /** Makes the predictions of a fold, or takes those that were made before. */
  private double[] kept(String fold, java.util.function.Supplier<double[]> made)
      throws IOException {
    Path file = Path.of(FOLDER, "fold-" + fold + "-epochs-" + SCHEDULE.epochs() + ".csv");
    if (!Files.exists(file)) {
      long start = System.nanoTime();
      double[] values = made.get();
      System.out.printf(Locale.ROOT, "fold %s: %.0f s%n", fold, (System.nanoTime() - start) * 1e-9);
      Files.write(file, Arrays.stream(values).mapToObj(Double::toString).toList());
    }
    return Files.readAllLines(file).stream().mapToDouble(Double::parseDouble).toArray();
  }
}
