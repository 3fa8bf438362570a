package io.github.epdi.dataset;

import io.github.epdi.grid.TestGrids;
import io.github.epdi.structure.Atom;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.Lattice;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.SurfaceGraph;
import io.github.epdi.structure.TestSlabs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * Folders of VASP runs, hand-made: the lines of an OUTCAR as VASP 6.3.2 writes them, with numbers
 * of the tests. Not results of calculations.
 */
public final class VaspFolders {
  /** Energy of the bare slab unless told otherwise, eV. */
  public static final double SLAB_EV = -100.0;

  private static final Map<Element, String> TITLES =
      Map.of(
          Element.Mo, "PAW_PBE Mo_sv 02Feb2006",
          Element.Ti, "PAW_PBE Ti_pv 07Sep2000",
          Element.S, "PAW_PBE S 06Sep2000",
          Element.Li, "PAW_PBE Li_sv 10Sep2004",
          Element.Na, "PAW_PBE Na_pv 19Sep2006");

  private final TestSlabs slab;
  private final Path root;

  /** Folders below a root, of runs over one slab. */
  public VaspFolders(Path root, TestSlabs slab) {
    this.root = root;
    this.slab = slab;
  }

  /** A 2x2 cell of MoS2 with one Ti. */
  public static TestSlabs doped() {
    return TestSlabs.twoH(Element.Mo, Element.S)
        .supercell(2, 2)
        .replaced(Element.Mo, 0, Element.Ti);
  }

  /** The sites of the slab's top side. */
  public SurfaceGraph graph() {
    return slab.graph(Side.TOP);
  }

  /** What a run's OUTCAR says; every step gives a new value. */
  public record Settings(Map<String, String> values) {
    /** A relaxation that converged, eV. */
    public static Settings relaxed(double sigmaZeroEv) {
      Map<String, String> values = new LinkedHashMap<>();
      values.put("mesh", "3    3    1");
      values.put("nkpts", "5");
      values.put("ispin", "1");
      values.put("encut", "500.0");
      values.put("nsw", "60");
      values.put("ibrion", "2");
      values.put("steps", "14");
      values.put("electrons", "aborting loop because EDIFF is reached");
      values.put("ions", "reached required accuracy - stopping structural energy minimisation");
      values.put("sigma0", String.format(Locale.ROOT, "%.8f", sigmaZeroEv));
      values.put("free", String.format(Locale.ROOT, "%.8f", sigmaZeroEv - 0.01));
      values.put("elapsed", "120.500");
      return new Settings(values);
    }

    /** A static run. */
    public static Settings single(double sigmaZeroEv) {
      return relaxed(sigmaZeroEv).with("nsw", "0").with("ibrion", "-1").with("ions", "");
    }

    /** Another value in the text. */
    public Settings with(String name, String value) {
      Map<String, String> other = new LinkedHashMap<>(values);
      other.put(name, value);
      return new Settings(other);
    }
  }

  /** The bare slab with its LOCPOT. */
  public Path slab(String name) throws IOException {
    return slab(name, Settings.single(SLAB_EV));
  }

  /**
   * The bare slab with its LOCPOT and its levels, which are flat bands: four electrons fill those
   * at -3 and -2 eV, those at 1 and 9 eV are empty.
   */
  public Path slab(String name, Settings settings) throws IOException {
    Path folder = run(name, slab.structure(), settings);
    Path outcar = folder.resolve("OUTCAR");
    Files.writeString(outcar, withLevels(Files.readString(outcar), settings));
    Files.writeString(
        folder.resolve("LOCPOT"), TestGrids.of(slab.structure(), 12, 12, 48).locpot());
    return folder;
  }

  /** An OUTCAR with a table of levels for each spin channel and k-point. */
  private static String withLevels(String outcar, Settings settings) {
    int points = Integer.parseInt(settings.values().get("nkpts"));
    int channels = Integer.parseInt(settings.values().get("ispin"));
    StringBuilder text =
        new StringBuilder("   NELECT =       4.0000    total number of electrons\n");
    text.append(" k-points in reciprocal lattice and weights: own\n");
    text.append("   0.00000000   0.00000000   0.00000000     1.000\n".repeat(points));
    text.append("\n E-fermi :  -0.5000     XC(G=0):  -4.2000     alpha+bet : -3.5000\n");
    for (int channel = 1; channel <= channels; channel++) {
      text.append(channels == 1 ? "" : "\n spin component " + channel + "\n");
      for (int point = 1; point <= points; point++) {
        text.append("\n k-point " + point + " :       0.0000   0.0000   0.0000\n");
        text.append("  band No.  band energies     occupation\n");
        text.append("      1     -3.0000       2.00000\n      2     -2.0000       2.00000\n");
        text.append("      3      1.0000       0.00000\n      4      9.0000       0.00000\n");
      }
    }
    return outcar
        .replaceFirst("NBANDS=\\s+96", "NBANDS=      4")
        .replace(" General timing", text + "\n General timing");
  }

  /** The slab with an ion over lateral fractional coordinates. */
  public CrystalStructure withIon(Element ion, double u, double v, double heightAngstrom) {
    double c = slab.structure().lattice().heightAngstrom();
    double anchor = graph().tops().get(0).anchorAngstrom();
    return slab.added(ion, u, v, (anchor + heightAngstrom) / c).structure();
  }

  /** The slab with lithium 1.5 Angstrom over a place. */
  public CrystalStructure withLithium(double u, double v) {
    return withIon(Element.Li, u, v, 1.5);
  }

  /** A run of a structure. */
  public Path run(String name, CrystalStructure structure, Settings settings) throws IOException {
    Path folder = Files.createDirectories(root.resolve(name));
    CrystalStructure sorted = sorted(structure);
    Files.writeString(folder.resolve("CONTCAR"), contcar(sorted));
    Files.writeString(folder.resolve("OUTCAR"), outcar(sorted, settings));
    return folder;
  }

  /** Atoms species by species, as VASP has them. */
  public static CrystalStructure sorted(CrystalStructure structure) {
    List<Atom> atoms = new ArrayList<>();
    new TreeSet<>(structure.atoms().stream().map(Atom::element).toList())
        .forEach(e -> structure.atoms().stream().filter(a -> a.element() == e).forEach(atoms::add));
    return new CrystalStructure(structure.lattice(), atoms);
  }

  /** A CONTCAR as VASP writes it. */
  static String contcar(CrystalStructure structure) {
    String header = TestGrids.of(structure, 1, 1, 1, (a, b, c) -> 0).vaspHeader();
    return header.substring(0, header.lastIndexOf('\n', header.length() - 2) + 1);
  }

  static String outcar(CrystalStructure structure, Settings settings) throws IOException {
    String text = resource("OUTCAR.template");
    Lattice lattice = structure.lattice();
    StringBuilder titles = new StringBuilder();
    StringBuilder forces = new StringBuilder();
    for (Element element : new TreeSet<>(structure.atoms().stream().map(Atom::element).toList())) {
      titles
          .append("   LEXCH  = PE\n   TITEL  = ")
          .append(settings.values().getOrDefault("title " + element, TITLES.get(element)))
          .append('\n');
    }
    for (Atom atom : structure.atoms()) {
      double[] r = lattice.cartesian(atom.fa(), atom.fb(), atom.fc());
      double force = atom.element().isMobileIon() ? 0.125 : 0;
      forces.append(
          String.format(
              Locale.ROOT,
              "%13.5f%13.5f%13.5f    %14.6f%14.6f%14.6f%n",
              r[0],
              r[1],
              r[2],
              0.0,
              -0.001,
              force));
    }
    Map<String, String> values = new LinkedHashMap<>(settings.values());
    values.put("titles", titles.toString());
    values.put("forces", forces.toString().stripTrailing());
    StringBuilder counts = new StringBuilder();
    for (Element element : new TreeSet<>(structure.atoms().stream().map(Atom::element).toList())) {
      long count = structure.atoms().stream().filter(atom -> atom.element() == element).count();
      counts.append(String.format(Locale.ROOT, "%6d", count));
    }
    values.putIfAbsent("counts", counts.toString());
    values.put("atoms", String.format(Locale.ROOT, "%6d", structure.atoms().size()));
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("{" + value.getKey() + "}", value.getValue());
    }
    return text;
  }

  /** TITEL of an element's POTCAR. */
  static String title(Element element) {
    return TITLES.get(element);
  }

  /** A text beside the tests. */
  public static String resource(String name) throws IOException {
    try (InputStream in = VaspFolders.class.getResourceAsStream("/vasp/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
