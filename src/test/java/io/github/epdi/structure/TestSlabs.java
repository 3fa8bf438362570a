package io.github.epdi.structure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Ideal dichalcogenide slabs and what may happen to them. Every step gives a new value:
 *
 * <pre>{@code
 * TestSlabs.twoH(Element.Mo, Element.S).supercell(3, 3).replaced(Element.Mo, 0, Element.Ti).structure()
 * }</pre>
 *
 * The start is one cell with a 120 degree angle, metal at (0, 0, 1/2), 14 Angstrom of vacuum.
 */
public final class TestSlabs {
  /** Lattice constant of the ideal cell, Angstrom. */
  public static final double A = 3.18;

  /** Height of the chalcogens over the metals, Angstrom. */
  public static final double HEIGHT = 1.56;

  private static final double VACUUM = 14;

  private final CrystalStructure structure;

  private TestSlabs(CrystalStructure structure) {
    this.structure = structure;
  }

  /** Starts from any structure. */
  public static TestSlabs of(CrystalStructure structure) {
    return new TestSlabs(structure);
  }

  /** A prismatic monolayer, 1x1. */
  public static TestSlabs twoH(Element metal, Element chalcogen) {
    return monolayer(metal, chalcogen, 1 / 3.0, 2 / 3.0);
  }

  /** An octahedral monolayer, 1x1. */
  public static TestSlabs oneT(Element metal, Element chalcogen) {
    return monolayer(metal, chalcogen, 2 / 3.0, 1 / 3.0);
  }

  private static TestSlabs monolayer(Element metal, Element chalcogen, double u, double v) {
    double c = 2 * HEIGHT + VACUUM;
    Lattice lattice =
        Lattice.of(new double[][] {{A, 0, 0}, {-A / 2, A * Math.sqrt(0.75), 0}, {0, 0, c}});
    double up = HEIGHT / c;
    return new TestSlabs(
        new CrystalStructure(
            lattice,
            List.of(
                new Atom(metal, 0, 0, 0.5),
                new Atom(chalcogen, 1 / 3.0, 2 / 3.0, 0.5 + up),
                new Atom(chalcogen, u, v, 0.5 - up))));
  }

  /** Rows of metals that moved together along the long side of a rectangular 1T cell. */
  public static TestSlabs dimerised() {
    CrystalStructure start =
        TestSlabs.oneT(Element.W, Element.Se).supercell(1, 0, 1, 2).structure();
    List<Atom> atoms = new ArrayList<>();
    for (Atom a : start.atoms()) {
      double move = a.element() != Element.W ? 0 : a.fb() < 0.25 ? 0.04 : -0.04;
      atoms.add(new Atom(a.element(), a.fa(), a.fb() + move, a.fc()));
    }
    return TestSlabs.of(new CrystalStructure(start.lattice(), atoms));
  }

  /** The structure so far. */
  public CrystalStructure structure() {
    return structure;
  }

  /** The structure so far as a slab with the usual minimum gap of 6 Angstrom. */
  public Slab slab() {
    return Slab.of(structure, 6.0);
  }

  /** The sites of a side with the usual tolerance of 0.05 Angstrom. */
  public SurfaceGraph graph(Side side) {
    return new SiteFinder(0.05).find(slab(), side);
  }

  /** n x m copies. */
  public TestSlabs supercell(int n, int m) {
    return supercell(n, 0, 0, m);
  }

  /**
   * The cell a' = m11 a + m12 b, b' = m21 a + m22 b; with determinant 1 the same cell relabelled.
   */
  public TestSlabs supercell(int m11, int m12, int m21, int m22) {
    double[][] rows = structure.lattice().rows();
    double[][] cell = {new double[3], new double[3], rows[2]};
    for (int x = 0; x < 3; x++) {
      cell[0][x] = m11 * rows[0][x] + m12 * rows[1][x];
      cell[1][x] = m21 * rows[0][x] + m22 * rows[1][x];
    }
    double det = m11 * m22 - m12 * m21;
    int reach = Math.abs(m11) + Math.abs(m12) + Math.abs(m21) + Math.abs(m22) + 2;
    List<Atom> atoms = new ArrayList<>();
    for (Atom atom : structure.atoms()) {
      for (int i = -reach; i <= reach; i++) {
        for (int j = -reach; j <= reach; j++) {
          double u = (m22 * (atom.fa() + i) - m21 * (atom.fb() + j)) / det;
          double v = (m11 * (atom.fb() + j) - m12 * (atom.fa() + i)) / det;
          if (u > -1e-9 && u < 1 - 1e-9 && v > -1e-9 && v < 1 - 1e-9) {
            atoms.add(new Atom(atom.element(), u, v, atom.fc()));
          }
        }
      }
    }
    return new TestSlabs(new CrystalStructure(Lattice.of(cell), atoms));
  }

  /** The n-th atom (from 0) of one element becomes another. */
  public TestSlabs replaced(Element from, int n, Element to) {
    int index = indices(from)[n];
    List<Atom> atoms = new ArrayList<>(structure.atoms());
    Atom old = atoms.get(index);
    atoms.set(index, new Atom(to, old.fa(), old.fb(), old.fc()));
    return with(atoms);
  }

  /** The n-th atom (from 0) of an element is taken out. */
  public TestSlabs without(Element element, int n) {
    List<Atom> atoms = new ArrayList<>(structure.atoms());
    atoms.remove(indices(element)[n]);
    return with(atoms);
  }

  /** One more atom, at fractional coordinates. */
  public TestSlabs added(Element element, double fa, double fb, double fc) {
    List<Atom> atoms = new ArrayList<>(structure.atoms());
    atoms.add(new Atom(element, fa, fb, fc));
    return with(atoms);
  }

  /** All chalcogens above the middle become another one. */
  public TestSlabs janus(Element top) {
    return each(
        atom ->
            atom.element().isChalcogen() && atom.fc() > 0.5
                ? new Atom(top, atom.fa(), atom.fb(), atom.fc())
                : atom);
  }

  /** Every Cartesian coordinate moves by up to an amplitude (Angstrom), evenly distributed. */
  public TestSlabs noisy(double amplitudeAngstrom, long seed) {
    Random random = new Random(seed);
    return each(
        atom -> {
          double[] f =
              structure
                  .lattice()
                  .fractional(
                      amplitudeAngstrom * (2 * random.nextDouble() - 1),
                      amplitudeAngstrom * (2 * random.nextDouble() - 1),
                      amplitudeAngstrom * (2 * random.nextDouble() - 1));
          return new Atom(atom.element(), atom.fa() + f[0], atom.fb() + f[1], atom.fc() + f[2]);
        });
  }

  /** Another origin, atoms wrapped into [0, 1). */
  public TestSlabs shifted(double da, double db, double dc) {
    return each(
        atom ->
            new Atom(
                atom.element(), wrap(atom.fa() + da), wrap(atom.fb() + db), wrap(atom.fc() + dc)));
  }

  /** Another order of atoms. */
  public TestSlabs shuffled(long seed) {
    List<Atom> atoms = new ArrayList<>(structure.atoms());
    Collections.shuffle(atoms, new Random(seed));
    return with(atoms);
  }

  /** c leans by u a + v b; the atoms stay where they are. */
  public TestSlabs tilted(double u, double v) {
    double[][] rows = structure.lattice().rows();
    for (int x = 0; x < 3; x++) {
      rows[2][x] += u * rows[0][x] + v * rows[1][x];
    }
    List<Atom> atoms =
        structure.atoms().stream()
            .map(a -> new Atom(a.element(), a.fa() - u * a.fc(), a.fb() - v * a.fc(), a.fc()))
            .toList();
    return new TestSlabs(new CrystalStructure(Lattice.of(rows), atoms));
  }

  /** a and b change names: a left-handed cell of a right-handed one. */
  public TestSlabs swapped() {
    double[][] rows = structure.lattice().rows();
    List<Atom> atoms =
        structure.atoms().stream().map(a -> new Atom(a.element(), a.fb(), a.fa(), a.fc())).toList();
    return new TestSlabs(
        new CrystalStructure(Lattice.of(new double[][] {rows[1], rows[0], rows[2]}), atoms));
  }

  /** The cell's axes in another Cartesian frame, turned about (1, 1, 1) by 120 degrees. */
  public TestSlabs turned() {
    double[][] rows = structure.lattice().rows();
    for (int i = 0; i < 3; i++) {
      rows[i] = new double[] {rows[i][2], rows[i][0], rows[i][1]};
    }
    return new TestSlabs(new CrystalStructure(Lattice.of(rows), structure.atoms()));
  }

  /** c becomes longer or shorter; the atoms keep their distances from the middle. */
  public TestSlabs vacuum(double vacuumAngstrom) {
    double old = structure.lattice().heightAngstrom();
    double height = 2 * HEIGHT + vacuumAngstrom;
    double[][] rows = structure.lattice().rows();
    for (int x = 0; x < 3; x++) {
      rows[2][x] *= height / old;
    }
    List<Atom> atoms =
        structure.atoms().stream()
            .map(a -> new Atom(a.element(), a.fa(), a.fb(), 0.5 + (a.fc() - 0.5) * old / height))
            .toList();
    return new TestSlabs(new CrystalStructure(Lattice.of(rows), atoms));
  }

  /** A second layer at a distance (metal to metal, Angstrom), moved by (u, v); the cell grows. */
  public TestSlabs bilayer(double distanceAngstrom, double u, double v) {
    double old = structure.lattice().heightAngstrom();
    double height = old + distanceAngstrom;
    double[][] rows = structure.lattice().rows();
    for (int x = 0; x < 3; x++) {
      rows[2][x] *= height / old;
    }
    List<Atom> atoms = new ArrayList<>();
    for (Atom a : structure.atoms()) {
      double low = a.fc() * old / height;
      atoms.add(new Atom(a.element(), a.fa(), a.fb(), low));
      atoms.add(new Atom(a.element(), a.fa() + u, a.fb() + v, low + distanceAngstrom / height));
    }
    return new TestSlabs(new CrystalStructure(Lattice.of(rows), atoms));
  }

  private int[] indices(Element element) {
    return IntStream.range(0, structure.atoms().size())
        .filter(i -> structure.atoms().get(i).element() == element)
        .toArray();
  }

  private TestSlabs each(UnaryOperator<Atom> change) {
    return with(structure.atoms().stream().map(change).toList());
  }

  private TestSlabs with(List<Atom> atoms) {
    return new TestSlabs(new CrystalStructure(structure.lattice(), atoms));
  }

  private static double wrap(double f) {
    return f - Math.floor(f);
  }
}
