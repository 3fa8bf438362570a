package io.github.epdi.screening.campaign;

import io.github.epdi.structure.InputException;
import io.github.epdi.theory.TheoryPart;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Every key of a campaign. The parser, its messages and the documentation are all made from this
 * one table.
 */
public enum CampaignKey {
  NAME(
      "name",
      ValueType.text(
          "letters, digits, `.`, `_`, `-`, at most 100", "[A-Za-z0-9][A-Za-z0-9._-]{0,99}"),
      null,
      Effect.PLACE,
      "Name of the campaign; part of the run id."),
  INPUTS(
      "inputs",
      ValueType.texts(),
      null,
      Effect.PLACE,
      "Potential grids: paths or globs (`*`, `?`, `[a-c]`, `{a,b}`). This or `manifest`."),
  INPUT_TABLE(
      "manifest",
      ValueType.text("a path", ".+"),
      null,
      Effect.PLACE,
      "The input table, CSV (with header) or Parquet: `uri` (relative to the table's folder) and,"
          + " optionally, `material_id`, `unit`, `sign`, `xc`, `levels_uri` or"
          + " `electron_affinity_ev` and `work_function_ev`. This or `inputs`."),
  OUTPUT(
      "output",
      ValueType.text("a path", ".+"),
      null,
      Effect.PLACE,
      "Folder of the tables; may hold many runs. Made when absent."),
  MODEL_BUNDLE(
      "model.bundle",
      ValueType.text("a path", ".+"),
      null,
      Effect.PLACE,
      "Folder of the model bundle."),
  MODEL_DEVICE(
      "model.device",
      ValueType.choice("cpu", "gpu", "auto"),
      "cpu",
      Effect.VALUES,
      "Where the network runs. `gpu` is an error where there is none; `auto` is decided once for"
          + " the whole run, and results on `gpu` are other results than those on `cpu`."),
  MODEL_PRECISION(
      "model.precision",
      ValueType.choice("float32", "bfloat16", "float16"),
      "float32",
      Effect.VALUES,
      "Numbers that the network computes in; `bfloat16` needs a processor with it (`jobs/epdi doctor`"
          + " says what it is worth there) and changed the demo's energies by at most 0.0025 eV;"
          + " `float16` is for graphics processors."),
  MODEL_BATCH_SIZE(
      "model.batch_size",
      ValueType.whole(1, 512),
      null,
      Effect.VALUES,
      "Images of one forward pass; the last pass is filled up. Without it what is fastest on a"
          + " processor (32 of 32 pixels, 16 of 64, 8 of 96, 2 of 224), and 64 on a graphics"
          + " processor."),
  POTENTIAL_UNIT(
      "potential.unit",
      ValueType.choice("eV", "hartree", "rydberg"),
      null,
      Effect.VALUES,
      "Unit of the values; without it, what the format implies."),
  POTENTIAL_SIGN(
      "potential.sign",
      ValueType.choice("auto", "electron", "electrostatic"),
      "auto",
      Effect.VALUES,
      "Whose potential it is; `auto` decides by the values, a declaration is checked."),
  POTENTIAL_XC(
      "potential.xc",
      ValueType.choice("check", "none", "included"),
      "check",
      Effect.VALUES,
      "Exchange-correlation in VASP files: `check` by the mean, or declared (and not checked)."),
  POTENTIAL_ALLOW_XC(
      "potential.allow_xc",
      ValueType.flag(),
      "false",
      Effect.VALUES,
      "Screen VASP files in which the check finds exchange-correlation."),
  POTENTIAL_VACUUM_GAP(
      "potential.vacuum_gap_angstrom",
      ValueType.real(3, 1000),
      "6.0",
      Effect.VALUES,
      "Smallest atom-free gap along the normal, Angstrom."),
  POTENTIAL_VACUUM_FLATNESS(
      "potential.vacuum_flatness_ev",
      ValueType.real(0, 10),
      "0.05",
      Effect.VALUES,
      "Largest spread of the planar averages that give the vacuum level, eV."),
  LEVELS_FILES(
      "levels.files",
      ValueType.texts(),
      null,
      Effect.PLACE,
      "Names of the file of electronic levels beside a grid, tried in this order, plain or"
          + " compressed; `{name}` is a cube's name without its endings. Without it `{name}.out`,"
          + " `EIGENVAL`, `OUTCAR`, `vasprun.xml`, `vaspout.h5`, `data-file-schema.xml`."),
  LEVELS_AFFINITY(
      "levels.electron_affinity_ev",
      ValueType.real(-20, 20),
      null,
      Effect.PLACE,
      "Electron affinity of every grid, eV below vacuum, in place of a file; for single grids."
          + " Needs `levels.work_function_ev` too."),
  LEVELS_WORK_FUNCTION(
      "levels.work_function_ev",
      ValueType.real(-20, 20),
      null,
      Effect.PLACE,
      "Work function of every grid, eV, beside `levels.electron_affinity_ev`."),
  MODEL_WITHOUT_LEVELS(
      "model.without_levels",
      ValueType.choice("reject", "abstain"),
      "reject",
      Effect.PLACE,
      "What becomes of a grid without electronic levels where the model needs them: a reject"
          + " `LEVELS_MISSING`, or a row of `materials` with the flag `levels_missing` and no"
          + " energies."),
  MODEL_ON_DOUBT(
      "model.on_doubt",
      ValueType.choice("flag", "abstain"),
      "flag",
      Effect.PLACE,
      "What becomes of a side that the model was not trained for (an unseen host, levels outside of"
          + " the training's, ...): its rows say so in `flags` and `doubts`, or it gets no energies"
          + " as well."),
  LEVEL_CODE("level_of_theory.code", level(), null, Effect.VALUES, "Program that wrote the grids."),
  LEVEL_FUNCTIONAL("level_of_theory.functional", level(), null, Effect.VALUES, "Functional."),
  LEVEL_PSEUDOPOTENTIALS(
      "level_of_theory.pseudopotentials",
      level(),
      null,
      Effect.VALUES,
      "Family of pseudopotentials."),
  LEVEL_K_POINTS("level_of_theory.k_points", level(), null, Effect.VALUES, "k-points."),
  LEVEL_SPIN("level_of_theory.spin", level(), null, Effect.VALUES, "`restricted` or `polarised`."),
  LEVEL_ION("level_of_theory.ion", level(), null, Effect.VALUES, "Mobile ion that is wanted."),
  LEVEL_REFERENCE(
      "level_of_theory.reference",
      level(),
      null,
      Effect.VALUES,
      "What the ion's energy is counted from."),
  LEVEL_LABEL_KIND(
      "level_of_theory.label_kind",
      level(),
      null,
      Effect.VALUES,
      "How a label's geometry was made."),
  LEVEL_ON_MISMATCH(
      "level_of_theory.on_mismatch",
      ValueType.choice("flag", "error"),
      "flag",
      Effect.VALUES,
      "What a difference between the declared level and the bundle's is."),
  SIDE(
      "side",
      ValueType.choice("top", "bottom", "both"),
      "top",
      Effect.VALUES,
      "Surface that is screened; a grid is rejected if a requested side fails."),
  SYMMETRY_TOLERANCE(
      "symmetry.tolerance_angstrom",
      ValueType.real(1e-6, 1),
      "0.05",
      Effect.VALUES,
      "How far an atom may land from its image under a symmetry operation, Angstrom."),
  PATHS_POINTS_PER_HOP(
      "paths.points_per_hop",
      ValueType.whole(0, 50),
      "0",
      Effect.VALUES,
      "Points predicted on each hop beside the five of a path, half before and half after the"
          + " bridge (an even number): an extrapolation of the training data, marked as such."),
  ESTIMATES_DIFFUSION(
      "estimates.diffusion",
      ValueType.flag(),
      "false",
      Effect.VALUES,
      "Estimate hopping rates and diffusion coefficients from percolation barriers."),
  ESTIMATES_TEMPERATURE(
      "estimates.temperature_kelvin",
      ValueType.real(1, 10000),
      "300",
      Effect.VALUES,
      "Temperature of the estimates, K."),
  ESTIMATES_PREFACTOR(
      "estimates.prefactor_per_second",
      ValueType.real(1, 1e20),
      "1e13",
      Effect.VALUES,
      "Attempt frequency of the estimates, 1/s."),
  DESCRIPTOR_RADIUS(
      "descriptor.radius_angstrom",
      ValueType.real(0.1, 4),
      "1.5",
      Effect.VALUES,
      "Radius of the disc of the mean local potential, Angstrom."),
  LIMITS_MAX_POINTS(
      "limits.max_points",
      ValueType.whole(1, 1L << 31),
      "268435456",
      Effect.LIMIT,
      "Grid points of one file."),
  LIMITS_MAX_DECOMPRESSED_BYTES(
      "limits.max_decompressed_bytes",
      ValueType.whole(1, 1L << 42),
      "17179869184",
      Effect.LIMIT,
      "Bytes of one file after decompression."),
  LIMITS_MAX_TASK_BYTES(
      "limits.max_task_bytes",
      ValueType.whole(1, 1L << 42),
      "1073741824",
      Effect.PLACE,
      "Stored bytes of the grids of one task; a larger grid has a task of its own."),
  LIMITS_MAX_GRID_SECONDS(
      "limits.max_grid_seconds",
      ValueType.real(0.1, 604800),
      "1800",
      Effect.PLACE,
      "Wall-clock time in which one grid must be read and understood, or it is rejected."),
  LIMITS_MAX_STARTS(
      "limits.max_starts",
      ValueType.whole(1, 10),
      "2",
      Effect.PLACE,
      "Starts of a grid that its worker does not survive, after which it is rejected."),
  LIMITS_MAX_REJECTED_FRACTION(
      "limits.max_rejected_fraction",
      ValueType.real(0, 1),
      "0.5",
      Effect.PLACE,
      "Share of rejects above which a run is stopped before anything of it is visible, looked at"
          + " from the twentieth grid on; 1 for never."),
  RUN_WHEN_BUSY(
      "run.when_busy",
      ValueType.choice("refuse", "wait"),
      "refuse",
      Effect.PLACE,
      "What to do when another driver computes the same run: an error, or wait for it."),
  RUN_LEASE_SECONDS(
      "run.lease_seconds",
      ValueType.real(1, 86400),
      "120",
      Effect.PLACE,
      "Silence after which another driver is taken for dead."),
  RUN_RETRY(
      "run.retry",
      ValueType.choices("FAILED", "KILLED_WORKER", "TIME_LIMIT", "TOO_LARGE", "UNREADABLE"),
      null,
      Effect.PLACE,
      "Reject codes that are tried again whatever was said of them before; without it those whose"
          + " limit was raised since, or that an older version of the program found."),
  PUBLISH_CATALOG(
      "publish.iceberg.catalog",
      ValueType.choice("hadoop", "jdbc", "rest"),
      null,
      Effect.PLACE,
      "Iceberg catalog that runs are registered in after their commit ([iceberg.md](iceberg.md))."),
  PUBLISH_WAREHOUSE(
      "publish.iceberg.warehouse",
      ValueType.text("a path", ".+"),
      null,
      Effect.PLACE,
      "Folder of the Iceberg tables' own files; for `rest` what the server expects, if any."),
  PUBLISH_URI(
      "publish.iceberg.uri",
      ValueType.text("an address", "[A-Za-z][A-Za-z0-9+.-]*:.+"),
      null,
      Effect.PLACE,
      "Address of a `jdbc` or `rest` catalog, without credentials."),
  PUBLISH_NAMESPACE(
      "publish.iceberg.namespace",
      ValueType.text(
          "names of letters, digits, `_`, with dots between", "[A-Za-z0-9_]+([.][A-Za-z0-9_]+)*"),
      null,
      Effect.PLACE,
      "Namespace of the Iceberg tables, one for each output folder; without it `epdi`."),
  PUBLISH_PROPERTIES(
      "publish.iceberg.properties",
      ValueType.text("a path", ".+"),
      null,
      Effect.PLACE,
      "File of the catalog's other properties, credentials among them (`name=value` lines).");

  /** Tells how a key takes part in a result's identity. */
  enum Effect {
    /** The key changes results and is part of their identity. */
    VALUES,
    /**
     * The key decides whether there is a result, but changes none. It was part of identities once,
     * so its default stands in its place there, whatever is set.
     */
    LIMIT,
    /**
     * The key says where things lie, how work is spread or what it is called. It is no part of an
     * identity.
     */
    PLACE
  }

  private final String path;

  @SuppressWarnings("ImmutableEnumChecker") // All value types are immutable.
  private final ValueType type;

  private final String fallback;
  private final Effect effect;
  private final String meaning;

  CampaignKey(String path, ValueType type, String fallback, Effect effect, String meaning) {
    this.path = path;
    this.type = type;
    this.fallback = fallback;
    this.effect = effect;
    this.meaning = meaning;
  }

  private static ValueType level() {
    return ValueType.text("a text", ".+");
  }

  /** Returns the key as it is written, such as "potential.unit". */
  String path() {
    return path;
  }

  Effect effect() {
    return effect;
  }

  /** Returns the value that holds when nothing is said, or null where there is none. */
  Object standard() {
    return fallback == null ? null : read(RawValue.untyped(fallback, "the default"));
  }

  /**
   * Reads and checks a value.
   *
   * @throws InputException naming the key, the place, what was expected and what was found
   */
  Object read(RawValue raw) {
    Object value = type.read(raw);
    if (value == null) {
      throw new InputException(
          "Cannot use campaign key "
              + path
              + " ("
              + raw.where()
              + "): expected "
              + type.expected()
              + ", found "
              + raw.described());
    }
    return value;
  }

  static Optional<CampaignKey> ofPath(String path) {
    return Arrays.stream(values()).filter(k -> k.path.equals(path)).findFirst();
  }

  /** Returns the key that declares a part of the grids' level of theory. */
  static CampaignKey of(TheoryPart part) {
    return ofPath("level_of_theory." + part.key()).orElseThrow();
  }

  /** Tells whether some key begins with this section, such as "potential". */
  static boolean isSection(String name) {
    return Arrays.stream(values()).anyMatch(k -> k.path.startsWith(name + "."));
  }

  /** Returns the documentation as a Markdown table with one row per key. */
  static String markdown() {
    return "| key | value | default | meaning |\n|---|---|---|---|\n"
        + Arrays.stream(values()).map(CampaignKey::row).collect(Collectors.joining());
  }

  private String row() {
    String standard = fallback == null ? "" : "`" + fallback + "`";
    return "| `" + path + "` | " + type.expected() + " | " + standard + " | " + meaning + " |\n";
  }
}
