package io.github.epdi.dataset.vasp;

import io.github.epdi.dataset.calculation.Calculation;
import io.github.epdi.dataset.calculation.CellDistance;
import io.github.epdi.dataset.calculation.EnergyKind;
import io.github.epdi.dataset.calculation.ImportCode;
import io.github.epdi.dataset.calculation.RunFolder;
import io.github.epdi.dataset.calculation.SourceFiles;
import io.github.epdi.dataset.calculation.UnusableException;
import io.github.epdi.dataset.calculation.Unverified;
import io.github.epdi.grid.VaspStructures;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.RejectException;
import io.github.epdi.tables.dataset.SourceFileValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.fs.FileStatus;

/** Reads folders of VASP: structure from CONTCAR, energy and all else from OUTCAR, or OSZICAR. */
public final class VaspRuns {
  public static final String OUTCAR = "OUTCAR";
  public static final String OSZICAR = "OSZICAR";
  public static final String CONTCAR = "CONTCAR";
  public static final String POSCAR = "POSCAR";
  public static final String LOCPOT = "LOCPOT";

  /** An OSZICAR has eight digits: of a thousand eV, 1e-5. */
  private static final double SAME_ENERGY_EV = 1e-3;

  private static final double SAME_POSITION_ANGSTROM = 0.1;

  private final SourceFiles files;
  private final EnergyKind kind;
  private final Unverified unverified;

  public VaspRuns(SourceFiles files, EnergyKind kind, Unverified unverified) {
    this.files = files;
    this.kind = kind;
    this.unverified = unverified;
  }

  /** Whether a folder has any file that a calculation leaves. */
  public static boolean isRun(RunFolder folder) {
    return folder.file(OUTCAR) != null
        || folder.file(OSZICAR) != null
        || folder.file(CONTCAR) != null;
  }

  /**
   * The final structure of a folder.
   *
   * @throws UnusableException MISSING_FILE or BAD_FILE
   */
  public CrystalStructure structure(RunFolder folder, String name) throws IOException {
    FileStatus file = folder.file(name);
    if (file == null) {
      String other = folder.file(POSCAR) == null ? "" : " (a POSCAR is where it began)";
      throw UnusableException.of(ImportCode.MISSING_FILE, "a " + name, "none" + other);
    }
    if (file.getLen() == 0) {
      throw UnusableException.of(
          ImportCode.MISSING_FILE,
          "a " + name + " with a structure",
          "an empty file: the run was killed before its first step ended");
    }
    try (InputStream text = files.open(file)) {
      return VaspStructures.read(text);
    } catch (RejectException e) {
      throw new UnusableException(
          ImportCode.BAD_FILE, "Cannot import it: " + name + ": " + e.getMessage());
    }
  }

  /** A calculation with its final structure. */
  public Calculation read(RunFolder folder) throws IOException {
    return read(folder, CONTCAR);
  }

  /**
   * A calculation.
   *
   * @param structureName CONTCAR, or POSCAR for the end of a band, which VASP does not move
   * @throws UnusableException if it cannot be used
   */
  public Calculation read(RunFolder folder, String structureName) throws IOException {
    CrystalStructure structure = structure(folder, structureName);
    FileStatus file = folder.file(OUTCAR);
    if (file == null) {
      return ofOszicar(folder, structureName, structure);
    }
    Outcar outcar;
    try (BufferedReader lines = files.lines(file)) {
      outcar = OutcarReader.read(lines);
    }
    outcar.requireConverged();
    if (outcar.atoms() != structure.atoms().size()) {
      throw UnusableException.of(
          ImportCode.MIXED_RUN,
          "as many atoms in OUTCAR and " + structureName,
          outcar.atoms() + " and " + structure.atoms().size());
    }
    checkPositions(structure, outcar, structureName);
    double energy = energy(outcar);
    checkOszicar(folder, energy);
    return new Calculation(
        folder.uri(),
        structure,
        energy,
        kind.label(),
        outcar.forces().size() == outcar.atoms() ? outcar.forces() : List.of(),
        outcar.elapsedSeconds(),
        VaspTheory.of(outcar),
        outcar.relaxes() ? "relaxed" : "single point",
        sources(folder, structureName),
        List.of());
  }

  private double energy(Outcar outcar) {
    Double energy = outcar.energiesEv().get(kind);
    if (energy == null) {
      throw UnusableException.of(
          ImportCode.BAD_FILE, "energy " + kind.label() + " in the OUTCAR's last step", "none");
    }
    return energy;
  }

  private Calculation ofOszicar(RunFolder folder, String structureName, CrystalStructure structure)
      throws IOException {
    FileStatus file = folder.file(OSZICAR);
    if (file == null) {
      throw UnusableException.of(ImportCode.MISSING_FILE, "an OUTCAR", "none");
    }
    if (unverified == Unverified.REJECT) {
      throw UnusableException.of(
          ImportCode.UNVERIFIED,
          "an OUTCAR, which shows convergence and level of theory",
          "an OSZICAR alone (--trust-oszicar takes its energy all the same)");
    }
    try (BufferedReader lines = files.lines(file)) {
      return new Calculation(
          folder.uri(),
          structure,
          Oszicar.read(lines).get(kind),
          kind.label(),
          List.of(),
          null,
          null,
          null,
          sources(folder, structureName),
          List.of("energy_of_oszicar"));
    }
  }

  private List<SourceFileValue> sources(RunFolder folder, String structureName) throws IOException {
    List<SourceFileValue> sources = new ArrayList<>();
    for (String name : List.of(structureName, OUTCAR, OSZICAR)) {
      FileStatus file = folder.file(name);
      if (file != null) {
        sources.add(files.source(name.toLowerCase(Locale.ROOT), file));
      }
    }
    return sources;
  }

  private void checkOszicar(RunFolder folder, double energyEv) throws IOException {
    FileStatus file = folder.file(OSZICAR);
    if (file == null) {
      return;
    }
    try (BufferedReader lines = files.lines(file)) {
      Map<EnergyKind, Double> energies = Oszicar.read(lines);
      if (!(Math.abs(energies.get(kind) - energyEv) < SAME_ENERGY_EV)) {
        throw UnusableException.of(
            ImportCode.MIXED_RUN,
            "the same energy in OUTCAR and OSZICAR",
            String.format(Locale.ROOT, "%.6f and %.6f eV", energyEv, energies.get(kind)));
      }
    }
  }

  private static void checkPositions(
      CrystalStructure structure, Outcar outcar, String structureName) {
    if (outcar.positions().size() != structure.atoms().size()) {
      return; // forces are not printed with NWRITE = 0
    }
    List<double[]> expected = structure.cartesianPositions();
    for (int i = 0; i < expected.size(); i++) {
      double moved =
          CellDistance.angstrom(structure.lattice(), expected.get(i), outcar.positions().get(i));
      if (moved > SAME_POSITION_ANGSTROM) {
        throw UnusableException.of(
            ImportCode.MIXED_RUN,
            "atoms of " + structureName + " where the OUTCAR's last step has them",
            String.format(Locale.ROOT, "atom %d %.2f Angstrom away", i + 1, moved));
      }
    }
  }
}
