package io.github.epdi.dataset.vaspruns;

import io.github.epdi.dataset.calculation.EnergyKind;
import io.github.epdi.dataset.calculation.ImportCode;
import io.github.epdi.dataset.calculation.NumberedLines;
import io.github.epdi.dataset.calculation.Remark;
import io.github.epdi.dataset.calculation.UnusableException;
import io.github.epdi.dataset.calculation.Unverified;
import io.github.epdi.grid.hdf5.StoredHdf5;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a vaspout.h5 of VASP 6. From VASP 6.5 on the file tells whether the electrons converged.
 * Before, only an OUTCAR or a vasprun.xml does.
 */
final class VaspoutReader {
  private static final String DYNAMICS = "intermediate/ion_dynamics/";
  private static final String CONVERGED = DYNAMICS + "electronic_step_converged";
  private static final String OSZICAR = DYNAMICS + "oszicar";
  private static final String POTCAR = "input/potcar/content";
  private static final String POSITIONS = "results/positions/";
  private static final String SELECTIVE = POSITIONS + "selective_dynamics_ions";
  private static final String TAGS = DYNAMICS + "energies_tags";

  /** Columns of the table of electronic steps: number, energy, its change, and others. */
  private static final int COLUMNS = 7;

  private final StoredHdf5 file;
  private final Unverified unverified;
  private final List<Remark> remarks = new ArrayList<>();
  private final Set<VaspOutput.Milestone> milestones = EnumSet.noneOf(VaspOutput.Milestone.class);

  private VaspoutReader(StoredHdf5 file, Unverified unverified) {
    this.file = file;
    this.unverified = unverified;
  }

  /**
   * Reads what is needed from a file.
   *
   * @param file the opened file
   * @param unverified whether a file is accepted that does not tell whether electrons converged
   * @throws UnusableException UNVERIFIED or TRUNCATED
   * @throws io.github.epdi.grid.hdf5.DamagedHdf5Exception if it is not as VASP writes it
   */
  static VaspOutput read(StoredHdf5 file, Unverified unverified) throws IOException {
    return new VaspoutReader(file, unverified).read();
  }

  private VaspOutput read() throws IOException {
    if (!file.holds(POSITIONS + "position_ions") || !file.holds(DYNAMICS + "energies")) {
      throw UnusableException.of(
          ImportCode.TRUNCATED,
          "a whole " + VaspRuns.VASPOUT,
          "one without final positions or energies: the run was killed, or goes on");
    }
    milestones.add(VaspOutput.Milestone.FINISHED);
    VaspoutSettings settings = VaspoutSettings.read(file);
    int[] counts =
        Arrays.stream(file.data(POSITIONS + "number_ion_types").numbers())
            .mapToInt(n -> (int) n)
            .toArray();
    int atoms = Arrays.stream(counts).sum();
    OutcarHeader potcar = potcar();
    settings.cutoff(potcar);
    double[] electronic = electronic();
    judgeElectrons();
    VaspStep last = step(atoms, electronic);
    return new VaspOutput(
        VaspRuns.VASPOUT,
        settings.version(),
        atoms,
        settings.parameters(),
        species(potcar.species(), counts),
        potcar.exchange(),
        settings.mesh(),
        milestones,
        judgeIons(last, settings.parameters()),
        forceField(settings.parameters()),
        null,
        remarks);
  }

  /** Reads the POTCARs, which are stored as one text. */
  private OutcarHeader potcar() throws IOException {
    if (!file.holds(POTCAR)) {
      return new OutcarHeader();
    }
    String text = String.join("\n", file.data(POTCAR).words());
    return OutcarReader.potcar(
        new NumberedLines(VaspRuns.VASPOUT, new BufferedReader(new StringReader(text))));
  }

  private static List<PotcarSpecies> species(List<PotcarSpecies> potcars, int[] counts) {
    if (potcars.size() != counts.length) {
      return List.of();
    }
    List<PotcarSpecies> species = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      PotcarSpecies one = potcars.get(i);
      species.add(new PotcarSpecies(one.title(), one.origin(), one.valence(), counts[i]));
    }
    return species;
  }

  /** Returns the last row of the table of electronic steps. It is empty before VASP 6.5. */
  private double[] electronic() throws IOException {
    double[] all = file.holds(OSZICAR) ? file.data(OSZICAR).numbers() : new double[0];
    return all.length < COLUMNS
        ? new double[0]
        : Arrays.copyOfRange(all, all.length - COLUMNS, all.length);
  }

  private void judgeElectrons() throws IOException {
    double[] stated = file.holds(CONVERGED) ? file.data(CONVERGED).numbers() : new double[0];
    if (stated.length > 0) {
      if (stated[stated.length - 1] == 0) { // it counts what is left to converge
        milestones.add(VaspOutput.Milestone.ELECTRONS_CONVERGED);
      }
    } else if (unverified == Unverified.REJECT) {
      throw UnusableException.of(
          ImportCode.UNVERIFIED,
          "an output that says whether electrons converged (OUTCAR, vasprun.xml)",
          "a "
              + VaspRuns.VASPOUT
              + " of a VASP before 6.5 alone (--trust-oszicar takes its energy all the same)");
    } else {
      milestones.add(VaspOutput.Milestone.ELECTRONS_CONVERGED);
      remarks.add(
          new Remark(
              "energy_of_vaspout",
              "the energy is that of a " + VaspRuns.VASPOUT + ", which does not show convergence"));
    }
  }

  private VaspStep step(int atoms, double[] electronic) throws IOException {
    String[] tags = file.data(TAGS).words();
    double[] all = file.data(DYNAMICS + "energies").numbers();
    Map<EnergyKind, Double> energies = new EnumMap<>(EnergyKind.class);
    for (int i = 0; i < tags.length && all.length >= tags.length; i++) {
      double value = all[all.length - tags.length + i];
      if (!Double.isFinite(value)) {
        throw UnusableException.of(
            ImportCode.BAD_FILE, "energies in " + VaspRuns.VASPOUT, Double.toString(value));
      }
      if (tags[i].startsWith("free energy")) {
        energies.put(EnergyKind.FREE, value);
      } else if (tags[i].contains("sigma->0")) {
        energies.put(EnergyKind.SIGMA0, value);
      }
    }
    boolean several = electronic.length > 0 && electronic[0] > 1;
    return new VaspStep(
        energies,
        VaspRuns.VASPOUT + ", " + DYNAMICS + "energies",
        cartesian(atoms),
        rows(DYNAMICS + "forces", atoms),
        electronic.length == 0 ? 0 : (int) electronic[0],
        several ? Double.valueOf(Math.abs(electronic[2])) : null);
  }

  /** Returns the last rows of three numbers of a table, or none if it has too few. */
  private List<double[]> rows(String path, int count) throws IOException {
    double[] all = file.holds(path) ? file.data(path).numbers() : new double[0];
    List<double[]> rows = new ArrayList<>();
    for (int i = all.length - 3 * count; i >= 0 && i < all.length; i += 3) {
      rows.add(new double[] {all[i], all[i + 1], all[i + 2]});
    }
    return rows;
  }

  private List<double[]> cartesian(int atoms) throws IOException {
    List<double[]> basis = rows(DYNAMICS + "lattice_vectors", 3);
    String scaled = DYNAMICS + "scale";
    double scale = file.holds(scaled) ? file.data(scaled).number() : 1;
    List<double[]> found = new ArrayList<>();
    for (double[] f : rows(DYNAMICS + "position_ions", atoms)) {
      double[] r = new double[3];
      for (int x = 0; x < 3; x++) {
        r[x] = scale * (f[0] * basis.get(0)[x] + f[1] * basis.get(1)[x] + f[2] * basis.get(2)[x]);
      }
      found.add(r);
    }
    return found;
  }

  private VaspStep judgeIons(VaspStep last, Map<String, String> parameters) throws IOException {
    int kinds = file.data(TAGS).words().length;
    double[] all = file.data(DYNAMICS + "energies").numbers();
    int steps = kinds == 0 ? 0 : all.length / kinds;
    double change =
        steps > 1 ? Math.abs(all[(steps - 1) * kinds] - all[(steps - 2) * kinds]) : Double.NaN;
    List<boolean[]> free = new ArrayList<>();
    for (double[] one : rows(SELECTIVE, last.forces().size())) {
      free.add(new boolean[] {one[0] != 0, one[1] != 0, one[2] != 0});
    }
    if (new IonicCriterion(steps, change, last.forces(), free).isMet(parameters)) {
      milestones.add(VaspOutput.Milestone.IONS_CONVERGED);
    }
    return last;
  }

  /**
   * Assumes a force field's step if one was switched on, because this file does not distinguish its
   * steps from those of electrons.
   */
  private static ForceFieldSteps forceField(Map<String, String> parameters) {
    return parameters.getOrDefault("ML_LMLFF", "F").startsWith("T")
        ? new ForceFieldSteps(true, true, List.of())
        : ForceFieldSteps.NONE;
  }
}
