package io.github.epdi.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.grid.PotentialGrid;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.Atom;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.Side;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpdPictureTest {
  private static final double[][] CELL = {{10, 0, 0}, {0, 12, 0}, {3, 0, 20}};
  private static final AdsorptionSite SITE = Readings.site(0.5, 0.5, 4);
  private static final ImageSpec SPEC = ImageSpec.ofColormap(Colormap.JET, 40);

  @Test
  void aPlainPictureHasTheColoursOfTheImage(@TempDir Path folder) throws IOException {
    Readings.TwoSides reading = reading();
    EpdPicture.Drawn drawn =
        new EpdPicture(reading.potential(Side.TOP), structure(), SPEC, Set.of()).draw("any", SITE);
    Path file = folder.resolve("plain.png");
    drawn.write(file);
    BufferedImage written = ImageIO.read(file.toFile());
    double[] potential =
        new SiteImages(reading.potential(Side.TOP), SPEC).potential(SITE, Frame.NATIVE, 1.5);
    assertThat(written.getWidth()).isEqualTo(40);
    assertThat(written.getHeight()).isEqualTo(40);
    for (int i = 0; i < potential.length; i++) {
      int entry = ColorScale.index(potential[i], -2, 0.5);
      assertThat(written.getRGB(i % 40, i / 40) & 0xffffff).isEqualTo(Colormap.JET.rgb(entry));
    }
    float[] encoded = new float[SPEC.length()];
    assertThat(drawn.clippedFraction())
        .isEqualTo(
            new SiteImages(reading.potential(Side.TOP), SPEC)
                .render(SITE, Frame.NATIVE, encoded, 0));
    assertThat(drawn.lowestEv()).isLessThan(-2);
    assertThat(drawn.highestEv()).isGreaterThan(0.5);
  }

  @Test
  void decorationsAreDrawnBesideAndOnTheMagnifiedImage() {
    Readings.TwoSides reading = reading();
    BufferedImage bare =
        new EpdPicture(reading.potential(Side.TOP), structure(), SPEC, Set.of())
            .draw("MoS2", SITE)
            .image();
    for (Decoration decoration : Decoration.values()) {
      BufferedImage figure =
          new EpdPicture(reading.potential(Side.TOP), structure(), SPEC, Set.of(decoration))
              .draw("MoS2", SITE)
              .image();
      int magnification = 16;
      int left = 640 / 28;
      int upper = left * (decoration == Decoration.CAPTION ? 4 : 1);
      int changed = 0;
      for (int i = 0; i < 1600; i++) {
        int x = left + (i % 40) * magnification + 8;
        int y = upper + (i / 40) * magnification + 8;
        changed += figure.getRGB(x, y) == bare.getRGB(i % 40, i / 40) ? 0 : 1;
      }
      switch (decoration) {
        case ATOMS, SCALE_BAR -> assertThat(changed).isBetween(10, 400);
        case COLOR_BAR, CAPTION -> assertThat(changed).isZero();
      }
      assertThat(figure.getWidth())
          .isEqualTo(left + 640 + left * (decoration == Decoration.COLOR_BAR ? 8 : 1));
    }
  }

  @Test
  void coloursCanBeFittedToTheSites() {
    ImageSpec fitted = EpdPicture.fitted(reading().potential(Side.TOP), List.of(SITE), SPEC);
    EpdPicture.Drawn drawn =
        new EpdPicture(
                reading().potential(Side.TOP), structure(), fitted, EnumSet.allOf(Decoration.class))
            .draw("MoS2", SITE);
    assertThat(drawn.clippedFraction()).isZero();
    assertThat(drawn.lowestEv() - fitted.vminEv()).isBetween(0.0, 0.1);
    assertThat(fitted.vmaxEv() - drawn.highestEv()).isBetween(0.0, 0.1);
  }

  @Test
  void atomsAreWhereTheImageHasThem() {
    CrystalStructure structure = structure();
    List<SurfaceAtoms.Projected> above = SurfaceAtoms.around(structure, Side.TOP, SITE, 4);
    assertThat(above).extracting(atom -> atom.element().symbol()).containsExactly("Mo", "S");
    // Sulphur 4 Angstrom up along a tilted c: 3 * 0.2 further along x than its own (fa, fb) says.
    assertThat(above.get(1).xAngstrom()).isCloseTo(0.2 * 10, within(1e-9));
    assertThat(above.get(1).yAngstrom()).isCloseTo(0.1 * 12, within(1e-9));
    assertThat(above.get(1).depthAngstrom()).isCloseTo(0, within(1e-9));
    List<SurfaceAtoms.Projected> below =
        SurfaceAtoms.around(structure, Side.BOTTOM, Readings.site(0.5, 0.5, -0.8), 4);
    assertThat(below).extracting(atom -> atom.element().symbol()).containsExactly("Mo", "S");
    assertThat(below.get(0).yAngstrom()).isCloseTo(-above.get(0).yAngstrom(), within(1e-9));
  }

  @Test
  void planesHaveNoPicture() {
    ImageSpec planes = ImageSpec.ofPlanes(8, List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0));
    assertThatThrownBy(
            () -> new EpdPicture(reading().potential(Side.TOP), structure(), planes, Set.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot draw pictures: expected encoding colormap, found planes");
  }

  @Test
  void lengthsOfScaleBarsAreRoundAndNumbersShort() {
    assertThat(Figure.roundBelow(2.5)).isEqualTo(2);
    assertThat(Figure.roundBelow(0.7)).isEqualTo(0.5, within(1e-12));
    assertThat(Figure.roundBelow(1.0)).isEqualTo(1);
    assertThat(Figure.number(-1.50)).isEqualTo("\u22121.5");
    assertThat(Figure.number(-1e-12)).isEqualTo("0");
  }

  private static Readings.TwoSides reading() {
    PotentialGrid grid =
        Readings.grid(
            CELL, 40, 48, 40, (x, y, z) -> 5 + 3 * Math.sin(0.9 * x) * Math.cos(0.7 * y) - 0.6);
    return Readings.of(grid, 5, 5);
  }

  private static CrystalStructure structure() {
    Element metal = Element.ofSymbol("Mo").orElseThrow();
    Element sulphur = Element.ofSymbol("S").orElseThrow();
    return new CrystalStructure(
        io.github.epdi.structure.Lattice.of(CELL),
        List.of(
            // In the cell below: seen from either side it is the copy under the surface that
            // counts.
            new Atom(metal, 0.45 - 0.036, 0.45, 0.12 - 1),
            new Atom(sulphur, 0.7 - 0.06, 0.6, 0.2),
            new Atom(sulphur, 0.7, 0.6, 0.04)));
  }
}
