package io.github.epdi.screening.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.epdi.grid.PotentialConventions;
import io.github.epdi.grid.PotentialSign;
import io.github.epdi.grid.XcDeclaration;
import io.github.epdi.grid.blocks.GridLimits;
import io.github.epdi.levels.LevelsNames;
import io.github.epdi.model.torch.Precision;
import io.github.epdi.pes.DiffusionEstimate;
import io.github.epdi.publish.PublishSettings;
import io.github.epdi.structure.InputException;
import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.Side;
import io.github.epdi.theory.LevelOfTheory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;

/** Makes a {@link Campaign} from a file and from the command line's settings. */
public final class CampaignReader {
  private static final int MAX_BYTES = 1 << 20;

  /** Keys that only a run has, and that are refused for single grids. */
  private static final List<CampaignKey> PLACES =
      List.of(CampaignKey.NAME, CampaignKey.INPUTS, CampaignKey.INPUT_TABLE, CampaignKey.OUTPUT);

  private static final List<CampaignKey> PUBLISHING =
      List.of(
          CampaignKey.PUBLISH_CATALOG,
          CampaignKey.PUBLISH_WAREHOUSE,
          CampaignKey.PUBLISH_URI,
          CampaignKey.PUBLISH_NAMESPACE,
          CampaignKey.PUBLISH_PROPERTIES);

  private final Map<CampaignKey, Object> values;
  private final Locations locations;

  private CampaignReader(Map<CampaignKey, Object> values, Locations locations) {
    this.values = values;
    this.locations = locations;
  }

  static Campaign read(String location, List<String> overrides, Configuration configuration) {
    Path file = Locations.campaignFile(location, configuration);
    Map<CampaignKey, RawValue> raw = CampaignYaml.read(file.getName(), text(file, configuration));
    overrides.forEach(o -> override(raw, o));
    return new CampaignReader(values(raw), new Locations(file.getParent())).campaign();
  }

  /**
   * Makes a campaign of conventions and a model for single grids. It has a fixed name, no inputs
   * and no output of its own.
   *
   * @param settings "key=value", later ones win
   * @throws InputException if a setting cannot be used, or belongs to runs only
   */
  public static Campaign ofSettings(List<String> settings) {
    Map<CampaignKey, RawValue> raw = new EnumMap<>(CampaignKey.class);
    settings.forEach(o -> override(raw, o));
    for (CampaignKey key : raw.keySet()) {
      if (PLACES.contains(key) || PUBLISHING.contains(key)) {
        throw new InputException(
            "Cannot set " + key.path() + ": single grids are screened, no campaign is run");
      }
    }
    Map<CampaignKey, Object> values = values(raw);
    values.put(CampaignKey.NAME, "grids");
    values.put(CampaignKey.INPUTS, List.of());
    values.put(CampaignKey.OUTPUT, ".");
    return new CampaignReader(values, Locations.ofWorkingDirectory()).campaign();
  }

  private static Map<CampaignKey, Object> values(Map<CampaignKey, RawValue> raw) {
    Map<CampaignKey, Object> values = new EnumMap<>(CampaignKey.class);
    for (CampaignKey key : CampaignKey.values()) {
      Object value = raw.containsKey(key) ? key.read(raw.get(key)) : key.standard();
      if (value != null) {
        values.put(key, value);
      }
    }
    return values;
  }

  private static String text(Path file, Configuration configuration) {
    try (FSDataInputStream in = file.getFileSystem(configuration).open(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new InputException(
            "Cannot read campaign " + file + ": expected at most " + MAX_BYTES + " bytes");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new InputException("Cannot read campaign " + file + ": " + e.getMessage(), e);
    }
  }

  private static void override(Map<CampaignKey, RawValue> raw, String setting) {
    int equals = setting.indexOf('=');
    if (equals < 1) {
      throw new InputException(
          "Cannot use --set "
              + setting.split("[=:\\s]", 2)[0] // What follows may be a secret.
              + ": expected key=value, found no key or no =");
    }
    String path = setting.substring(0, equals).strip();
    String value = setting.substring(equals + 1).strip();
    CampaignKey key =
        CampaignKey.ofPath(path).orElseThrow(() -> CampaignYaml.unknown(path, "--set"));
    raw.put(
        key,
        value.isEmpty()
            ? new RawValue(RawValue.Kind.NOTHING, "", List.of(), "--set")
            : RawValue.untyped(value, "--set"));
  }

  private Campaign campaign() {
    checkInputs();
    List<String> inputs = texts(CampaignKey.INPUTS).stream().map(locations::resolve).toList();
    return new Campaign(
        required(CampaignKey.NAME),
        inputs,
        resolved(CampaignKey.INPUT_TABLE),
        locations.resolve(required(CampaignKey.OUTPUT)),
        locations.resolve(required(CampaignKey.MODEL_BUNDLE)),
        constant(Campaign.DeviceChoice.class, CampaignKey.MODEL_DEVICE),
        batchSize(),
        constant(Precision.class, CampaignKey.MODEL_PRECISION),
        potential(),
        levels(),
        levelOfTheory(),
        constant(Campaign.OnMismatch.class, CampaignKey.LEVEL_ON_MISMATCH),
        constant(Campaign.OnDoubt.class, CampaignKey.MODEL_ON_DOUBT),
        sides(),
        real(CampaignKey.SYMMETRY_TOLERANCE),
        pointsPerHop(),
        estimates(),
        real(CampaignKey.DESCRIPTOR_RADIUS),
        new GridLimits(
            whole(CampaignKey.LIMITS_MAX_POINTS), whole(CampaignKey.LIMITS_MAX_DECOMPRESSED_BYTES)),
        whole(CampaignKey.LIMITS_MAX_TASK_BYTES),
        policy(),
        publish(),
        conventionsJson(),
        settingsJson());
  }

  private RunPolicy policy() {
    return new RunPolicy(
        real(CampaignKey.LIMITS_MAX_REJECTED_FRACTION),
        (int) whole(CampaignKey.LIMITS_MAX_STARTS),
        seconds(CampaignKey.LIMITS_MAX_GRID_SECONDS),
        constant(RunPolicy.WhenBusy.class, CampaignKey.RUN_WHEN_BUSY),
        seconds(CampaignKey.RUN_LEASE_SECONDS),
        texts(CampaignKey.RUN_RETRY).stream().map(RejectCode::valueOf).collect(Collectors.toSet()));
  }

  /** Returns where to publish, or null if no catalog is named. */
  private PublishSettings publish() {
    if (!values.containsKey(CampaignKey.PUBLISH_CATALOG)) {
      refuseWithout(CampaignKey.PUBLISH_CATALOG, PUBLISHING);
      return null;
    }
    PublishSettings.CatalogKind catalog =
        constant(PublishSettings.CatalogKind.class, CampaignKey.PUBLISH_CATALOG);
    String namespace = text(CampaignKey.PUBLISH_NAMESPACE);
    return new PublishSettings(
        catalog,
        // A server may know its warehouses by names.
        catalog == PublishSettings.CatalogKind.REST
            ? text(CampaignKey.PUBLISH_WAREHOUSE)
            : resolved(CampaignKey.PUBLISH_WAREHOUSE),
        text(CampaignKey.PUBLISH_URI),
        namespace == null ? "epdi" : namespace,
        resolved(CampaignKey.PUBLISH_PROPERTIES));
  }

  private void refuseWithout(CampaignKey needed, List<CampaignKey> keys) {
    keys.stream()
        .filter(key -> key != needed && values.containsKey(key))
        .findFirst()
        .ifPresent(
            key -> {
              throw new InputException(
                  "Cannot use campaign key "
                      + key.path()
                      + ": expected the key "
                      + needed.path()
                      + " too, found none");
            });
  }

  private String resolved(CampaignKey key) {
    return values.containsKey(key) ? locations.resolve(text(key)) : null;
  }

  private Duration seconds(CampaignKey key) {
    return Duration.ofMillis(Math.round(1000 * real(key)));
  }

  private void checkInputs() {
    if (values.containsKey(CampaignKey.INPUTS) == values.containsKey(CampaignKey.INPUT_TABLE)) {
      throw new InputException(
          "Cannot use campaign: expected either inputs or manifest, found "
              + (values.containsKey(CampaignKey.INPUTS) ? "both" : "none of them"));
    }
  }

  private PotentialConventions potential() {
    String unit = text(CampaignKey.POTENTIAL_UNIT);
    return new PotentialConventions(
        unit == null ? null : GridOverrides.unit(unit),
        constant(PotentialSign.class, CampaignKey.POTENTIAL_SIGN),
        xc(),
        real(CampaignKey.POTENTIAL_VACUUM_GAP),
        real(CampaignKey.POTENTIAL_VACUUM_FLATNESS));
  }

  private LevelsSettings levels() {
    List<String> named = texts(CampaignKey.LEVELS_FILES);
    return new LevelsSettings(
        named.isEmpty() ? LevelsNames.DEFAULTS : named,
        LevelsSettings.declared(
            (Double) values.get(CampaignKey.LEVELS_AFFINITY),
            (Double) values.get(CampaignKey.LEVELS_WORK_FUNCTION),
            "the campaign"),
        constant(LevelsSettings.WithoutLevels.class, CampaignKey.MODEL_WITHOUT_LEVELS));
  }

  private XcDeclaration xc() {
    XcDeclaration declared = constant(XcDeclaration.class, CampaignKey.POTENTIAL_XC);
    boolean allowed = (Boolean) values.get(CampaignKey.POTENTIAL_ALLOW_XC);
    return declared == XcDeclaration.CHECK && allowed ? XcDeclaration.CHECK_AND_ALLOW : declared;
  }

  private LevelOfTheory levelOfTheory() {
    return LevelOfTheory.of(part -> text(CampaignKey.of(part)));
  }

  private List<Side> sides() {
    String side = required(CampaignKey.SIDE);
    return side.equals("both")
        ? List.of(Side.TOP, Side.BOTTOM)
        : List.of(Side.valueOf(side.toUpperCase(Locale.ROOT)));
  }

  private int pointsPerHop() {
    long points = whole(CampaignKey.PATHS_POINTS_PER_HOP);
    if (points % 2 != 0) {
      throw new InputException(
          "Cannot use campaign key paths.points_per_hop: expected an even number, found " + points);
    }
    return (int) points;
  }

  /** Returns the batch size, or 0 if nothing is said. */
  private int batchSize() {
    return values.containsKey(CampaignKey.MODEL_BATCH_SIZE)
        ? (int) whole(CampaignKey.MODEL_BATCH_SIZE)
        : 0;
  }

  private DiffusionEstimate.Conditions estimates() {
    return (Boolean) values.get(CampaignKey.ESTIMATES_DIFFUSION)
        ? new DiffusionEstimate.Conditions(
            real(CampaignKey.ESTIMATES_PREFACTOR),
            real(CampaignKey.ESTIMATES_TEMPERATURE),
            DiffusionEstimate.Conditions.DEFAULT.neighbours())
        : null;
  }

  private String conventionsJson() {
    Map<String, Object> sorted = new TreeMap<>();
    values.forEach(
        (key, value) -> {
          switch (key.effect()) {
            case VALUES -> sorted.put(key.path(), value);
            case LIMIT -> sorted.put(key.path(), key.standard());
            case PLACE -> {}
          }
        });
    return json(sorted);
  }

  private String settingsJson() {
    Map<String, Object> sorted = new TreeMap<>();
    values.forEach((key, value) -> sorted.put(key.path(), value));
    return json(sorted);
  }

  private static String json(Map<String, Object> sorted) {
    try {
      return new ObjectMapper().writeValueAsString(sorted);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write the campaign's values as JSON", e);
    }
  }

  private String required(CampaignKey key) {
    if (!values.containsKey(key)) {
      throw new InputException(
          "Cannot use campaign: expected the key " + key.path() + ", found none");
    }
    return text(key);
  }

  private String text(CampaignKey key) {
    return (String) values.get(key);
  }

  private List<String> texts(CampaignKey key) {
    return values.get(key) instanceof List<?> list
        ? list.stream().map(String.class::cast).toList()
        : List.of();
  }

  private long whole(CampaignKey key) {
    return (Long) values.get(key);
  }

  private double real(CampaignKey key) {
    return (Double) values.get(key);
  }

  private <E extends Enum<E>> E constant(Class<E> type, CampaignKey key) {
    return Enum.valueOf(type, text(key).toUpperCase(Locale.ROOT));
  }
}
