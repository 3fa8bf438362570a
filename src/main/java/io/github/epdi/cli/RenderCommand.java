package io.github.epdi.cli;

import io.github.epdi.cli.shell.ExitCodes;
import io.github.epdi.cli.shell.Terminal;
import io.github.epdi.grid.GridFiles;
import io.github.epdi.grid.GridReading;
import io.github.epdi.grid.ReadingRequest;
import io.github.epdi.grid.SidePotential;
import io.github.epdi.grid.blocks.GridLimits;
import io.github.epdi.image.Colormap;
import io.github.epdi.image.Decoration;
import io.github.epdi.image.Encoding;
import io.github.epdi.image.EpdPicture;
import io.github.epdi.image.ImageSpec;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.Side;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws the EPD images of grid files for people to look at. */
@Command(
    name = "render",
    description = "Draws the electrostatic potential around sites of grid files, as PNG.",
    footer = {
      "",
      "Files are MATERIAL_SIDE_SITE.png. Without bars, atoms and caption a picture has exactly the",
      "pixels that a network gets. Exit code 2 if a grid is rejected or cannot be opened; the",
      "others are drawn all the same.",
      "Example: epdi render runs/*/LOCPOT --out pictures --color-bar --scale-bar --atoms"
    },
    mixinStandardHelpOptions = true)
final class RenderCommand implements Callable<Integer> {
  private static final double SYMMETRY_TOLERANCE_ANGSTROM = 0.05;

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "GRID", description = "Grid files, local or by URI.")
  private List<String> grids;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for the pictures; made if it is not there.")
  private Path out;

  @Option(
      names = "--side",
      paramLabel = "SIDE",
      defaultValue = "TOP",
      description = "Side of the slab: top, bottom, both (default: top).")
  private SideOption side;

  @Option(
      names = "--sites",
      paramLabel = "SITES",
      defaultValue = "unique",
      description = "all, unique (one of each symmetry orbit; the default), or ids: T0,H2,B11.")
  private String sites;

  @Option(
      names = "--height",
      paramLabel = "ANGSTROM",
      defaultValue = "1.5",
      description = "Height above the site's chalcogens (default: 1.5).")
  private double heightAngstrom;

  @Option(
      names = "--window",
      paramLabel = "ANGSTROM",
      defaultValue = "8",
      description = "Side of the square window (default: 8).")
  private double windowAngstrom;

  @Option(
      names = "--pixels",
      paramLabel = "N",
      defaultValue = "224",
      description = "Pixels along a side (default: 224).")
  private int pixels;

  @Option(
      names = "--colormap",
      paramLabel = "MAP",
      defaultValue = "VIRIDIS",
      description = "viridis, jet, grey (default: viridis).")
  private Colormap colormap;

  @Option(
      names = "--vmin",
      paramLabel = "EV",
      defaultValue = "-2.0",
      description = "Lower end of the colours, eV relative to vacuum (default: -2.0).")
  private double vminEv;

  @Option(
      names = "--vmax",
      paramLabel = "EV",
      defaultValue = "0.5",
      description = "Upper end of the colours (default: 0.5).")
  private double vmaxEv;

  @Option(
      names = "--fit-colors",
      description = "Fit the ends of the colours to each side of each grid, in steps of 0.1 eV.")
  private boolean fitColors;

  @Option(names = "--scale-bar", description = "Draw a length to compare with.")
  private boolean scaleBar;

  @Option(names = "--color-bar", description = "Draw the colours with their potentials.")
  private boolean colorBar;

  @Option(names = "--atoms", description = "Outline the outer chalcogens and the metals.")
  private boolean atoms;

  @Option(names = "--caption", description = "Say above the image what it shows.")
  private boolean caption;

  @Mixin private PotentialOptions potential;

  @Override
  public Integer call() throws IOException {
    ImageSpec image = imageSpec();
    Files.createDirectories(out);
    GridFiles files = new GridFiles(new Configuration());
    Map<String, String> drawn = new HashMap<>();
    int exit = ExitCodes.DONE;
    for (String grid : grids) {
      String material = PictureName.material(grid);
      String other = drawn.putIfAbsent(material, grid);
      if (other != null) {
        complain(grid, "its pictures would have the same names as those of " + other);
        exit = ExitCodes.BAD_INPUT;
      } else if (!render(files, grid, material, image)) {
        exit = ExitCodes.BAD_INPUT;
      }
    }
    return exit;
  }

  private ImageSpec imageSpec() {
    try {
      ImageSpec usual = ImageSpec.ofColormap(colormap, pixels);
      return new ImageSpec(
          Encoding.COLORMAP,
          colormap,
          List.of(heightAngstrom),
          windowAngstrom,
          pixels,
          vminEv,
          vmaxEv,
          usual.mean(),
          usual.std());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  /** Draws one grid. If that fails it says on stderr what is wrong and returns false. */
  private boolean render(GridFiles files, String grid, String material, ImageSpec image)
      throws IOException {
    GridReading reading;
    try {
      reading = files.read(grid, request());
    } catch (UncheckedIOException e) {
      spec.commandLine().getErr().println(ExitCodes.oneLine(e));
      return false;
    }
    if (reading instanceof GridReading.Rejected rejected) {
      complain(grid, rejected.reject().code() + ": " + rejected.reject().message());
      return false;
    }
    for (Side each : side.sides()) {
      List<AdsorptionSite> chosen;
      try {
        chosen = SiteChoice.of(sites, reading.accepted().graph(each));
      } catch (IllegalArgumentException e) {
        complain(grid, e.getMessage());
        return false;
      }
      draw(reading.accepted(), each, material, chosen, image);
    }
    return true;
  }

  private void draw(
      GridReading.Accepted reading,
      Side each,
      String material,
      List<AdsorptionSite> chosen,
      ImageSpec image)
      throws IOException {
    SidePotential potential = reading.potential(each);
    ImageSpec scaled = fitColors ? EpdPicture.fitted(potential, chosen, image) : image;
    EpdPicture picture = new EpdPicture(potential, reading.structure(), scaled, decorations());
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    double clipped = 0;
    for (AdsorptionSite site : chosen) {
      EpdPicture.Drawn drawn = picture.draw(material, site);
      drawn.write(out.resolve(PictureName.file(material, each, site)));
      lowest = Math.min(lowest, drawn.lowestEv());
      highest = Math.max(highest, drawn.highestEv());
      clipped += drawn.clippedFraction() / chosen.size();
    }
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "%s, %s: %d pictures, %.3f to %.3f eV, %.1f %% of pixels beyond the colours%n",
            Terminal.plain(material),
            each.label(),
            chosen.size(),
            lowest,
            highest,
            100 * clipped);
  }

  private ReadingRequest request() {
    return new ReadingRequest(
        side.sides(),
        List.of(heightAngstrom),
        potential.conventions(),
        GridLimits.DEFAULT,
        SYMMETRY_TOLERANCE_ANGSTROM,
        ReadingRequest.Depth.STOP_AT_REJECT);
  }

  private Set<Decoration> decorations() {
    Set<Decoration> chosen = EnumSet.noneOf(Decoration.class);
    if (scaleBar) {
      chosen.add(Decoration.SCALE_BAR);
    }
    if (colorBar) {
      chosen.add(Decoration.COLOR_BAR);
    }
    if (atoms) {
      chosen.add(Decoration.ATOMS);
    }
    if (caption) {
      chosen.add(Decoration.CAPTION);
    }
    return chosen;
  }

  private void complain(String grid, String what) {
    spec.commandLine().getErr().println(Terminal.plain("Cannot render " + grid + ": " + what));
  }
}
