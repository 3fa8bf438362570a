package io.github.epdi.structure;

/** Tells whether a map of the plane brings every atom of a slab onto one of its species. */
final class AtomMatcher {
  private final SlabAtoms atoms;
  private final double toleranceAngstrom;

  AtomMatcher(SlabAtoms atoms, double toleranceAngstrom) {
    this.atoms = atoms;
    this.toleranceAngstrom = toleranceAngstrom;
  }

  /**
   * The operation with its translation centred on the atoms' residuals, or null if some atom then
   * lands further than the tolerance from all of its species.
   */
  PlaneOperation centred(PlaneOperation guess) {
    double[] mean = new double[2];
    int n = atoms.size();
    int[] partner = new int[n];
    double[] d = new double[2];
    for (int i = 0; i < n; i++) {
      partner[i] = partner(guess, i, 2 * toleranceAngstrom, d);
      if (partner[i] < 0) {
        return null;
      }
      mean[0] += d[0] / n;
      mean[1] += d[1] / n;
    }
    PlaneOperation centred = guess.moved(-mean[0], -mean[1]);
    for (int i = 0; i < n; i++) {
      residual(centred, i, partner[i], d);
      double dz = atoms.z[i] - atoms.z[partner[i]];
      if (PlaneLattice.dot(d, d) + dz * dz > toleranceAngstrom * toleranceAngstrom) {
        return null;
      }
    }
    return centred;
  }

  private int partner(PlaneOperation operation, int atom, double reach, double[] residual) {
    for (int k = 0; k < atoms.size(); k++) {
      if (atoms.elements[k] == atoms.elements[atom]
          && Math.abs(atoms.z[k] - atoms.z[atom]) <= toleranceAngstrom) {
        residual(operation, atom, k, residual);
        if (PlaneLattice.dot(residual, residual) <= reach * reach) {
          return k;
        }
      }
    }
    return -1;
  }

  /** From atom {@code k}'s image to where the operation brings atom {@code i}. */
  private void residual(PlaneOperation operation, int i, int k, double[] residual) {
    double dx = operation.x(atoms.x[i], atoms.y[i]) - atoms.x[k];
    double dy = operation.y(atoms.x[i], atoms.y[i]) - atoms.y[k];
    PlaneLattice basis = atoms.images.basis();
    double m = Math.rint(basis.u(dx, dy));
    double n = Math.rint(basis.v(dx, dy));
    residual[0] = dx - basis.x(m, n);
    residual[1] = dy - basis.y(m, n);
  }
}
