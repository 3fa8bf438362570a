package io.github.epdi.cli;

import io.github.epdi.cli.shell.ExitCodes;
import io.github.epdi.cli.shell.OutputFolder;
import io.github.epdi.cli.shell.OwnSession;
import io.github.epdi.cli.shell.Terminal;
import io.github.epdi.dataset.DatasetImport;
import io.github.epdi.dataset.DatasetRequest;
import io.github.epdi.dataset.DatasetRequest.SlabChoice;
import io.github.epdi.dataset.DatasetWriter;
import io.github.epdi.dataset.ImportedDataset;
import io.github.epdi.dataset.LevelOfTheoryFile;
import io.github.epdi.dataset.calculation.EnergyKind;
import io.github.epdi.dataset.calculation.ScfLimits;
import io.github.epdi.dataset.calculation.Unverified;
import io.github.epdi.structure.InputException;
import io.github.epdi.structure.Side;
import io.github.epdi.tables.dataset.ImportRejectRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a training data set from a user's own calculations. */
@Command(
    name = "dataset",
    description = "Makes a training data set of your own VASP or CP2K calculations.",
    footer = {
      "",
      "Folders are looked through to the bottom. A bare slab is a folder with LOCPOT, CONTCAR and",
      "OUTCAR or vasprun.xml (CP2K: NAME.out, NAME.inp and a cube named ...hartree...); a run is a"
          + " folder with",
      "CONTCAR and OUTCAR (NAME.out, NAME.inp) of a slab and one ion, of the slab that shares most",
      "of its path; a folder with 00, 01, ... is a band (NEB). What cannot be used goes to the"
          + " table",
      "rejects, with the reason. The energy is that of the last ionic step, energy(sigma->0) of"
          + " VASP",
      "unless --energy says otherwise. Cell and frame must be the slab's: nothing is moved.",
      "",
      "Exit code 0 with rejects or without, 2 if nothing could be imported.",
      "Example: epdi dataset runs --ion-energy-ev -0.3 --ion-reference 'isolated atom' --out data",
      "Example: epdi dataset runs --ion-run bulk/Li --ion-reference bcc --out data",
      "Example: epdi dataset --labels labels.csv --grids grids --out data"
    },
    mixinStandardHelpOptions = true)
final class DatasetCommand implements Callable<Integer> {
  private static final int REASONS_SHOWN = 5;

  @Spec private CommandSpec spec;

  @Parameters(arity = "0..*", paramLabel = "DIR", description = "Folders of calculations.")
  private List<String> roots = new ArrayList<>();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The data set: a new folder, local or by URI.")
  private String out;

  @Mixin private IonOptions ion;

  @Option(
      names = "--energy",
      defaultValue = "SIGMA0",
      description =
          "VASP's energy: sigma0 (energy(sigma->0)) or free (free energy TOTEN); default sigma0.")
  private EnergyKind energy;

  @Option(
      names = "--side",
      defaultValue = "TOP",
      description = "Side that the ions are on: top, bottom (default: top).")
  private Side side;

  @Option(
      names = "--slab",
      paramLabel = "DIR",
      description = "The bare slab of all runs; without it each run's own is found.")
  private String slab;

  @Option(
      names = "--grid",
      paramLabel = "FILE",
      description = "Potential grid of --slab, if it is not in that folder.")
  private String grid;

  @Option(
      names = "--material",
      paramLabel = "NAME",
      description = "Name of --slab's material (default: its folder's).")
  private String material;

  @Option(
      names = "--relaxation",
      defaultValue = "0.6",
      paramLabel = "ANGSTROM",
      description = "How far an atom of the slab may move under an ion (default: 0.6).")
  private double relaxationAngstrom;

  @Option(
      names = "--max-scf-change",
      defaultValue = "0.05",
      paramLabel = "EV",
      description =
          "How far the last SCF step may move a total energy; beyond, the calculation is"
              + " UNCONVERGED (default: 0.05 eV).")
  private double mostScfChangeEv;

  @Option(
      names = "--remark-scf-change",
      defaultValue = "0.002",
      paramLabel = "EV",
      description = "A larger last change is a flag of the label (default: 0.002 eV).")
  private double remarkedScfChangeEv;

  @Option(
      names = "--trust-oszicar",
      description = "Take energies of OSZICARs without an OUTCAR, unverified.")
  private boolean trustOszicar;

  @Option(
      names = "--label-kind",
      paramLabel = "TEXT",
      description = "How the geometries were made, in your words; otherwise as the outputs show.")
  private String labelKind;

  @Mixin private LabelTableOptions table;

  @Mixin private PotentialOptions potential;

  @Override
  public Integer call() throws IOException {
    org.apache.hadoop.fs.Path folder = new org.apache.hadoop.fs.Path(OutputFolder.location(out));
    DatasetRequest request = request();
    try (OwnSession session = OwnSession.open("epdi dataset")) {
      SparkSession spark = session.spark();
      DatasetWriter writer = new DatasetWriter(spark);
      writer.requireFree(folder);
      ImportedDataset dataset = new DatasetImport(spark, request).run();
      if (dataset.isEmpty()) {
        throw new InputException(nothing(dataset));
      }
      writer.write(dataset, folder);
      print(dataset);
    }
    return ExitCodes.DONE;
  }

  private DatasetRequest request() throws IOException {
    if (slab == null && (grid != null || material != null)) {
      throw new InputException(
          "Cannot use --grid or --material: expected --slab DIR that they are of, found none");
    }
    return new DatasetRequest(
        roots.stream().map(OutputFolder::location).toList(),
        slab == null
            ? null
            : new SlabChoice(
                OutputFolder.location(slab),
                grid == null ? null : OutputFolder.location(grid),
                material),
        table.source(),
        ion.ion(),
        side,
        energy,
        trustOszicar ? Unverified.TRUST : Unverified.REJECT,
        relaxationAngstrom,
        potential.conventions(),
        labelKind,
        new ScfLimits(remarkedScfChangeEv, mostScfChangeEv));
  }

  private static String nothing(ImportedDataset dataset) {
    if (dataset.rejects().isEmpty()) {
      return "Cannot make a data set: expected calculations (LOCPOT, CONTCAR, OUTCAR; NAME.out and"
          + " NAME.inp of CP2K), found none";
    }
    String reasons =
        dataset.rejects().stream()
            .limit(REASONS_SHOWN)
            .map(row -> row.sourceUri() + ": " + row.code() + ", " + row.reason())
            .collect(Collectors.joining("; "));
    int more = dataset.rejects().size() - REASONS_SHOWN;
    return "Cannot make a data set: nothing could be imported: "
        + reasons
        + (more > 0 ? "; and " + more + " more" : "");
  }

  private void print(ImportedDataset dataset) {
    var console = spec.commandLine().getOut();
    console.println(
        count(dataset.labels().size(), "label")
            + " of "
            + count(dataset.materials(), "material")
            + ", "
            + count(dataset.paths(), "NEB path")
            + ", "
            + count(dataset.rejects().size(), "reject"));
    dataset.rejectCounts().forEach((code, n) -> console.println("  " + code + " " + n));
    for (ImportRejectRow row : dataset.rejects().stream().limit(REASONS_SHOWN).toList()) {
      console.println(Terminal.plain("  " + row.sourceUri() + ": " + row.reason()));
    }
    if (dataset.rejects().size() > REASONS_SHOWN) {
      console.println("  ... all of them: the table " + out + "/rejects");
    }
    printRemarks(dataset);
    TrainingPrinter.offTheLine(console, dataset.offTheLineEv());
    dataset.warnings().forEach(line -> console.println(Terminal.plain(line)));
    if (!dataset.labels().isEmpty()) {
      console.println("Next: epdi train " + training());
    }
    if (dataset.paths() > 0) {
      console.println("Then: epdi compare --dataset " + out + " --bundle my-bundle");
    }
    console.flush();
  }

  private void printRemarks(ImportedDataset dataset) {
    var console = spec.commandLine().getOut();
    dataset.flagCounts().forEach((flag, n) -> console.println("  flag " + flag + " " + n));
    List<String> remarks = dataset.remarks();
    remarks.stream()
        .limit(REASONS_SHOWN)
        .forEach(remark -> console.println(Terminal.plain("  " + remark)));
    if (remarks.size() > REASONS_SHOWN) {
      console.println("  ... all of them: column remarks of the table " + out + "/labels");
    }
  }

  private static String count(int n, String what) {
    return n + " " + what + (n == 1 ? "" : "s");
  }

  private String training() {
    return "--labels "
        + out
        + "/labels --level-of-theory "
        + out
        + "/"
        + LevelOfTheoryFile.NAME
        + (side == Side.TOP ? "" : " --side bottom")
        + " --out my-bundle";
  }
}
