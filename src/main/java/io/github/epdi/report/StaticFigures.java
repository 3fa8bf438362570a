package io.github.epdi.report;

import io.github.epdi.report.figure.AffinityFigure;
import io.github.epdi.report.figure.Chromium;
import io.github.epdi.report.figure.CurveFigure;
import io.github.epdi.report.figure.EnergyRange;
import io.github.epdi.report.figure.HeatMapFigure;
import io.github.epdi.report.figure.LabelAccuracy;
import io.github.epdi.report.figure.ParityFigure;
import io.github.epdi.report.figure.Quantity;
import io.github.epdi.report.figure.ScreenedMaterial;
import io.github.epdi.report.figure.SurfaceAtom;
import io.github.epdi.report.figure.SurfaceFigure;
import io.github.epdi.tables.BarrierRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes every figure as a file of its own. These are heat maps, affinity and parity plot, and the
 * maps and curves of the materials whose details are in the page itself.
 */
public final class StaticFigures {
  private static final Pattern SIZE = Pattern.compile(" width='([\\d.]+)' height='([\\d.]+)'");

  private final ReportInput input;
  private final ReportOptions options;

  /** Prepares the figures of the materials whose details are in the page itself. */
  public StaticFigures(ReportInput input, ReportOptions options) {
    this.input = input;
    this.options = options;
  }

  /**
   * Writes all figures.
   *
   * @param folder folder of the files, made if it is not there
   * @param chromium draws PNG; null for SVG
   * @return number of figures
   */
  public int write(Path folder, Chromium chromium) throws IOException {
    Files.createDirectories(folder);
    Map<String, String> figures = figures();
    for (Map.Entry<String, String> figure : figures.entrySet()) {
      if (chromium == null) {
        Files.writeString(
            folder.resolve(figure.getKey() + ".svg"), figure.getValue(), StandardCharsets.UTF_8);
      } else {
        Matcher size = SIZE.matcher(figure.getValue());
        if (!size.find()) {
          throw new IllegalStateException("A figure without a size: " + figure.getKey());
        }
        chromium.png(
            figure.getValue(),
            Double.parseDouble(size.group(1)),
            Double.parseDouble(size.group(2)),
            folder.resolve(figure.getKey() + ".png"));
      }
    }
    return figures.size();
  }

  /** Returns the SVG of each figure by name, without ending. */
  Map<String, String> figures() {
    Map<String, String> figures = new LinkedHashMap<>();
    if (!input.materials().isEmpty()) {
      for (Quantity quantity : Quantity.values()) {
        figures.put(
            "heatmap-" + quantity.name().toLowerCase(Locale.ROOT).replace('_', '-'),
            new HeatMapFigure(input.materials(), quantity).svg());
      }
    }
    String affinity = AffinityFigure.of(input.materials());
    if (affinity != null) {
      figures.put("affinity", affinity);
    }
    if (!input.labels().isEmpty()) {
      figures.put(
          "parity",
          new ParityFigure(LabelAccuracy.parts(input.labels(), input.newestModel())).svg());
    }
    for (int rank : options.details().of(input.materials()).inPage()) {
      ScreenedMaterial material = input.details(input.materials().get(rank));
      String name = Urls.segment(material.row().materialId()) + "-" + material.row().side();
      figures.put(
          name + "-map",
          SurfaceFigure.of(material.surface()).withAtoms(SurfaceAtom.of(material)).svg());
      List<BarrierRow> paths = material.paths();
      EnergyRange range = EnergyRange.of(paths);
      for (BarrierRow path : paths) {
        figures.put(name + "-" + path.pathId(), CurveFigure.of(path, range).svg());
      }
    }
    return figures;
  }
}
