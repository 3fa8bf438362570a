package io.github.epdi.cli;

import io.github.epdi.grid.GridReading;
import io.github.epdi.grid.SidePotential;
import io.github.epdi.image.Colormap;
import io.github.epdi.image.Decoration;
import io.github.epdi.image.Encoding;
import io.github.epdi.image.EpdPicture;
import io.github.epdi.image.ImageSpec;
import io.github.epdi.report.figure.CurveFigure;
import io.github.epdi.report.figure.EnergyRange;
import io.github.epdi.report.figure.ScreenedSurface;
import io.github.epdi.report.figure.SurfaceAtom;
import io.github.epdi.report.figure.SurfaceFigure;
import io.github.epdi.screening.GridScreening;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.InputException;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.SurfaceGraph;
import io.github.epdi.tables.BarrierRow;
import io.github.epdi.tables.GridResult;
import io.github.epdi.tables.HopRow;
import io.github.epdi.tables.MaterialRow;
import io.github.epdi.tables.SiteRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Draws pictures of screened grids into one folder. These are, as SVG, the curve of each unique
 * path and a map of the surface, and as PNG the EPD images along the path with the lowest barrier,
 * in the model's own height, window and colours.
 */
final class PredictionPictures {
  private static final int PIXELS = 224;

  private final GridScreening screening;
  private final Path folder;
  private final Map<String, String> drawn = new HashMap<>();

  /** Makes the folder if it is not there. */
  PredictionPictures(GridScreening screening, Path folder) throws IOException {
    this.screening = screening;
    this.folder = Files.createDirectories(folder);
  }

  /**
   * Draws a grid.
   *
   * @param result result of the same file, not rejected
   * @throws InputException if its pictures would have the names of another's, or the file has
   *     changed so that it is rejected now
   */
  void draw(String file, GridResult result) throws IOException {
    String material = result.grid().key().materialId();
    String other = drawn.putIfAbsent(material, file);
    if (other != null) {
      throw new InputException(
          "Cannot draw "
              + file
              + ": its pictures would have the same names as those of "
              + other
              + " (draw them into another folder)");
    }
    GridReading.Accepted reading = read(file);
    for (MaterialRow row : result.materials()) {
      if (!row.hasEnergies()) {
        continue; // There is nothing to draw, and the text says why.
      }
      Side side = Side.valueOf(row.side().toUpperCase(Locale.ROOT));
      String name = PictureName.of(material, side);
      drawImages(name, material, reading, lowestPath(result, row));
      drawCurves(name, ofSide(result.barriers(), BarrierRow::side, row));
      drawSurface(name, reading, side, result, row);
    }
  }

  private GridReading.Accepted read(String file) {
    GridReading reading = screening.read(file);
    if (reading instanceof GridReading.Rejected rejected) {
      throw new InputException("Cannot draw " + file + ": " + rejected.reject().message());
    }
    return reading.accepted();
  }

  private void drawCurves(String name, List<BarrierRow> paths) throws IOException {
    EnergyRange range = EnergyRange.of(paths);
    for (BarrierRow path : paths) {
      write(name + "_curve_" + path.pathId() + ".svg", CurveFigure.of(path, range).svg());
    }
  }

  private void drawSurface(
      String name, GridReading.Accepted reading, Side side, GridResult result, MaterialRow row)
      throws IOException {
    List<SiteRow> sites = ofSide(result.sites(), SiteRow::side, row);
    ScreenedSurface surface =
        ScreenedSurface.of(
            reading.structure().lattice(), sites, ofSide(result.hops(), HopRow::side, row));
    double anchorAngstrom =
        sites.stream().mapToDouble(site -> site.place().anchorAngstrom()).average().orElseThrow();
    write(
        name + "_surface.svg",
        SurfaceFigure.of(surface)
            .withAtoms(SurfaceAtom.of(reading.structure(), side, anchorAngstrom))
            .svg());
  }

  private void write(String name, String svg) throws IOException {
    Files.writeString(folder.resolve(name), svg);
  }

  private static <R> List<R> ofSide(List<R> rows, Function<R, String> side, MaterialRow material) {
    return rows.stream().filter(row -> side.apply(row).equals(material.side())).toList();
  }

  private void drawImages(
      String begin, String material, GridReading.Accepted reading, BarrierRow path)
      throws IOException {
    Side side = Side.valueOf(path.side().toUpperCase(Locale.ROOT));
    List<AdsorptionSite> sites =
        PredictionText.siteNames(path).stream().map(id -> site(reading.graph(side), id)).toList();
    SidePotential potential = reading.potential(side);
    EpdPicture picture =
        new EpdPicture(
            potential,
            reading.structure(),
            spec(potential, sites),
            EnumSet.allOf(Decoration.class));
    for (int i = 0; i < sites.size(); i++) {
      String name = begin + "_path" + i + "_" + sites.get(i).id() + ".png";
      picture.draw(material, sites.get(i)).write(folder.resolve(name));
    }
  }

  private ImageSpec spec(SidePotential potential, List<AdsorptionSite> sites) {
    ImageSpec model = screening.model().image();
    boolean mapped = model.encoding() == Encoding.COLORMAP;
    List<Double> heights = model.heightsAngstrom();
    ImageSpec usual = ImageSpec.ofColormap(Colormap.VIRIDIS, PIXELS);
    ImageSpec spec =
        new ImageSpec(
            Encoding.COLORMAP,
            mapped ? model.colormap() : usual.colormap(),
            List.of(heights.get(heights.size() / 2)),
            model.windowAngstrom(),
            PIXELS,
            mapped ? model.vminEv() : usual.vminEv(),
            mapped ? model.vmaxEv() : usual.vmaxEv(),
            usual.mean(),
            usual.std());
    return mapped ? spec : EpdPicture.fitted(potential, sites, spec);
  }

  private static BarrierRow lowestPath(GridResult result, MaterialRow material) {
    return ofSide(result.barriers(), BarrierRow::side, material).stream()
        .filter(path -> path.pathId().equals(material.energies().lowestBarrier().pathId()))
        .findFirst()
        .orElseThrow();
  }

  private static AdsorptionSite site(SurfaceGraph graph, String id) {
    return graph.all().stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
  }
}
