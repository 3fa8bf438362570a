package io.github.epdi.suggestion;

import io.github.epdi.dataset.SuggestedRun;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.Hop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the inputs of suggested calculations into numbered folders. */
final class RunFolders {
  static final String POSCAR = "POSCAR";
  static final String INCAR = "INCAR.hints";
  private static final int LONGEST_NAME = 60;

  private final Path root;
  private final Element ion;
  private final SuggestionOptions options;
  private final List<SuggestedRun> written = new ArrayList<>();

  /** Prepares writing below a folder that exists. */
  RunFolders(Path root, Element ion, SuggestionOptions options) {
    this.root = root;
    this.ion = ion;
    this.options = options;
  }

  /** Returns what has been written, in its order. */
  List<SuggestedRun> written() {
    return List.copyOf(written);
  }

  /** Writes one ion at one site. */
  void site(RankedSide side, AdsorptionSite site, String reason) throws IOException {
    BareSurface surface = BareSurface.of(side.material());
    String project = name(side, site.id());
    Path folder = folder(side, site.id(), project, reason);
    String title = project + ": " + reason;
    var structure = surface.with(ion, surface.place(site, 0, 0));
    String moves = options.height() == IonHeight.FIXED ? "F F F" : "F F T";
    Files.writeString(folder.resolve(POSCAR), PoscarText.of(title, structure, ion, moves));
    Files.writeString(folder.resolve(INCAR), IncarHints.ofSite(gridUri(side), options.height()));
    Files.writeString(
        folder.resolve(project + ".inp"),
        Cp2kText.of(
            title, project, structure, options.height(), Cp2kTemplate.beside(gridUri(side))));
  }

  /** Writes a band over a hop, from its T to its H site, for VASP. */
  void band(RankedSide side, Hop hop, String reason) throws IOException {
    BareSurface surface = BareSurface.of(side.material());
    String project = name(side, hop.id() + "-neb");
    Path folder = folder(side, hop.id(), project, reason);
    double[] start = surface.place(side.graph().tops().get(hop.top()), 0, 0);
    double[] end = surface.place(side.graph().hollows().get(hop.hollow()), hop.du(), hop.dv());
    List<double[]> path = new IdppPath(surface.slab(), start, end).images(options.bandImages());
    for (int image = 0; image < path.size(); image++) {
      Path sub = Files.createDirectory(folder.resolve(String.format(Locale.ROOT, "%02d", image)));
      String title = project + ", image " + image;
      Files.writeString(
          sub.resolve(POSCAR),
          PoscarText.of(title, surface.with(ion, path.get(image)), ion, "T T T"));
    }
    Files.writeString(
        folder.resolve(INCAR), IncarHints.ofBand(gridUri(side), options.bandImages()));
  }

  private Path folder(RankedSide side, String siteId, String project, String reason)
      throws IOException {
    String name = String.format(Locale.ROOT, "%02d-%s", written.size() + 1, project);
    written.add(
        new SuggestedRun(
            name,
            side.material().row().materialId(),
            side.material().side(),
            siteId,
            gridUri(side),
            reason));
    return Files.createDirectory(root.resolve(name));
  }

  private static String gridUri(RankedSide side) {
    return side.material().grid().key().inputUri();
  }

  /** Returns a name of letters, digits, dots, hyphens and underscores. */
  private static String name(RankedSide side, String what) {
    String material = side.material().row().materialId().replaceAll("[^A-Za-z0-9_.-]", "_");
    String shorter = material.substring(0, Math.min(LONGEST_NAME, material.length()));
    return shorter + "-" + side.material().side().label() + "-" + what;
  }
}
