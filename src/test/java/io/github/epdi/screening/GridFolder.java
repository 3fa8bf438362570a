package io.github.epdi.screening;

import io.github.epdi.grid.TestGrids;
import io.github.epdi.screening.campaign.Campaign;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.TestSlabs;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** A folder of small synthetic grids in several formats, and a campaign over it. */
public final class GridFolder {
  /** Symmetry-unique sites of the five grids: three pristine ones and two doped 2x2 cells. */
  static final int UNIQUE_SITES = 3 * 3 + 2 * 7;

  private final Path folder;

  /** Makes the folder. */
  public GridFolder(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /** Writes five grids that can be screened. */
  public GridFolder withGoodGrids() throws IOException {
    write("MoS2.locpot", TestGrids.of(pristine(Element.Mo)).locpot());
    write("WS2/LOCPOT", TestGrids.of(pristine(Element.W)).locpot());
    writeCompressed(
        "TiS2.xsf.gz", TestGrids.of(TestSlabs.oneT(Element.Ti, Element.S).structure()).locpot());
    write("MoS2-Ti.vasp", TestGrids.of(doped(Element.Mo, Element.Ti)).locpot());
    write("WS2-Nb.vasp", TestGrids.of(doped(Element.W, Element.Nb)).locpot());
    return this;
  }

  /** Writes four files that cannot be screened. */
  public GridFolder withBrokenFiles() throws IOException {
    String good = TestGrids.of(pristine(Element.Mo)).locpot();
    write("broken-empty.vasp", "");
    write("broken-garbage.vasp", "no grid\n".repeat(20));
    write("broken-half.vasp", good.substring(0, good.length() / 2));
    write(
        "broken-density.cube",
        TestGrids.of(pristine(Element.Mo))
            .cube()
            .replaceFirst("\\A[^\\n]*\\n[^\\n]*", "-Quickstep-\n ELECTRON DENSITY, TOTAL SPIN"));
    return this;
  }

  static io.github.epdi.structure.CrystalStructure pristine(Element metal) {
    return TestSlabs.twoH(metal, Element.S).structure();
  }

  private static io.github.epdi.structure.CrystalStructure doped(Element host, Element dopant) {
    return TestSlabs.twoH(host, Element.S).supercell(2, 2).replaced(host, 0, dopant).structure();
  }

  Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private void writeCompressed(String name, String text) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** A campaign over all files of the folder; settings win. */
  public Campaign campaign(Path bundle, Path output, String... settings) throws IOException {
    Path file = folder.resolveSibling("campaign-of-" + folder.getFileName() + ".yaml");
    Files.writeString(
        file,
        "name: test\ninputs: ['"
            + folder
            + "/*.*', '"
            + folder
            + "/*/LOCPOT']\nmodel: {bundle: '"
            + bundle
            + "', batch_size: 4}\noutput: '"
            + output
            + "'\n");
    return Campaign.read(
        file.toString(), List.of(settings), new org.apache.hadoop.conf.Configuration());
  }
}
