package io.github.epdi.dataset;

import io.github.epdi.dataset.calculation.Calculation;
import io.github.epdi.dataset.calculation.ImportCode;
import io.github.epdi.dataset.calculation.Remark;
import io.github.epdi.dataset.calculation.RunFolder;
import io.github.epdi.dataset.calculation.RunTheory;
import io.github.epdi.dataset.calculation.SourceFiles;
import io.github.epdi.dataset.calculation.UnusableException;
import io.github.epdi.dataset.cp2kruns.Cp2kRuns;
import io.github.epdi.dataset.vaspruns.VaspRuns;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.InputException;
import io.github.epdi.tables.dataset.SourceFileValue;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * The energy of one ion from which binding energies are counted.
 *
 * @param energyEv energy of one ion, eV
 * @param description "isolated atom", "bcc", ...
 * @param theory level of theory of the run that it was read from; null if the user gave the energy
 * @param sources the files of that run
 * @param scfLastChangeEv change of that run's energy in its last step, eV; null if not known
 * @param remarks what a user should know about that run
 */
record IonReference(
    double energyEv,
    String description,
    RunTheory theory,
    List<SourceFileValue> sources,
    Double scfLastChangeEv,
    List<Remark> remarks) {
  IonReference {
    sources = List.copyOf(sources);
    remarks = List.copyOf(remarks);
  }

  /**
   * Takes the reference that a user gives, or reads it from a run that has only ions.
   *
   * @throws InputException if the run cannot be used
   */
  static IonReference of(DatasetRequest.Ion stated, SourceFiles files, VaspRuns vasp, Cp2kRuns cp2k)
      throws IOException {
    if (stated.run() == null) {
      return new IonReference(
          stated.energyEv(), stated.reference(), null, List.of(), null, List.of());
    }
    Calculation run;
    try {
      run = run(stated.run(), files, vasp, cp2k);
    } catch (UnusableException e) {
      throw new InputException(
          "Cannot use the reference run " + stated.run() + ": " + e.getMessage(), e);
    }
    int atoms = run.structure().atoms().size();
    Element ion = stated.element();
    if (run.count(ion) != atoms) {
      throw new InputException(
          "Cannot use the reference run "
              + stated.run()
              + ": expected "
              + ion.symbol()
              + " alone, found "
              + run.structure().formula());
    }
    String usual = atoms == 1 ? "isolated atom" : "bulk, one of " + atoms + " atoms";
    return new IonReference(
        run.energyEv() / atoms,
        stated.reference() == null ? usual : stated.reference(),
        run.theory(),
        run.sources(),
        run.energy().lastChangeEv(),
        run.remarks());
  }

  private static Calculation run(String uri, SourceFiles files, VaspRuns vasp, Cp2kRuns cp2k)
      throws IOException {
    Path path = new Path(uri);
    if (!files.system(path).exists(path)) {
      throw UnusableException.of(ImportCode.MISSING_FILE, "a folder or an output", "nothing");
    }
    FileStatus status = files.status(uri);
    boolean isFolder = status.isDirectory();
    RunFolder folder =
        RunFolder.read(files.system(path), isFolder ? path : status.getPath().getParent());
    if (isFolder && VaspRuns.isRun(folder)) {
      boolean moved = folder.file(VaspRuns.CONTCAR) != null;
      return vasp.read(folder, moved ? VaspRuns.CONTCAR : VaspRuns.POSCAR);
    }
    List<FileStatus> outputs = isFolder ? cp2k.outputs(folder) : List.of(status);
    if (outputs.size() != 1 || Cp2kRuns.stem(outputs.get(0)) == null) {
      throw UnusableException.of(
          ImportCode.MISSING_FILE,
          "a folder with an OUTCAR, or one NAME.out of CP2K",
          outputs.size() + " outputs");
    }
    return cp2k.read(folder, outputs.get(0));
  }
}
