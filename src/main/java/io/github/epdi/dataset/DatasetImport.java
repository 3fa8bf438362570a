package io.github.epdi.dataset;

import io.github.epdi.dataset.calculation.Calculation;
import io.github.epdi.dataset.calculation.ImportCode;
import io.github.epdi.dataset.calculation.RunFolder;
import io.github.epdi.dataset.calculation.SourceFiles;
import io.github.epdi.dataset.calculation.UnusableException;
import io.github.epdi.dataset.cp2kruns.Cp2kRuns;
import io.github.epdi.dataset.vaspruns.VaspRuns;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.InputException;
import io.github.epdi.tables.dataset.LabelRow;
import io.github.epdi.tables.dataset.NebRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * Makes a training table and reference curves from a user's own calculations. Whatever cannot be
 * used becomes a reject with its reason. Nothing is guessed.
 */
public final class DatasetImport {
  private final SparkSession spark;
  private final DatasetRequest request;
  private final SourceFiles files;
  private final VaspRuns vasp;
  private final Cp2kRuns cp2k;
  private final SlabReader slabReader;
  private final ImportRejects rejects = new ImportRejects();
  private final List<LabelRow> labels = new ArrayList<>();
  private final List<NebRow> neb = new ArrayList<>();

  /** Prepares an import that reads from a session's file systems. */
  public DatasetImport(SparkSession spark, DatasetRequest request) {
    this.spark = spark;
    this.request = request;
    this.files = new SourceFiles(spark.sparkContext().hadoopConfiguration());
    this.vasp = new VaspRuns(files, request.energy(), request.unverified(), request.limits());
    this.cp2k = new Cp2kRuns(files, request.limits());
    this.slabReader =
        new SlabReader(files, request.side(), request.conventions(), request.relaxationAngstrom());
  }

  /**
   * Reads everything that was requested.
   *
   * @throws InputException if a root, the table or the reference cannot be used
   * @throws IOException if storage fails
   */
  public ImportedDataset run() throws IOException {
    if (!request.roots().isEmpty()) {
      importRuns();
    }
    if (request.table() != null) {
      List<Label> table =
          new LabelTable(spark).read(request.table().uri(), request.table().target());
      labels.addAll(new TableLabels(request.table(), slabReader, files, rejects).rows(table));
    }
    List<LabelRow> kept = OddLabels.flagged(withoutDuplicates());
    DatasetTheory theory = DatasetTheory.of(kept, neb);
    return new ImportedDataset(kept, neb, rejects.rows(), theory.theory(), theory.warnings());
  }

  private void importRuns() throws IOException {
    Element ion = request.ion().element();
    IonReference reference = IonReference.of(request.ion(), files, vasp, cp2k);
    IonLabels rows = new IonLabels(ion, reference, request.labelKind());
    RunList suggested = RunList.empty();
    RunCandidates found = candidates(ion, suggested);
    ListedSlabs listed = new ListedSlabs(suggested, found, files);
    requireNames(found.slabs());
    SlabChooser slabs = new SlabChooser(found.slabs(), ion, listed);
    for (RunCandidates.IonRun run : found.runs()) {
      String[] material = new String[1];
      try {
        BareSlab slab = slabs.of(run.folder(), run.structure());
        material[0] = slab.materialId();
        IonPlace place = slab.surface().place(run.structure(), ion);
        Calculation calculation = run.run().read();
        labels.add(
            rows.row(slab, calculation, place, slab.surface().site(place), IonLabels.Origin.RUN));
      } catch (UnusableException e) {
        rejects.add(run.uri(), material[0], e);
      }
    }
    importBands(found.bands(), slabs, rows);
  }

  private RunCandidates candidates(Element ion, RunList suggested) throws IOException {
    RunCandidates found = new RunCandidates(files, vasp, cp2k, slabReader, ion, rejects);
    if (request.slab() != null) {
      found.addNamed(request.slab());
      if (found.slabs().isEmpty()) {
        throw new InputException(
            "Cannot use --slab "
                + request.slab().folder()
                + ": expected a calculation of a bare slab with a potential grid, found none");
      }
    }
    Set<String> seen = new HashSet<>();
    for (String root : request.roots()) {
      Path path = new Path(root);
      RunFolder folder = RunFolder.read(files.system(path), path);
      if (!seen.add(folder.uri())) {
        throw new InputException("Cannot import " + root + " twice");
      }
      if (request.slab() == null) {
        suggested.addAll(folder, files);
      }
      found.addAll(folder, request.slab(), suggested);
    }
    return found;
  }

  private static void requireNames(List<BareSlab> slabs) {
    Map<String, String> names = new LinkedHashMap<>();
    for (BareSlab slab : slabs) {
      String other = names.put(slab.materialId(), slab.folder().uri());
      if (other != null) {
        throw new InputException(
            "Cannot name materials by their folders: expected one slab "
                + slab.materialId()
                + ", found "
                + other
                + " and "
                + slab.folder().uri()
                + " (import the folder above both)");
      }
    }
  }

  private void importBands(List<RunFolder> bands, SlabChooser slabs, IonLabels rows)
      throws IOException {
    NebRows made = new NebRows(rows);
    for (RunFolder folder : bands) {
      String material = null;
      try {
        NebBand band = NebBand.read(folder, vasp, slabs, request.ion().element());
        material = band.slab().materialId();
        List<NebRow> curve = made.curve(band);
        labels.addAll(made.labels(band));
        neb.addAll(curve);
      } catch (UnusableException e) {
        rejects.add(folder.uri(), material, e);
      }
    }
  }

  /**
   * Keeps the first label of each site, sorted by material and site. Later ones become rejects,
   * except those of bands, whose curve contains them anyway.
   */
  private List<LabelRow> withoutDuplicates() {
    Map<String, LabelRow> first = new LinkedHashMap<>();
    for (LabelRow row : labels) {
      LabelRow other = first.putIfAbsent(row.materialId() + "\n" + row.siteId(), row);
      if (other != null && !row.energy().origin().startsWith("neb")) {
        rejects.add(
            row.source().sourceUri(),
            row.materialId(),
            UnusableException.of(
                ImportCode.DUPLICATE,
                "one label for site " + row.siteId(),
                "that of " + other.source().sourceUri() + " before it"));
      }
    }
    return first.values().stream()
        .sorted(Comparator.comparing(LabelRow::materialId).thenComparing(LabelRow::siteId))
        .toList();
  }
}
