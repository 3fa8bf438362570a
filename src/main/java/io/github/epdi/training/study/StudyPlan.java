package io.github.epdi.training.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.epdi.image.Encoding;
import io.github.epdi.model.network.Architecture;
import io.github.epdi.structure.InputException;
import io.github.epdi.training.examples.GridSource;
import io.github.epdi.training.loop.Turns;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * A study as its YAML file describes it.
 *
 * @param labels table of labels, relative to the file
 * @param target column of the energies, eV
 * @param grids directory of grids, relative to the file
 * @param gridPattern file name with {@code {material_id}} in it
 * @param copies symmetric copies that predictions average
 * @param starts initial weights by name: files relative to this one, with {@code {architecture}},
 *     {@code {encoding}} and {@code {pixels}} in them
 * @param levelOfTheory YAML or JSON file on the labels, relative to this one; null for none
 * @param ion the mobile ion
 * @param licence licence of bundles
 * @param image what all images share
 * @param training how weights are changed
 * @param parts groups of cells, each with every combination of its values
 */
record StudyPlan(
    String labels,
    String target,
    String grids,
    String gridPattern,
    int copies,
    Map<String, String> starts,
    String levelOfTheory,
    String ion,
    String licence,
    Image image,
    Training training,
    List<Cells> parts) {
  private static final int MOST_DEPTH = 10;

  /**
   * The settings that all images share.
   *
   * @param windowAngstrom side of the window
   * @param colormapHeightAngstrom height of colour-mapped images
   * @param planesHeightsAngstrom heights of the three planes
   * @param vminEv lower end of the colours
   * @param vmaxEv upper end of the colours
   */
  record Image(
      double windowAngstrom,
      double colormapHeightAngstrom,
      List<Double> planesHeightsAngstrom,
      double vminEv,
      double vmaxEv)
      implements Serializable {}

  /**
   * Says how weights are changed.
   *
   * @param epochs rounds over the sites; 0 fits the last layer alone
   * @param imagesPerSite images of each site in an epoch
   * @param batch images in a step
   * @param learningRate highest rate, of the last layer
   * @param weightDecay decoupled decay of weights
   * @param validationShare share of the training sites that choose the epoch; 0 keeps the last
   *     epoch
   * @param turns turns of the images, any or hexagonal
   * @param transfer how training goes on from weights that are not random
   */
  record Training(
      int epochs,
      int imagesPerSite,
      int batch,
      double learningRate,
      double weightDecay,
      double validationShare,
      Turns turns,
      TransferSettings transfer)
      implements Serializable {}

  /**
   * A group of cells, which are all combinations of these values.
   *
   * @param architecture networks
   * @param start names of initial weights, or random
   * @param encoding encodings of the images
   * @param pixels numbers of pixels along a side
   * @param target direct or bridge-residual
   * @param split random or by-material
   * @param saddleFraction shares of saddles trained on
   * @param seed seeds
   * @param training settings in place of the plan's, or null
   */
  record Cells(
      List<Architecture> architecture,
      List<String> start,
      List<Encoding> encoding,
      List<Integer> pixels,
      List<StudyTarget> target,
      List<StudySplit> split,
      List<Double> saddleFraction,
      List<Long> seed,
      Training training) {}

  /**
   * Reads a plan.
   *
   * @throws InputException naming the key that cannot be used
   */
  static StudyPlan read(Path file) throws IOException {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(0);
    options.setAllowDuplicateKeys(false);
    options.setNestingDepthLimit(MOST_DEPTH);
    YAMLMapper mapper =
        YAMLMapper.builder(YAMLFactory.builder().loaderOptions(options).build())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(EnumFeature.READ_ENUM_KEYS_USING_INDEX)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    if (!Files.isRegularFile(file)) {
      throw new InputException(
          "Cannot read study " + file + ": expected a YAML file, found nothing");
    }
    try {
      return mapper.readValue(Files.readString(file), StudyPlan.class);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new InputException(
          "Cannot read study " + file + ": " + problem(e) + " (line " + line + ")", e);
    }
  }

  /** Says what is wrong and at which key. */
  private static String problem(JsonProcessingException e) {
    String key =
        e instanceof JsonMappingException mapping
            ? mapping.getPath().stream()
                .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : r.getFieldName())
                .collect(Collectors.joining("."))
            : "";
    String said = e.getOriginalMessage().lines().findFirst().orElse("");
    String found = said.startsWith("Cannot map `null`") ? "expected a value, found none" : said;
    return key.isEmpty() ? found : key + ": " + found;
  }

  StudyPlan {
    starts = starts == null ? Map.of() : Map.copyOf(starts);
    parts = parts == null ? List.of() : List.copyOf(parts);
    require(labels, "labels");
    require(grids, "grids");
    require(image, "image");
    require(training, "training");
    target = target == null ? "binding_energy_ev" : target;
    gridPattern = gridPattern == null ? GridSource.MATERIAL + ".cube.gz" : gridPattern;
    copies = copies == 0 ? 1 : copies;
    ion = ion == null ? "Li" : ion;
    licence = licence == null ? "Apache-2.0" : licence;
  }

  private static void require(Object value, String key) {
    if (value == null) {
      throw new InputException("Cannot read study: expected key " + key + ", found none");
    }
  }

  /**
   * Returns all trainings with their settings, each once, in the file's order.
   *
   * @param materials number of materials in the labels
   */
  Map<StudyCell, Training> cells(int materials) {
    Map<StudyCell, Training> cells = new LinkedHashMap<>();
    for (Cells part : parts) {
      Training settings = part.training() == null ? training : part.training();
      for (StudyCell cell : combinations(part, materials)) {
        cells.putIfAbsent(cell, settings);
      }
    }
    return cells;
  }

  private static List<StudyCell> combinations(Cells part, int materials) {
    List<StudyCell> cells = new ArrayList<>();
    for (Architecture architecture : part.architecture()) {
      for (String start : part.start()) {
        for (Encoding encoding : part.encoding()) {
          for (int pixels : part.pixels()) {
            for (StudyTarget target : part.target()) {
              for (StudySplit split : part.split()) {
                for (double fraction : part.saddleFraction()) {
                  for (long seed : part.seed()) {
                    for (int fold = 0; fold < split.folds(materials); fold++) {
                      cells.add(
                          new StudyCell(
                              architecture,
                              start,
                              encoding,
                              pixels,
                              target,
                              split,
                              fraction,
                              fold,
                              seed));
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
    return cells;
  }
}
