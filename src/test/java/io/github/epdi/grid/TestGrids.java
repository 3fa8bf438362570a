package io.github.epdi.grid;

import static java.math.RoundingMode.HALF_UP;

import io.github.epdi.grid.blocks.GridLimits;
import io.github.epdi.structure.Atom;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.Lattice;
import io.github.epdi.structure.Side;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Grids by formula, as text of each format. Every step gives a new value:
 *
 * <pre>{@code
 * TestGrids.of(TestSlabs.twoH(Element.Mo, Element.S).supercell(3, 3).structure()).locpot()
 * }</pre>
 *
 * Unless told otherwise the potential is one well for each atom, deeper for heavier elements, less
 * its mean: electron sign, mean zero, flat vacuum, so that a slab is screenable. SYNTHETIC: good
 * for tests of readers, worth nothing as physics. Values have 24 x 24 x 48 points.
 */
public final class TestGrids {
  /** A potential in eV, electron sign, of fractional coordinates. */
  @FunctionalInterface
  public interface Potential {
    /** The value at a point. */
    double at(double fa, double fb, double fc);
  }

  private static final double WELL_WIDTH_ANGSTROM = 0.7;
  private static final double BOHR_ANGSTROM = 0.529177210903;

  /** The last grids with the usual potential; many tests write the same ones again and again. */
  private static final Map<List<Object>, TestGrids> USUAL = new LinkedHashMap<>();

  private static final int MOST_KEPT = 16;

  private final CrystalStructure structure;
  private final int nx;
  private final int ny;
  private final int nz;
  private final double[] values;
  private final String title;
  private String block;

  private TestGrids(
      CrystalStructure structure, int nx, int ny, int nz, double[] values, String title) {
    this.structure = structure;
    this.nx = nx;
    this.ny = ny;
    this.nz = nz;
    this.values = values;
    this.title = title;
  }

  /** A structure with the usual potential and points. */
  public static TestGrids of(CrystalStructure structure) {
    return of(structure, 24, 24, 48);
  }

  /** A structure with the usual potential on other points. */
  public static TestGrids of(CrystalStructure structure, int nx, int ny, int nz) {
    List<Object> key = new ArrayList<>(structure.atoms());
    for (int v = 0; v < 3; v++) {
      Arrays.stream(structure.lattice().vector(v)).forEach(key::add);
    }
    key.addAll(List.of(nx, ny, nz));
    synchronized (USUAL) {
      TestGrids kept = USUAL.remove(key);
      USUAL.put(key, kept == null ? usual(structure, nx, ny, nz) : kept);
      if (USUAL.size() > MOST_KEPT) {
        USUAL.remove(USUAL.keySet().iterator().next());
      }
      return USUAL.get(key);
    }
  }

  private static TestGrids usual(CrystalStructure structure, int nx, int ny, int nz) {
    TestGrids wells = of(structure, nx, ny, nz, wells(structure));
    double mean = wells.mean();
    return wells.plus((fa, fb, fc) -> -mean);
  }

  /** A structure with any potential, as it is. */
  public static TestGrids of(
      CrystalStructure structure, int nx, int ny, int nz, Potential potential) {
    double[] zero = new double[nx * ny * nz];
    return new TestGrids(structure, nx, ny, nz, zero, "synthetic slab").plus(potential);
  }

  /** What most tests ask of a reading: all of the top side, heights 1.0, 1.5 and 2.0. */
  public static ReadingRequest request(Side... sides) {
    return new ReadingRequest(
        sides.length == 0 ? List.of(Side.TOP) : List.of(sides),
        List.of(1.0, 1.5, 2.0),
        PotentialConventions.DEFAULT,
        GridLimits.DEFAULT,
        0.05,
        ReadingRequest.Depth.STOP_AT_REJECT);
  }

  /** Another title. */
  public TestGrids titled(String other) {
    return new TestGrids(structure, nx, ny, nz, values, other);
  }

  /** Adds a potential. */
  public TestGrids plus(Potential potential) {
    double[] sum = values.clone();
    for (int k = 0; k < nz; k++) {
      for (int j = 0; j < ny; j++) {
        for (int i = 0; i < nx; i++) {
          sum[index(i, j, k)] += potential.at((double) i / nx, (double) j / ny, (double) k / nz);
        }
      }
    }
    return new TestGrids(structure, nx, ny, nz, sum, title);
  }

  /** Multiplies all values: -1 makes an electrostatic potential. */
  public TestGrids times(double factor) {
    double[] product = values.clone();
    for (int i = 0; i < product.length; i++) {
      product[i] *= factor;
    }
    return new TestGrids(structure, nx, ny, nz, product, title);
  }

  /** The structure. */
  public CrystalStructure structure() {
    return structure;
  }

  /** Points along c. */
  public int nz() {
    return nz;
  }

  /** The value at a point, indices taken modulo the points; eV. */
  public double value(int i, int j, int k) {
    return values[index(Math.floorMod(i, nx), Math.floorMod(j, ny), Math.floorMod(k, nz))];
  }

  /** Mean of all values, eV. */
  public double mean() {
    double sum = 0;
    for (double v : values) {
      sum += v;
    }
    return sum / values.length;
  }

  /** Mean of plane k, eV. */
  public double planeMean(int k) {
    double sum = 0;
    for (int j = 0; j < ny; j++) {
      for (int i = 0; i < nx; i++) {
        sum += value(i, j, k);
      }
    }
    return sum / (nx * ny);
  }

  /** A LOCPOT as VASP 5 and 6 write it, eV. */
  public String locpot() {
    return vaspHeader() + block();
  }

  /** Title to dimensions of a LOCPOT. */
  public String vaspHeader() {
    StringBuilder text = new StringBuilder(title + "\n   1.00000000000000\n");
    for (int v = 0; v < 3; v++) {
      text.append(vector(structure.lattice().vector(v), "%16.10f", 1)).append('\n');
    }
    Map<Element, Integer> counts = new LinkedHashMap<>();
    structure.atoms().forEach(a -> counts.merge(a.element(), 1, Integer::sum));
    counts.keySet().forEach(e -> text.append("   ").append(e.symbol()));
    text.append('\n');
    counts.values().forEach(n -> text.append(String.format(Locale.ROOT, "%6d", n)));
    text.append("\nDirect\n");
    for (Element element : counts.keySet()) {
      for (Atom atom : structure.atoms()) {
        if (atom.element() == element) {
          double[] f = {atom.fa(), atom.fb(), atom.fc()};
          text.append(vector(f, "%14.9f", 1)).append('\n');
        }
      }
    }
    return text.append('\n').append(dimensions()).toString();
  }

  /** The line of dimensions of a LOCPOT. */
  public String dimensions() {
    return String.format(Locale.ROOT, "%5d%5d%5d%n", nx, ny, nz);
  }

  /** The values as a block of a LOCPOT: five numbers a line, no leading zeros before minus. */
  public synchronized String block() {
    if (block == null) {
      block = blockOfValues();
    }
    return block;
  }

  private String blockOfValues() {
    StringBuilder text = new StringBuilder();
    for (int n = 0; n < values.length; n++) {
      text.append(' ').append(fortran(values[n]));
      text.append((n + 1) % 5 == 0 || n + 1 == values.length ? "\n" : "");
    }
    return text.toString();
  }

  /** A cube as CP2K writes it: Hartree, bohr, charges 0, lines broken at each column along c. */
  public String cube() {
    return cubeHeader("-Quickstep-\n " + title + "\n", 1) + cubeValues(27.211386245988);
  }

  /**
   * The header of a cube.
   *
   * @param titles two lines
   * @param sign 1: lengths in bohr; -1: negative numbers of points and lengths in Angstrom
   */
  public String cubeHeader(String titles, int sign) {
    double unit = sign > 0 ? BOHR_ANGSTROM : 1;
    StringBuilder text = new StringBuilder(titles);
    text.append(String.format(Locale.ROOT, "%5d", structure.atoms().size()))
        .append(vector(new double[3], "%16.9f", 1))
        .append('\n');
    int[] n = {nx, ny, nz};
    for (int v = 0; v < 3; v++) {
      text.append(String.format(Locale.ROOT, "%5d", sign * n[v]))
          .append(vector(structure.lattice().vector(v), "%16.9f", 1 / (n[v] * unit)))
          .append('\n');
    }
    for (Atom atom : structure.atoms()) {
      double[] r = structure.lattice().cartesian(atom.fa(), atom.fb(), atom.fc());
      text.append(String.format(Locale.ROOT, "%5d    0.000000", atom.element().atomicNumber()))
          .append(vector(r, "%16.9f", 1 / unit))
          .append('\n');
    }
    return text.toString();
  }

  /** The values of a cube, in a unit of so many eV. */
  public String cubeValues(double electronvolts) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < nx; i++) {
      for (int j = 0; j < ny; j++) {
        for (int k = 0; k < nz; k++) {
          text.append(wide(value(i, j, k) / electronvolts));
          text.append((k + 1) % 6 == 0 || k + 1 == nz ? "\n" : "");
        }
      }
    }
    return text.toString();
  }

  /** An XSF as Quantum ESPRESSO writes it: Rydberg, the first points repeated at the ends. */
  public String xsf() {
    return xsfHeader() + xsfGrid("3D_PWSCF", 1, 1, 1);
  }

  /** The structure part of an XSF. */
  public String xsfHeader() {
    Lattice lattice = structure.lattice();
    StringBuilder text = new StringBuilder("# " + title + "\n CRYSTAL\n PRIMVEC\n");
    text.append(vectors()).append(" PRIMCOORD\n");
    text.append(String.format(Locale.ROOT, "%12d%12d%n", structure.atoms().size(), 1));
    for (Atom atom : structure.atoms()) {
      text.append(String.format(Locale.ROOT, "%-3s", atom.element().symbol()))
          .append(vector(lattice.cartesian(atom.fa(), atom.fb(), atom.fc()), "%16.9f", 1))
          .append('\n');
    }
    return text.toString();
  }

  /**
   * The data grid of an XSF, Rydberg.
   *
   * @param a how many points are repeated at the end along a (0 or 1), likewise b and c
   */
  public String xsfGrid(String name, int a, int b, int c) {
    StringBuilder text = new StringBuilder("BEGIN_BLOCK_DATAGRID_3D\n" + name + "\n");
    text.append("BEGIN_DATAGRID_3D_UNKNOWN\n");
    text.append(
        String.format(Locale.ROOT, "%12d%12d%12d%n  0.0  0.0  0.0%n", nx + a, ny + b, nz + c));
    text.append(vectors());
    int n = 0;
    for (int k = 0; k < nz + c; k++) {
      for (int j = 0; j < ny + b; j++) {
        for (int i = 0; i < nx + a; i++) {
          double v = value(i, j, k) / (27.211386245988 / 2);
          text.append(wide(v));
          text.append(++n % 6 == 0 ? "\n" : "");
        }
      }
    }
    return text.append("\nEND_DATAGRID_3D\nEND_BLOCK_DATAGRID_3D\n").toString();
  }

  /** A number as Fortran's E17.11 has it: 0.12345678901E+02, but -.12345678901E+02. */
  public static String fortran(double value) {
    if (value == 0) {
      return "0.00000000000E+00";
    }
    BigDecimal rounded = rounded(Math.abs(value), 11);
    return (value < 0 ? "-" : "0")
        + "."
        + rounded.unscaledValue()
        + exponent(rounded.precision() - rounded.scale());
  }

  /** A number as C's {@code " %18.11E"} has it, in a fraction of the time of Java's formatter. */
  private static String wide(double value) {
    if (value == 0) {
      return "  0.00000000000E+00";
    }
    BigDecimal rounded = rounded(Math.abs(value), 12);
    String digits = rounded.unscaledValue().toString();
    return (value < 0 ? " -" : "  ")
        + digits.charAt(0)
        + "."
        + digits.substring(1)
        + exponent(rounded.precision() - rounded.scale() - 1);
  }

  /** Returns the decimal that a number is written as, with exactly so many digits. */
  private static BigDecimal rounded(double value, int digits) {
    BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(digits, HALF_UP));
    return rounded.setScale(rounded.scale() + digits - rounded.precision());
  }

  private static String exponent(int exponent) {
    int size = Math.abs(exponent);
    return (exponent < 0 ? "E-" : "E+") + (size < 10 ? "0" : "") + size;
  }

  private static Potential wells(CrystalStructure structure) {
    Lattice lattice = structure.lattice();
    double scale = 1 / (2 * WELL_WIDTH_ANGSTROM * WELL_WIDTH_ANGSTROM);
    return (fa, fb, fc) -> {
      double sum = 0;
      for (Atom atom : structure.atoms()) {
        double depth = 10 + 0.5 * atom.element().atomicNumber();
        double da = centred(fa - atom.fa());
        double db = centred(fb - atom.fb());
        double dc = centred(fc - atom.fc());
        for (int u = -1; u <= 1; u++) {
          for (int v = -1; v <= 1; v++) {
            double[] r = lattice.cartesian(da + u, db + v, dc);
            double squared = r[0] * r[0] + r[1] * r[1] + r[2] * r[2];
            sum -= squared * scale < 30 ? depth * Math.exp(-squared * scale) : 0;
          }
        }
      }
      return sum;
    };
  }

  private String vectors() {
    StringBuilder text = new StringBuilder();
    for (int v = 0; v < 3; v++) {
      text.append(vector(structure.lattice().vector(v), "%16.10f", 1)).append('\n');
    }
    return text.toString();
  }

  private static String vector(double[] r, String format, double factor) {
    StringBuilder text = new StringBuilder();
    for (double x : r) {
      text.append(String.format(Locale.ROOT, format, x * factor));
    }
    return text.toString();
  }

  private int index(int i, int j, int k) {
    return (k * ny + j) * nx + i;
  }

  private static double centred(double f) {
    return f - Math.rint(f);
  }
}
