package io.github.epdi.image;

import io.github.epdi.grid.SidePotential;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Side;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;

/**
 * Draws EPD images for people. A picture without decorations has exactly the pixels and colours
 * that a network gets. With decorations it is a figure in which each pixel is magnified. Not
 * thread-safe.
 */
public final class EpdPicture {
  private final CrystalStructure structure;
  private final Side side;
  private final ImageSpec spec;
  private final SiteImages images;
  private final Set<Decoration> decorations;

  /**
   * The picture of one site and what it shows.
   *
   * @param image the picture
   * @param lowestEv lowest potential in the window, eV relative to vacuum
   * @param highestEv highest potential in the window
   * @param clippedFraction share of the pixels whose potential is outside of the colour range
   */
  public record Drawn(
      BufferedImage image, double lowestEv, double highestEv, double clippedFraction) {
    /**
     * Writes the picture as PNG.
     *
     * @throws IOException if that fails
     */
    public void write(Path file) throws IOException {
      if (!ImageIO.write(image, "png", file.toFile())) {
        throw new IOException("Cannot write " + file + ": this Java has no PNG writer");
      }
    }
  }

  /**
   * Prepares pictures of one side.
   *
   * @param potential the potential of the side; its planes cover the spec's height
   * @param structure the structure whose atoms are drawn
   * @param spec how images are made; its encoding is COLORMAP
   * @throws IllegalArgumentException for another encoding
   */
  public EpdPicture(
      SidePotential potential,
      CrystalStructure structure,
      ImageSpec spec,
      Set<Decoration> decorations) {
    if (spec.encoding() != Encoding.COLORMAP) {
      throw new IllegalArgumentException(
          "Cannot draw pictures: expected encoding colormap, found " + spec.encoding().label());
    }
    this.structure = structure;
    this.side = potential.side();
    this.spec = spec;
    this.images = new SiteImages(potential, spec);
    this.decorations = EnumSet.noneOf(Decoration.class);
    this.decorations.addAll(decorations);
  }

  /**
   * Returns a spec whose colour range is that of the potentials around some sites, rounded outward
   * to 0.1 eV. Pictures of these sites by that spec can be compared.
   *
   * @param sites at least one
   */
  public static ImageSpec fitted(
      SidePotential potential, List<AdsorptionSite> sites, ImageSpec spec) {
    SiteImages images = new SiteImages(potential, spec);
    DoubleSummaryStatistics range = new DoubleSummaryStatistics();
    for (AdsorptionSite site : sites) {
      double height = spec.heightsAngstrom().get(0);
      Arrays.stream(images.potential(site, Frame.NATIVE, height)).forEach(range);
    }
    double lowest = Math.floor(range.getMin() * 10) / 10;
    double highest = Math.max(Math.ceil(range.getMax() * 10) / 10, lowest + 0.1);
    return new ImageSpec(
        spec.encoding(),
        spec.colormap(),
        spec.heightsAngstrom(),
        spec.windowAngstrom(),
        spec.pixels(),
        lowest,
        highest,
        spec.mean(),
        spec.std());
  }

  /**
   * Draws one site.
   *
   * @param material name for the caption
   */
  public Drawn draw(String material, AdsorptionSite site) {
    double[] potential = images.potential(site, Frame.NATIVE, spec.heightsAngstrom().get(0));
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    int clipped = 0;
    for (double value : potential) {
      lowest = Math.min(lowest, value);
      highest = Math.max(highest, value);
      clipped += value < spec.vminEv() || value > spec.vmaxEv() ? 1 : 0;
    }
    BufferedImage picture = colours(potential);
    if (!decorations.isEmpty()) {
      Figure figure = new Figure(picture, spec, decorations);
      if (decorations.contains(Decoration.ATOMS)) {
        double reach = spec.windowAngstrom() / 2 + Figure.CHALCOGEN_RADIUS_ANGSTROM;
        figure.atoms(SurfaceAtoms.around(structure, side, site, reach));
      }
      if (decorations.contains(Decoration.SCALE_BAR)) {
        figure.scaleBar();
      }
      if (decorations.contains(Decoration.COLOR_BAR)) {
        figure.colorBar(lowest < spec.vminEv(), highest > spec.vmaxEv());
      }
      if (decorations.contains(Decoration.CAPTION)) {
        figure.caption(material, caption(site));
      }
      picture = figure.finish();
    }
    return new Drawn(picture, lowest, highest, clipped / (double) potential.length);
  }

  private BufferedImage colours(double[] potential) {
    int pixels = spec.pixels();
    BufferedImage image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < potential.length; i++) {
      int entry = ColorScale.index(potential[i], spec.vminEv(), spec.vmaxEv());
      image.setRGB(i % pixels, i / pixels, spec.colormap().rgb(entry));
    }
    return image;
  }

  private String caption(AdsorptionSite site) {
    String height = Figure.number(spec.heightsAngstrom().get(0));
    return site.id() + ", " + side.label() + " side, " + height + " \u00c5 above the chalcogens";
  }
}
