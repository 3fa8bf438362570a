package io.github.epdi.screening;

import io.github.epdi.runs.RunId;
import io.github.epdi.screening.campaign.Campaign;
import io.github.epdi.screening.campaign.GridInput;
import io.github.epdi.screening.campaign.LevelsSource;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * One grid that a campaign asks for, with the identity of its result. The identity is computed
 * once, when the work is planned, and goes with the grid to whoever needs it.
 *
 * @param input the grid as it was listed
 * @param identity digest of all that determines its result
 */
public record PlannedGrid(GridInput input, String identity) implements Serializable {
  /**
   * Plans a grid. Two identities are equal if and only if nothing differs that a result depends on:
   * the input (its content is not hashed), the model, all effective conventions and overrides, the
   * levels' file where the model needs one, the number type and device, and the version of the
   * algorithms.
   */
  public static PlannedGrid of(GridInput input, ScreeningSpec spec) {
    return new PlannedGrid(input, identity(input, spec, spec.conventionsJson()));
  }

  /**
   * Computes the identity with conventions that may be written in another way than those of the
   * spec.
   */
  static String identity(GridInput input, ScreeningSpec spec, String conventionsJson) {
    List<String> parts =
        List.of(
            input.uri(),
            Long.toString(input.lengthBytes()),
            Long.toString(input.modifiedMillis()),
            input.version(),
            input.materialId(),
            spec.modelDigest(),
            conventionsJson,
            input.overrides().toString(),
            spec.precision().label() + " " + spec.device().label(),
            Integer.toString(AlgorithmVersion.CURRENT));
    List<String> all = spec.needsLevels() ? withLevels(parts, input, spec) : parts;
    return RunId.identity(spec.onDoubt() == Campaign.OnDoubt.ABSTAIN ? withDoubt(all) : all);
  }

  /** Adds that doubted sides get no energies. Results of campaigns that only flag them stay. */
  private static List<String> withDoubt(List<String> parts) {
    List<String> all = new ArrayList<>(parts);
    all.add("abstain on doubt");
    return all;
  }

  /**
   * Adds the levels. What becomes of a grid without levels counts only where there are none, so
   * that other results stay when a campaign begins to abstain.
   */
  private static List<String> withLevels(List<String> parts, GridInput input, ScreeningSpec spec) {
    List<String> all = new ArrayList<>(parts);
    LevelsSource levels = input.levels();
    all.add(String.valueOf(levels));
    boolean found = levels != null && (levels.isDeclared() || levels.lengthBytes() > 0);
    if (!found && spec.abstainsWithoutLevels()) {
      all.add("abstain");
    }
    return all;
  }

  /** Returns the absolute path of the file. */
  String uri() {
    return input.uri();
  }

  /** Returns the id of the material in the tables. */
  String materialId() {
    return input.materialId();
  }

  /** Returns the stored length of the file. */
  long lengthBytes() {
    return input.lengthBytes();
  }

  /** Returns the modification time, in milliseconds since 1970. */
  long modifiedMillis() {
    return input.modifiedMillis();
  }
}
