package io.github.epdi.report;

import io.github.epdi.grid.GridFiles;
import io.github.epdi.grid.GridReading;
import io.github.epdi.grid.ReadingRequest;
import io.github.epdi.grid.SidePotential;
import io.github.epdi.image.Colormap;
import io.github.epdi.image.Encoding;
import io.github.epdi.image.EpdPicture;
import io.github.epdi.image.ImageSpec;
import io.github.epdi.image.SurfacePlane;
import io.github.epdi.model.BundleMetadata;
import io.github.epdi.report.figure.Digits;
import io.github.epdi.report.figure.PlaneImage;
import io.github.epdi.report.figure.SurfaceFigure;
import io.github.epdi.report.figure.SurfaceFrame;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.SurfaceGraph;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.DoubleSummaryStatistics;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * Reads a grid again and draws its pictures. The images follow the model's own specification, and
 * the plane is the background of the map.
 */
final class DrawPictures {
  private static final int PLANE_COLUMNS = 190;

  private final Configuration configuration;

  DrawPictures(Configuration configuration) {
    this.configuration = configuration;
  }

  /** Returns the pictures, or why there are none. */
  MaterialPictures of(PictureRequest request) {
    try {
      String changed = changed(request);
      return changed == null ? draw(request) : MaterialPictures.missing(changed);
    } catch (IOException | UncheckedIOException e) {
      return MaterialPictures.missing("its file cannot be read: " + e.getMessage());
    }
  }

  /** Returns why the file is not the one that was screened, or null if it is. */
  private String changed(PictureRequest request) throws IOException {
    Path path = new Path(request.uri());
    FileStatus status = path.getFileSystem(configuration).getFileStatus(path);
    boolean same =
        status.getLen() == request.lengthBytes()
            && status.getModificationTime() == request.modifiedMillis();
    return same ? null : "its file has changed since it was screened";
  }

  private MaterialPictures draw(PictureRequest request) throws IOException {
    ImageSpec spec = BundleMetadata.parse(request.modelJson()).image();
    GridReading reading =
        new GridFiles(configuration)
            .read(
                request.uri(),
                new ReadingRequest(
                    List.of(request.side()),
                    spec.heightsAngstrom(),
                    request.conventions(),
                    request.limits(),
                    request.symmetryToleranceAngstrom(),
                    ReadingRequest.Depth.STOP_AT_REJECT));
    if (reading instanceof GridReading.Rejected rejected) {
      return MaterialPictures.missing(
          "it is rejected now: " + rejected.reject().code() + ", " + rejected.reject().message());
    }
    return draw(request, spec, reading.accepted());
  }

  private static MaterialPictures draw(
      PictureRequest request, ImageSpec spec, GridReading.Accepted reading) throws IOException {
    SurfaceGraph graph = reading.graph(request.side());
    SidePotential potential = reading.potential(request.side());
    List<AdsorptionSite> sites = new ArrayList<>();
    for (String id : request.siteIds()) {
      sites.add(site(graph, id));
    }
    ImageSpec drawn = drawable(potential, sites, spec);
    EpdPicture picture =
        new EpdPicture(
            potential,
            reading.structure(),
            drawn,
            EnumSet.noneOf(io.github.epdi.image.Decoration.class));
    List<String> images = new ArrayList<>();
    for (AdsorptionSite site : sites) {
      images.add(uri(picture.draw("", site).image()));
    }
    PlaneImage plane =
        plane(potential, site(graph, request.lowestSite()), drawn.heightsAngstrom().get(0));
    return new MaterialPictures(images, caption(spec, drawn), plane, null);
  }

  private static AdsorptionSite site(SurfaceGraph graph, String id) throws IOException {
    return graph.all().stream()
        .filter(site -> site.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IOException("expected site " + id + ", found none"));
  }

  /**
   * Returns the specification of the images to draw. For a model that sees planes instead of
   * colours, it is that of its middle plane.
   */
  private static ImageSpec drawable(
      SidePotential potential, List<AdsorptionSite> sites, ImageSpec spec) {
    if (spec.encoding() == Encoding.COLORMAP) {
      return spec;
    }
    ImageSpec usual = ImageSpec.ofColormap(Colormap.VIRIDIS, spec.pixels());
    ImageSpec middle =
        new ImageSpec(
            Encoding.COLORMAP,
            Colormap.VIRIDIS,
            List.of(spec.heightsAngstrom().get(1)),
            spec.windowAngstrom(),
            spec.pixels(),
            usual.vminEv(),
            usual.vmaxEv(),
            usual.mean(),
            usual.std());
    return EpdPicture.fitted(potential, sites, middle);
  }

  private static String caption(ImageSpec spec, ImageSpec drawn) {
    String what =
        String.format(
            Locale.ROOT,
            "%.0f \u00c5 wide, %.2f \u00c5 above the chalcogens, %s from %s (dark) to %s eV"
                + " relative to vacuum",
            drawn.windowAngstrom(),
            drawn.heightsAngstrom().get(0),
            drawn.colormap().label(),
            Digits.fixed(drawn.vminEv(), 1),
            Digits.fixed(drawn.vmaxEv(), 1));
    return spec.encoding() == Encoding.COLORMAP
        ? "Exactly the pixels that the model gets: " + what
        : "The middle one of the three planes that the model gets: " + what;
  }

  private static PlaneImage plane(
      SidePotential potential, AdsorptionSite anchor, double heightAngstrom) throws IOException {
    SurfaceFrame frame =
        new SurfaceFrame(potential.grid().lattice(), potential.side(), SurfaceFigure.WIDTH);
    double step = frame.widthAngstrom() / PLANE_COLUMNS;
    int rows = (int) Math.round(frame.heightAngstrom() / step);
    double[] centre = frame.centre();
    double[] values =
        SurfacePlane.potential(
            potential, centre[0], centre[1], anchor, heightAngstrom, step, PLANE_COLUMNS, rows);
    DoubleSummaryStatistics range = Arrays.stream(values).summaryStatistics();
    BufferedImage image = new BufferedImage(PLANE_COLUMNS, rows, BufferedImage.TYPE_BYTE_GRAY);
    double scale = 1 / Math.max(range.getMax() - range.getMin(), 1e-9);
    for (int i = 0; i < values.length; i++) {
      // The plane goes from mid-grey to white, so that what is drawn over it stands out.
      int level = (int) (120 + 130 * (values[i] - range.getMin()) * scale);
      image.getRaster().setSample(i % PLANE_COLUMNS, i / PLANE_COLUMNS, 0, level);
    }
    return new PlaneImage(uri(image), range.getMin(), range.getMax(), heightAngstrom);
  }

  private static String uri(BufferedImage image) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    if (!ImageIO.write(image, "png", png)) {
      throw new IOException("this Java has no PNG writer");
    }
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
  }
}
