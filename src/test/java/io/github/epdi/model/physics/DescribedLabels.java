package io.github.epdi.model.physics;

import io.github.epdi.structure.SiteKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The labels of {@code src/test/resources/affinity} with an independent program's predictions. */
public record DescribedLabels(
    LabelledDescriptors label, String siteId, double leftOutMaterialEv, double leftOutHostEv) {
  private static final Path FILE = Path.of("src/test/resources/affinity/descriptors.csv");
  private static final int FIRST = 4;

  /** All rows. */
  public static List<DescribedLabels> read() throws IOException {
    return Files.readAllLines(FILE).stream().skip(1).map(DescribedLabels::row).toList();
  }

  /** All labels. */
  public static List<LabelledDescriptors> labels() throws IOException {
    return read().stream().map(DescribedLabels::label).toList();
  }

  String host() {
    return label.materialId().substring(0, label.materialId().indexOf('-'));
  }

  private static DescribedLabels row(String line) {
    String[] fields = line.split(",", -1);
    int columns = Descriptor.values().length;
    double[] values =
        Arrays.stream(fields, FIRST, FIRST + columns).mapToDouble(Double::parseDouble).toArray();
    return new DescribedLabels(
        new LabelledDescriptors(
            fields[0],
            new SiteDescriptors(SiteKind.valueOf(fields[2]), values),
            Double.parseDouble(fields[3])),
        fields[1],
        Double.parseDouble(fields[FIRST + columns]),
        Double.parseDouble(fields[FIRST + columns + 1]));
  }
}
