package io.github.epdi.grid;

import io.github.epdi.structure.Atom;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Lattice;
import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.RejectException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds atoms that lie outside the box of a grid whose file does not state the cell, and checks
 * that the box can be the cell all the same.
 *
 * <p>If the box is the cell, such an atom was just not wrapped. Its periodic copy in the box then
 * lies on no other atom and in a well of the potential. If the box covers only a part of the cell,
 * or a region around some of the atoms, the grid shows nothing at the copy's place.
 */
final class AtomsOutside {
  /** Tolerance for an atom on a face of the box, in fractions of the box. */
  private static final double ON_THE_FACE = 1e-4;

  /** Two real atoms are never closer than this multiple of the sum of their covalent radii. */
  private static final double NEAREST = 0.6;

  /** Least depth of a well below the vacuum level. Next to a real atom it is far deeper. */
  private static final double SHALLOWEST_WELL_EV = 2;

  /**
   * An atom outside the box.
   *
   * @param number the atom's number in the file, from 1
   * @param atom the atom where the file puts it
   * @param wrapped fractions of its copy in the box, counted from the grid's first point
   */
  @SuppressWarnings("ArrayRecordComponent") // private, never compared
  private record Outside(int number, Atom atom, double[] wrapped) {}

  private final CrystalStructure structure;
  private final GridOrigin origin;
  private final List<Outside> outside = new ArrayList<>();

  private AtomsOutside(CrystalStructure structure, GridOrigin origin) {
    this.structure = structure;
    this.origin = origin;
  }

  /** Returns the atoms outside the file's box. There are none where the file states the cell. */
  static AtomsOutside of(FileHeader file) {
    AtomsOutside found = new AtomsOutside(file.structure(), file.origin());
    if (!file.cellIsStated()) {
      found.search();
    }
    return found;
  }

  private void search() {
    for (int i = 0; i < structure.atoms().size(); i++) {
      Atom atom = structure.atoms().get(i);
      double[] f = {atom.fa() - origin.fa(), atom.fb() - origin.fb(), atom.fc() - origin.fc()};
      boolean inside = true;
      for (int x = 0; x < 3; x++) {
        inside &= f[x] > -ON_THE_FACE && f[x] < 1 + ON_THE_FACE;
        f[x] -= Math.floor(f[x]);
      }
      if (!inside) {
        outside.add(new Outside(i + 1, atom, f));
      }
    }
  }

  /** Tells whether plane k of nz is the one nearest to the copy of such an atom. */
  boolean touch(int k, int nz) {
    return outside.stream().anyMatch(o -> nearest(o.wrapped[2], nz) == k);
  }

  /**
   * Checks that no copy lies on another atom of the structure.
   *
   * @throws RejectException CELL_MISMATCH if one does, naming the atom
   */
  void requireApart() {
    for (Outside one : outside) {
      for (int i = 0; i < structure.atoms().size(); i++) {
        Atom other = structure.atoms().get(i);
        double reach =
            NEAREST
                * (one.atom.element().covalentRadiusAngstrom()
                    + other.element().covalentRadiusAngstrom());
        double distance = distance(one.atom, other);
        if (i + 1 != one.number && distance < reach) {
          throw mismatch(
              one,
              String.format(
                  Locale.ROOT,
                  "a copy of it %.2f Angstrom from %s (atom %d)",
                  distance,
                  other.element(),
                  i + 1));
        }
      }
    }
  }

  /**
   * Checks that every copy lies in a well of the potential. Copies whose plane was not kept are not
   * checked.
   *
   * @param grid the potential, eV, with an electron's sign
   * @param vacuumEv vacuum level of a side, eV
   * @throws RejectException CELL_MISMATCH if a copy lies in no well, naming the atom
   */
  void requireWells(PotentialGrid grid, double vacuumEv) {
    for (Outside one : outside) {
      int k = nearest(one.wrapped[2], grid.nz());
      if (grid.holds(k)) {
        int i = nearest(one.wrapped[0], grid.nx());
        int j = nearest(one.wrapped[1], grid.ny());
        double depth = vacuumEv - grid.plane(k)[j * grid.nx() + i];
        if (!(depth >= SHALLOWEST_WELL_EV)) {
          throw mismatch(
              one,
              String.format(
                  Locale.ROOT,
                  "no well where a copy of it would lie in the box (%.2f eV below the vacuum)",
                  depth));
        }
      }
    }
  }

  private static int nearest(double fraction, int points) {
    return Math.floorMod((int) Math.rint(fraction * points), points);
  }

  private double distance(Atom p, Atom q) {
    Lattice lattice = structure.lattice();
    double a = p.fa() - q.fa();
    double b = p.fb() - q.fb();
    double c = p.fc() - q.fc();
    double shortest = Double.POSITIVE_INFINITY;
    for (int i = -1; i <= 1; i++) {
      for (int j = -1; j <= 1; j++) {
        double[] r =
            lattice.cartesian(a - Math.rint(a) + i, b - Math.rint(b) + j, c - Math.rint(c));
        shortest = Math.min(shortest, Math.sqrt(r[0] * r[0] + r[1] * r[1] + r[2] * r[2]));
      }
    }
    return shortest;
  }

  private RejectException mismatch(Outside one, String found) {
    double[] first = structure.lattice().cartesian(origin.fa(), origin.fb(), origin.fc());
    double[] r = structure.lattice().cartesian(one.atom.fa(), one.atom.fb(), one.atom.fc());
    return new RejectException(
        RejectCode.CELL_MISMATCH,
        String.format(
            Locale.ROOT,
            "Cannot use the grid: expected a box that is the cell and holds %s (atom %d) at"
                + " (%.3f, %.3f, %.3f) Angstrom, found a box from (%.3f, %.3f, %.3f) that the"
                + " atom lies outside of, and %s",
            one.atom.element(),
            one.number,
            r[0],
            r[1],
            r[2],
            first[0],
            first[1],
            first[2],
            found));
  }
}
