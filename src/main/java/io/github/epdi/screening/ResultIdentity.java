package io.github.epdi.screening;

import io.github.epdi.runs.RunId;
import io.github.epdi.screening.campaign.GridInput;
import java.util.ArrayList;
import java.util.List;

/** The identity of one grid's result: equal if and only if nothing that it depends on differs. */
final class ResultIdentity {
  private ResultIdentity() {}

  /**
   * Digest over the input (content is not hashed), the model, all effective conventions and
   * overrides, number type and device, and the version of the algorithms.
   */
  static String of(GridInput input, ScreeningSpec spec) {
    List<String> parts =
        List.of(
            input.uri(),
            Long.toString(input.lengthBytes()),
            Long.toString(input.modifiedMillis()),
            input.version(),
            input.materialId(),
            spec.modelDigest(),
            spec.conventionsJson(),
            input.overrides().toString(),
            spec.precision().label() + " " + spec.device().label(),
            Integer.toString(AlgorithmVersion.CURRENT));
    return RunId.identity(spec.needsLevels() ? withLevels(parts, input) : parts);
  }

  private static List<String> withLevels(List<String> parts, GridInput input) {
    List<String> all = new ArrayList<>(parts);
    all.add(String.valueOf(input.levels()));
    return all;
  }
}
