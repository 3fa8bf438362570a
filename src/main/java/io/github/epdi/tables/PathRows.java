package io.github.epdi.tables;

import io.github.epdi.pes.PotentialEnergyCurve;
import io.github.epdi.pes.SurfaceEnergies;
import io.github.epdi.structure.DiffusionPath;
import io.github.epdi.structure.Hop;
import io.github.epdi.structure.SiteKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Makes the rows of {@link BarriersTable}. */
final class PathRows {
  /** Flag of paths that carry further points. */
  static final String EXTRA_POINTS_EXTRAPOLATED = "extra_points_extrapolated";

  private PathRows() {}

  static BarrierRow row(
      MaterialDescription material,
      SidePredictions predictions,
      Derived<SurfaceEnergies> energies,
      DiffusionPath path) {
    Derived<PotentialEnergyCurve> curves =
        energies.map(all -> PotentialEnergyCurve.along(path, all));
    Derived<double[]> five = curves.map(PotentialEnergyCurve::energiesEv);
    ExtraPoints extra = predictions.extraPoints().get(path.id());
    Derived<double[]> further = extra == null ? null : extraEnergies(predictions, extra, path);
    return new BarrierRow(
        material.materialId(),
        predictions.graph().side().label(),
        path.id(),
        SiteKind.T.name() + path.startTop(),
        SiteKind.B.name() + path.startHop(),
        SiteKind.H.name() + path.hollow(),
        SiteKind.B.name() + path.endHop(),
        SiteKind.T.name() + path.endTop(),
        path.multiplicity(),
        path.positionsAngstrom(),
        values(five),
        stds(five),
        curves.value(PotentialEnergyCurve::forwardBarrierEv),
        curves.std(PotentialEnergyCurve::forwardBarrierEv),
        curves.value(PotentialEnergyCurve::reverseBarrierEv),
        curves.std(PotentialEnergyCurve::reverseBarrierEv),
        curves.value(PotentialEnergyCurve::reactionEnergyEv),
        curves.std(PotentialEnergyCurve::reactionEnergyEv),
        extra == null ? null : extra.positionsAngstrom(),
        further == null ? null : values(further),
        further == null ? null : stds(further),
        flags(predictions, energies.ofMean(), path, extra),
        curves.value(PotentialEnergyCurve::highestEv),
        curves.std(PotentialEnergyCurve::highestEv));
  }

  private static List<String> flags(
      SidePredictions predictions, SurfaceEnergies mean, DiffusionPath path, ExtraPoints extra) {
    List<Hop> hops = predictions.graph().hops();
    List<String> flags = new ArrayList<>();
    if (extra != null) {
      flags.add(EXTRA_POINTS_EXTRAPOLATED);
    }
    if (mean.saddleBelowSite(hops.get(path.startHop()))
        || mean.saddleBelowSite(hops.get(path.endHop()))) {
      flags.add(HopRows.SADDLE_BELOW_SITE);
    }
    return flags;
  }

  private static Derived<double[]> extraEnergies(
      SidePredictions predictions, ExtraPoints extra, DiffusionPath path) {
    int members = extra.memberEnergiesEv().size();
    if (members != predictions.members().size()) {
      throw new IllegalArgumentException(
          "Cannot use further points of path "
              + path.id()
              + ": expected "
              + predictions.members().size()
              + " members, found "
              + members);
    }
    List<double[]> ofMembers =
        extra.memberEnergiesEv().stream()
            .map(list -> list.stream().mapToDouble(Double::doubleValue).toArray())
            .toList();
    double[] mean = new double[extra.positionsAngstrom().size()];
    for (int i = 0; i < mean.length; i++) {
      for (double[] energies : ofMembers) {
        mean[i] += energies[i];
      }
      mean[i] /= members;
    }
    return new Derived<>(mean, ofMembers);
  }

  private static List<Double> values(Derived<double[]> energies) {
    return IntStream.range(0, energies.ofMean().length)
        .mapToObj(i -> energies.value(all -> all[i]))
        .toList();
  }

  private static List<Double> stds(Derived<double[]> energies) {
    return energies.ofMembers().size() < 2
        ? null
        : IntStream.range(0, energies.ofMean().length)
            .mapToObj(i -> energies.std(all -> all[i]))
            .toList();
  }
}
