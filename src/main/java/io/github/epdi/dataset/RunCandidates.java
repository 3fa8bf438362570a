package io.github.epdi.dataset;

import io.github.epdi.dataset.calculation.ImportCode;
import io.github.epdi.dataset.calculation.RunFolder;
import io.github.epdi.dataset.calculation.SourceFiles;
import io.github.epdi.dataset.calculation.UnusableException;
import io.github.epdi.dataset.cp2kruns.Cp2kRuns;
import io.github.epdi.dataset.vaspruns.VaspRuns;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Element;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * Collects what is found in the searched folders: bare slabs with their grids, structures with
 * ions, and bands. A LOCPOT beside a structure with ions is ignored.
 */
final class RunCandidates {
  /**
   * A structure with ions, whose energy is not read yet.
   *
   * @param folder its folder
   * @param uri its folder or output
   * @param structure its final structure
   * @param run reads the whole calculation
   */
  record IonRun(RunFolder folder, String uri, CrystalStructure structure, SlabReader.Run run) {}

  private final SourceFiles files;
  private final VaspRuns vasp;
  private final Cp2kRuns cp2k;
  private final SlabReader slabReader;
  private final Element ion;
  private final ImportRejects rejects;
  private final List<BareSlab> slabs = new ArrayList<>();
  private final List<IonRun> runs = new ArrayList<>();
  private final List<RunFolder> bands = new ArrayList<>();

  RunCandidates(
      SourceFiles files,
      VaspRuns vasp,
      Cp2kRuns cp2k,
      SlabReader slabReader,
      Element ion,
      ImportRejects rejects) {
    this.files = files;
    this.vasp = vasp;
    this.cp2k = cp2k;
    this.slabReader = slabReader;
    this.ion = ion;
    this.rejects = rejects;
  }

  List<BareSlab> slabs() {
    return slabs;
  }

  List<IonRun> runs() {
    return runs;
  }

  List<RunFolder> bands() {
    return bands;
  }

  /** Searches a root. Slabs are only collected if the user named none. */
  void addAll(RunFolder root, DatasetRequest.SlabChoice named, RunList listed) throws IOException {
    for (RunFolder folder : root.all().toList()) {
      if (!folder.images().isEmpty() && (listed.of(folder) == null || isBegun(folder))) {
        bands.add(folder);
      }
      if (VaspRuns.isRun(folder) || folder.file(VaspRuns.LOCPOT) != null) {
        addVasp(folder, folder.file(VaspRuns.LOCPOT), named == null ? folder.id() : null);
      }
      for (FileStatus output : cp2k.outputs(folder)) {
        addCp2k(folder, output, Cp2kRuns.cube(folder), named == null ? folder.id() : null);
      }
    }
  }

  /** Tells whether any image of a band has been calculated. */
  private static boolean isBegun(RunFolder band) {
    return band.images().stream().anyMatch(VaspRuns::isRun);
  }

  /** Adds the slab that the user named. */
  void addNamed(DatasetRequest.SlabChoice named) throws IOException {
    Path path = new Path(named.folder());
    RunFolder folder = RunFolder.read(files.system(path), path);
    String materialId = named.materialId() == null ? folder.name() : named.materialId();
    FileStatus grid = named.grid() == null ? null : files.status(named.grid());
    if (VaspRuns.isRun(folder)) {
      addVasp(folder, grid == null ? folder.file(VaspRuns.LOCPOT) : grid, materialId);
    } else {
      for (FileStatus output : bareOutputs(folder, grid)) {
        addCp2k(folder, output, grid == null ? Cp2kRuns.cube(folder) : grid, materialId);
      }
    }
  }

  /** Returns the outputs of bare slabs. Of several, those that the grid is named after count. */
  private List<FileStatus> bareOutputs(RunFolder folder, FileStatus grid) throws IOException {
    List<FileStatus> bare = new ArrayList<>();
    for (FileStatus output : cp2k.outputs(folder)) {
      if (isBare(folder, output)) {
        bare.add(output);
      }
    }
    List<FileStatus> named =
        grid == null
            ? List.of()
            : bare.stream()
                .filter(output -> grid.getPath().getName().startsWith(Cp2kRuns.stem(output)))
                .toList();
    return bare.size() > 1 && named.size() == 1 ? named : bare;
  }

  private boolean isBare(RunFolder folder, FileStatus output) throws IOException {
    try {
      return count(cp2k.structure(folder, output)) == 0;
    } catch (UnusableException e) {
      return false; // it becomes a reject when the roots are searched
    }
  }

  private void addVasp(RunFolder folder, FileStatus grid, String slabId) throws IOException {
    try {
      CrystalStructure structure = vasp.structure(folder, VaspRuns.CONTCAR);
      add(folder, folder.uri(), structure, grid, slabId, () -> vasp.read(folder));
    } catch (UnusableException e) {
      rejected(folder, folder.uri(), grid, slabId, e);
    }
  }

  private void addCp2k(RunFolder folder, FileStatus output, FileStatus grid, String slabId)
      throws IOException {
    String uri = output.getPath().toString();
    try {
      CrystalStructure structure = cp2k.structure(folder, output);
      add(folder, uri, structure, grid, slabId, () -> cp2k.read(folder, output));
    } catch (UnusableException e) {
      rejected(folder, uri, null, slabId, e);
    }
  }

  private void add(
      RunFolder folder,
      String uri,
      CrystalStructure structure,
      FileStatus grid,
      String slabId,
      SlabReader.Run run)
      throws IOException {
    int ions = count(structure);
    if (ions == structure.atoms().size()) {
      return; // a reference of the ion itself
    }
    if (ions > 0) {
      runs.add(new IonRun(folder, uri, structure, run));
    } else if (grid == null) {
      if (slabId != null) {
        rejects.add(
            uri,
            null,
            UnusableException.of(
                ImportCode.NO_ION,
                "a slab with a potential grid (LOCPOT, a cube named ...hartree...), or one with "
                    + ion.symbol(),
                structure.formula() + " without either"));
      }
    } else if (slabId != null) {
      BareSlab slab = slabReader.read(slabId, folder, grid, run);
      if (!slab.isUsable()) {
        rejects.add(uri, slabId, slab.problem());
      }
      slabs.add(slab);
    }
  }

  private void rejected(
      RunFolder folder, String uri, FileStatus grid, String slabId, UnusableException e) {
    boolean isSlab = grid != null && slabId != null;
    rejects.add(uri, isSlab ? slabId : null, e);
    if (isSlab) {
      slabs.add(new BareSlab(slabId, folder, null, null, null, null, e));
    }
  }

  private int count(CrystalStructure structure) {
    return (int) structure.atoms().stream().filter(atom -> atom.element() == ion).count();
  }
}
