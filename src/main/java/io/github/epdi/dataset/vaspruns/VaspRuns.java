package io.github.epdi.dataset.vaspruns;

import io.github.epdi.dataset.calculation.Calculation;
import io.github.epdi.dataset.calculation.EnergyKind;
import io.github.epdi.dataset.calculation.ImportCode;
import io.github.epdi.dataset.calculation.NumberedLines;
import io.github.epdi.dataset.calculation.Remark;
import io.github.epdi.dataset.calculation.RunFolder;
import io.github.epdi.dataset.calculation.ScfLimits;
import io.github.epdi.dataset.calculation.SourceFiles;
import io.github.epdi.dataset.calculation.TotalEnergy;
import io.github.epdi.dataset.calculation.UnusableException;
import io.github.epdi.dataset.calculation.Unverified;
import io.github.epdi.grid.VaspStructures;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.RejectException;
import io.github.epdi.tables.dataset.SourceFileValue;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipException;
import org.apache.hadoop.fs.FileStatus;

/**
 * Reads folders of VASP. The structure is taken from CONTCAR, everything else from OUTCAR, or else
 * vasprun.xml, vaspout.h5 or OSZICAR. Those that are not used must belong to the same calculation.
 */
public final class VaspRuns {
  public static final String OUTCAR = "OUTCAR";
  public static final String VASPRUN = "vasprun.xml";
  public static final String VASPOUT = "vaspout.h5";
  public static final String OSZICAR = "OSZICAR";
  public static final String CONTCAR = "CONTCAR";
  public static final String POSCAR = "POSCAR";
  public static final String LOCPOT = "LOCPOT";
  private static final String POTCAR = "POTCAR";

  private final SourceFiles files;
  private final EnergyKind kind;
  private final Unverified unverified;
  private final ScfLimits limits;

  /**
   * Makes a reader.
   *
   * @param files opens the files
   * @param kind which energy is read
   * @param unverified whether an OSZICAR alone is accepted
   * @param limits how much the energy may still change in the last step
   */
  public VaspRuns(SourceFiles files, EnergyKind kind, Unverified unverified, ScfLimits limits) {
    this.files = files;
    this.kind = kind;
    this.unverified = unverified;
    this.limits = limits;
  }

  /** Tells whether a folder has any file that a calculation writes. */
  public static boolean isRun(RunFolder folder) {
    return List.of(OUTCAR, VASPRUN, VASPOUT, OSZICAR, CONTCAR).stream()
        .anyMatch(name -> folder.file(name) != null);
  }

  /**
   * Reads a structure of a folder.
   *
   * @param name CONTCAR, or another file of that format
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
    } catch (ZipException e) {
      throw new UnusableException(
          ImportCode.BAD_FILE,
          "Cannot import it: expected a "
              + name
              + " that can be decompressed, found "
              + e.getMessage());
    }
  }

  /**
   * Reads a calculation with its final structure.
   *
   * @throws UnusableException if it cannot be used
   */
  public Calculation read(RunFolder folder) throws IOException {
    return read(folder, CONTCAR);
  }

  /**
   * Reads a calculation.
   *
   * @param folder the folder
   * @param structureName CONTCAR, or POSCAR for the end of a band, whose atoms VASP does not move
   * @throws UnusableException if it cannot be used
   */
  public Calculation read(RunFolder folder, String structureName) throws IOException {
    CrystalStructure structure = structure(folder, structureName);
    VaspOutput output = output(folder);
    if (output == null) {
      return ofOszicar(folder, structureName, structure);
    }
    output.requireConverged();
    VaspChecks.structure(output, structure, structureName);
    double ev = VaspChecks.energy(output, kind);
    TotalEnergy energy =
        new TotalEnergy(ev, kind.label(), output.last().energyPlace(), lastChange(folder, output));
    checkOszicar(folder, output.file(), ev);
    List<Remark> remarks = new ArrayList<>(limits.remarks(energy));
    remarks.addAll(output.remarks());
    remarks.addAll(compareWithOthers(folder, output.file(), ev));
    if (output.relaxes() && output.forceField().used()) {
      remarks.add(
          new Remark(
              "relaxed_by_force_field",
              "a machine-learned force field took part in the relaxation (ML_LMLFF); the energy is"
                  + " that of the electrons at the final geometry"));
    }
    return new Calculation(
        folder.uri(),
        structure,
        energy,
        output.forces().size() == output.atoms() ? output.forces() : List.of(),
        output.elapsedSeconds(),
        VaspTheory.of(output),
        output.relaxes() ? "relaxed" : "single point",
        sources(folder, structureName),
        remarks);
  }

  /** Reads the OUTCAR, or else another of VASP's outputs. Returns null if there is none. */
  private VaspOutput output(RunFolder folder) throws IOException {
    FileStatus outcar = folder.file(OUTCAR);
    if (outcar == null) {
      VaspOutput vasprun = vasprun(folder);
      return vasprun == null ? vaspout(folder, unverified) : vasprun;
    }
    VaspOutput output;
    try (NumberedLines lines = files.lines(outcar)) {
      output = OutcarReader.read(lines);
    }
    return output.species().isEmpty() ? output.with(species(folder)) : output;
  }

  private VaspOutput vasprun(RunFolder folder) throws IOException {
    FileStatus file = folder.file(VASPRUN);
    if (file == null) {
      return null;
    }
    try (InputStream in = files.open(file)) {
      return VasprunReader.read(in);
    }
  }

  private VaspOutput vaspout(RunFolder folder, Unverified convergence) throws IOException {
    FileStatus file = folder.file(VASPOUT);
    return file == null
        ? null
        : files.hdf5(file, opened -> VaspoutReader.read(opened, convergence));
  }

  /**
   * Returns the species from another file, as the OUTCAR of some versions does not name them. The
   * list is empty if none does.
   */
  private List<PotcarSpecies> species(RunFolder folder) throws IOException {
    VaspOutput vasprun = vasprun(folder);
    FileStatus potcar = folder.file(POTCAR);
    if (vasprun != null || potcar == null) {
      return vasprun == null ? List.of() : vasprun.species();
    }
    try (NumberedLines lines = files.lines(potcar)) {
      return OutcarReader.potcar(lines).species();
    }
  }

  /**
   * Returns the energy's last change as the output prints it, or else the OSZICAR. If neither does,
   * it is the criterion EDIFF that was reached.
   */
  private Double lastChange(RunFolder folder, VaspOutput output) throws IOException {
    if (output.last().lastChangeEv() != null) {
      return output.last().lastChangeEv();
    }
    FileStatus file = folder.file(OSZICAR);
    if (file != null) {
      try (NumberedLines lines = files.lines(file)) {
        Double change = Oszicar.read(lines).lastChangeEv();
        if (change != null) {
          return change;
        }
      }
    }
    String criterion = output.parameters().get("EDIFF");
    return criterion != null && criterion.matches("\\d*\\.?\\d+(?:[EeDd][-+]?\\d+)?")
        ? Double.valueOf(criterion.replaceAll("[dD]", "E"))
        : null;
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
    try (NumberedLines lines = files.lines(file)) {
      Oszicar oszicar = Oszicar.read(lines);
      if (oszicar.predictedLast()) {
        throw UnusableException.of(
            ImportCode.UNVERIFIED,
            "a last step whose electrons were calculated",
            "a step of a force field (ML_LMLFF)");
      }
      TotalEnergy energy =
          new TotalEnergy(
              oszicar.energyEv(kind),
              kind.label(),
              oszicar.place().toString(),
              oszicar.lastChangeEv());
      List<Remark> remarks = new ArrayList<>(limits.remarks(energy));
      remarks.add(
          new Remark(
              "energy_of_oszicar",
              "the energy is that of an OSZICAR, which shows neither convergence nor level of"
                  + " theory"));
      return new Calculation(
          folder.uri(),
          structure,
          energy,
          List.of(),
          null,
          null,
          null,
          sources(folder, structureName),
          remarks);
    }
  }

  private List<SourceFileValue> sources(RunFolder folder, String structureName) throws IOException {
    List<SourceFileValue> sources = new ArrayList<>();
    for (String name : List.of(structureName, OUTCAR, VASPRUN, VASPOUT, OSZICAR)) {
      FileStatus file = folder.file(name);
      if (file != null) {
        String role = name.toLowerCase(Locale.ROOT).replaceFirst("\\..*", "");
        sources.add(files.source(role, file));
      }
    }
    return sources;
  }

  private void checkOszicar(RunFolder folder, String name, double energyEv) throws IOException {
    FileStatus file = folder.file(OSZICAR);
    if (file != null) {
      try (NumberedLines lines = files.lines(file)) {
        VaspChecks.sameEnergy(name, energyEv, OSZICAR, Oszicar.read(lines).energyEv(kind));
      }
    }
  }

  /** Reads another of VASP's outputs. Returns null if it is not there. */
  private interface Other {
    VaspOutput read() throws IOException;
  }

  /** Compares the energies of the other outputs. Those that cannot be read give remarks. */
  private List<Remark> compareWithOthers(RunFolder folder, String name, double energyEv)
      throws IOException {
    List<Remark> remarks = new ArrayList<>();
    if (!name.equals(VASPRUN)) {
      compare(name, energyEv, VASPRUN, () -> vasprun(folder), remarks);
    }
    if (!name.equals(VASPOUT)) {
      compare(name, energyEv, VASPOUT, () -> vaspout(folder, Unverified.TRUST), remarks);
    }
    return remarks;
  }

  private void compare(
      String name, double energyEv, String otherName, Other other, List<Remark> remarks)
      throws IOException {
    VaspOutput found;
    try {
      found = other.read();
    } catch (UnusableException e) {
      String flag = otherName.replaceFirst("\\..*", "") + "_not_compared";
      remarks.add(new Remark(flag, otherName + " beside it: " + e.getMessage()));
      return;
    }
    if (found != null) {
      VaspChecks.sameEnergy(name, energyEv, otherName, found.energiesEv().get(kind));
    }
  }
}
