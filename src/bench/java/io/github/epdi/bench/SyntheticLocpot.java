package io.github.epdi.bench;

import io.github.epdi.structure.Atom;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.Lattice;
import io.github.epdi.structure.TestSlabs;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A LOCPOT made by formula, never the result of a calculation and labelled so in its title: an MoS2
 * monolayer with one metal replaced, in 14 Angstrom of vacuum. The potential is a sum over atoms of
 * a narrow well (the core) and a wide, shallow one (the tail that lithium sees above the surface),
 * less its mean, as VASP's LVHAR has it; flat in the vacuum from 3 Angstrom beyond the slab, as a
 * reading demands.
 *
 * @param copies unit cells along a and b
 * @param nx points along a
 * @param ny points along b
 * @param nz points along c
 * @param dopant what replaces one molybdenum; Mo for a pristine cell
 * @param seed moves every atom by up to 0.004 Angstrom, so that no two files hold equal numbers
 */
record SyntheticLocpot(int copies, int nx, int ny, int nz, Element dopant, long seed) {
  private static final double NOISE_ANGSTROM = 0.004;
  private static final double[] WIDTHS_ANGSTROM = {0.55, 1.0};
  private static final double[] DEPTHS_EV = {60, 9};
  private static final int PER_LINE = 5;

  /** 144 MB: 168 x 168 x 280 points. */
  static SyntheticLocpot large(Element dopant, long seed) {
    return new SyntheticLocpot(4, 168, 168, 280, dopant, seed);
  }

  /** 25 MB: 96 x 96 x 152 points, a 4x4 cell with 80 sites. */
  static SyntheticLocpot ofCampaign(Element dopant, long seed) {
    return new SyntheticLocpot(4, 96, 96, 152, dopant, seed);
  }

  /** 0.25 MB: 24 x 24 x 24 points of a 1x1 cell. */
  static SyntheticLocpot small(Element metal, long seed) {
    return new SyntheticLocpot(1, 24, 24, 24, metal, seed);
  }

  /**
   * Writes the file unless it is there from an earlier run; the same parameters, the same bytes.
   */
  Path writeIfAbsent(Path file) throws IOException {
    if (!Files.exists(file)) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary), 1 << 20)) {
        write(out);
      }
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return file;
  }

  /** Writes the file. */
  void write(OutputStream out) throws IOException {
    CrystalStructure structure = structure();
    out.write(header(structure).getBytes(StandardCharsets.US_ASCII));
    writeValues(values(structure), out);
  }

  /** The cell with the dopant, its atoms slightly moved. */
  CrystalStructure structure() {
    TestSlabs slab = TestSlabs.twoH(Element.Mo, Element.S).supercell(copies, copies);
    // Off the grid's own planes, so that noise alone moves no image across one.
    return slab.shifted(0, 0, 0.3 / nz)
        .replaced(Element.Mo, 0, dopant)
        .noisy(NOISE_ANGSTROM, seed)
        .structure();
  }

  private String header(CrystalStructure structure) {
    StringBuilder text = new StringBuilder("SYNTHETIC potential made by formula, seed ");
    text.append(seed).append("\n   1.00000000000000\n");
    for (int v = 0; v < 3; v++) {
      text.append(vector(structure.lattice().vector(v))).append('\n');
    }
    Map<Element, Integer> counts = new LinkedHashMap<>();
    structure.atoms().forEach(atom -> counts.merge(atom.element(), 1, Integer::sum));
    counts.keySet().forEach(element -> text.append("   ").append(element.symbol()));
    text.append('\n');
    counts.values().forEach(n -> text.append(String.format(Locale.ROOT, "%6d", n)));
    text.append("\nDirect\n");
    for (Element element : counts.keySet()) {
      for (Atom atom : structure.atoms()) {
        if (atom.element() == element) {
          text.append(vector(new double[] {atom.fa(), atom.fb(), atom.fc()})).append('\n');
        }
      }
    }
    return text.append(String.format(Locale.ROOT, "%n%5d%5d%5d%n", nx, ny, nz)).toString();
  }

  private static String vector(double[] r) {
    return String.format(Locale.ROOT, "%20.12f%20.12f%20.12f", r[0], r[1], r[2]);
  }

  /** Values in eV, a fastest; a Gaussian is a lateral map times a profile along c. */
  double[] values(CrystalStructure structure) {
    double[] values = new double[nx * ny * nz];
    for (Atom atom : structure.atoms()) {
      for (int i = 0; i < WIDTHS_ANGSTROM.length; i++) {
        double charge = atom.element().atomicNumber() / 42.0;
        addWell(structure.lattice(), atom, DEPTHS_EV[i] * charge, WIDTHS_ANGSTROM[i], values);
      }
    }
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double mean = sum / values.length;
    for (int i = 0; i < values.length; i++) {
      values[i] -= mean;
    }
    return values;
  }

  private void addWell(Lattice lattice, Atom atom, double depthEv, double width, double[] values) {
    double[] lateral = lateral(lattice, atom, width);
    double height = lattice.heightAngstrom();
    for (int k = 0; k < nz; k++) {
      double dc = (double) k / nz - atom.fc();
      double z = (dc - Math.rint(dc)) * height;
      double profile = depthEv * Math.exp(-z * z / (2 * width * width));
      if (profile > 1e-13) {
        int plane = k * lateral.length;
        for (int i = 0; i < lateral.length; i++) {
          values[plane + i] -= profile * lateral[i];
        }
      }
    }
  }

  private double[] lateral(Lattice lattice, Atom atom, double width) {
    double[] map = new double[nx * ny];
    double scale = 1 / (2 * width * width);
    for (int j = 0; j < ny; j++) {
      double db = (double) j / ny - atom.fb();
      for (int i = 0; i < nx; i++) {
        double da = (double) i / nx - atom.fa();
        for (int u = -2; u <= 2; u++) {
          for (int v = -2; v <= 2; v++) {
            double[] r = lattice.cartesian(da - Math.rint(da) + u, db - Math.rint(db) + v, 0);
            double exponent = (r[0] * r[0] + r[1] * r[1]) * scale;
            map[j * nx + i] += exponent < 40 ? Math.exp(-exponent) : 0;
          }
        }
      }
    }
    return map;
  }

  private static void writeValues(double[] values, OutputStream out) throws IOException {
    byte[] field = new byte[18];
    for (int n = 0; n < values.length; n++) {
      writeField(values[n], field);
      out.write(field);
      if ((n + 1) % PER_LINE == 0 || n + 1 == values.length) {
        out.write('\n');
      }
    }
  }

  /** Fortran's (1X,E17.11): " 0.12345678901E+02", " -.12345678901E+02". */
  static void writeField(double value, byte[] field) {
    double size = Math.abs(value);
    int exponent = size < 1e-98 ? 0 : (int) Math.floor(Math.log10(size)) + 1;
    long digits = size < 1e-98 ? 0 : Math.round(size * Math.pow(10, 11 - exponent));
    if (digits >= 100_000_000_000L) {
      digits /= 10;
      exponent++;
    }
    field[0] = ' ';
    field[1] = (byte) (value < 0 ? '-' : '0');
    field[2] = '.';
    for (int i = 13; i > 2; i--) {
      field[i] = (byte) ('0' + digits % 10);
      digits /= 10;
    }
    field[14] = 'E';
    field[15] = (byte) (exponent < 0 ? '-' : '+');
    field[16] = (byte) ('0' + Math.abs(exponent) / 10);
    field[17] = (byte) ('0' + Math.abs(exponent) % 10);
  }

  /** Dopants of a campaign's files, one after another. */
  static Element dopant(int number) {
    Element[] metals = {Element.Ti, Element.V, Element.Nb, Element.W, Element.Re};
    return metals[number % metals.length];
  }

  /** A folder of files of different seeds and dopants, "grid-000.LOCPOT" and so on. */
  static Path folder(Path folder, int count, java.util.function.IntFunction<SyntheticLocpot> files)
      throws IOException {
    for (int i = 0; i < count; i++) {
      files
          .apply(i)
          .writeIfAbsent(folder.resolve(String.format(Locale.ROOT, "grid-%04d.LOCPOT", i)));
    }
    return folder;
  }
}
