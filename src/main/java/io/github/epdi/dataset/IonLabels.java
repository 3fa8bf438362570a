package io.github.epdi.dataset;

import io.github.epdi.dataset.calculation.Calculation;
import io.github.epdi.dataset.calculation.CellDistance;
import io.github.epdi.dataset.calculation.ImportCode;
import io.github.epdi.dataset.calculation.RunTheory;
import io.github.epdi.dataset.calculation.UnusableException;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.Element;
import io.github.epdi.tables.dataset.LabelRow;
import io.github.epdi.tables.dataset.SourceFileValue;
import io.github.epdi.tables.dataset.TheoryValue;
import io.github.epdi.theory.LevelOfTheory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Computes binding energies and makes rows of labels. */
final class IonLabels {
  /** Where a label comes from. */
  enum Origin {
    RUN("run"),
    NEB_END("neb-end"),
    NEB_SADDLE("neb-saddle");

    private final String label;

    Origin(String label) {
      this.label = label;
    }
  }

  private final Element ion;
  private final IonReference reference;
  private final String labelKind;

  IonLabels(Element ion, IonReference reference, String labelKind) {
    this.ion = ion;
    this.reference = reference;
    this.labelKind = labelKind;
  }

  /**
   * Makes the row of an ion at a site.
   *
   * @throws UnusableException OTHER_THEORY if the energies cannot be subtracted, IMPLAUSIBLE if the
   *     binding energy is impossible
   */
  LabelRow row(BareSlab slab, Calculation run, IonPlace place, AdsorptionSite site, Origin origin) {
    requireSameTheory(slab, run);
    double binding = bindingEv(slab, run);
    RowRemarks remarks = remarks(slab, run).and(slab.levels().remark());
    return new LabelRow(
        slab.key(),
        LabelRow.SiteColumns.of(site),
        new LabelRow.IonColumns(
            place.fracA(),
            place.fracB(),
            slab.surface().sites().distanceAngstrom(place.fracA(), place.fracB(), site),
            place.normalAngstrom() - site.anchorAngstrom()),
        new LabelRow.EnergyColumns(
            binding,
            normalForce(slab, run, place),
            origin.label,
            run.energy().kind(),
            new LabelRow.TermColumns(
                run.energyEv(), slab.calculation().energyEv(), reference.energyEv())),
        new LabelRow.SourceColumns(
            run.uri(),
            slab.grid().uri(),
            run.elapsedSeconds(),
            theory(slab, run, origin == Origin.NEB_SADDLE ? "neb saddle" : run.labelKind()),
            slab.levels().addedTo(sources(slab, run))),
        remarks.flags(),
        new LabelRow.ConvergenceColumns(
            run.energy().lastChangeEv(),
            slab.calculation().energy().lastChangeEv(),
            reference.scfLastChangeEv(),
            remarks.texts()),
        slab.levels().columns());
  }

  /** Returns what a user should know about a row of this run. */
  RowRemarks remarks(BareSlab slab, Calculation run) {
    return RowRemarks.of(slab, run, reference);
  }

  /**
   * Returns the binding energy E(slab + ion) - E(slab) - E(ion), eV.
   *
   * @throws UnusableException IMPLAUSIBLE if no ion can be bound like that
   */
  double bindingEv(BareSlab slab, Calculation run) {
    double slabEv = slab.calculation().energyEv();
    double binding = run.energyEv() - slabEv - reference.energyEv();
    PlausibleBinding.require(
        binding,
        String.format(
            Locale.ROOT,
            ": E(slab + %s) %.4f eV (%s), E(slab) %.4f eV (%s), E(%s) %.4f eV",
            ion.symbol(),
            run.energyEv(),
            run.energy().place(),
            slabEv,
            slab.calculation().energy().place(),
            ion.symbol(),
            reference.energyEv()));
    return binding;
  }

  private static Double normalForce(BareSlab slab, Calculation run, IonPlace place) {
    if (run.forces().isEmpty()) {
      return null;
    }
    double[] normal = slab.surface().lattice().topNormal();
    return CellDistance.dot(run.forces().get(place.ion()), normal) * slab.surface().side().sign();
  }

  /**
   * Checks that the energies of run, slab and reference can be subtracted.
   *
   * @throws UnusableException OTHER_THEORY if their levels of theory differ
   */
  void requireSameTheory(BareSlab slab, Calculation run) {
    List<String> found = new ArrayList<>();
    RunTheory expected = slab.calculation().theory();
    if (expected != null && run.theory() != null) {
      found.addAll(expected.differences(run.theory()));
    }
    if (!found.isEmpty()) {
      throw UnusableException.of(
          ImportCode.OTHER_THEORY, "the slab's level of theory", String.join(", ", found));
    }
    if (reference.theory() != null && run.theory() != null) {
      found.addAll(run.theory().energyDifferences(reference.theory()));
    }
    if (!found.isEmpty()) {
      throw UnusableException.of(
          ImportCode.OTHER_THEORY,
          "the level of theory of the reference run",
          "there " + String.join(", ", found));
    }
  }

  /** Returns the level of theory of a slab and the ion on it. */
  TheoryValue theory(BareSlab slab, Calculation run, String kind) {
    RunTheory own = run.theory() == null ? slab.calculation().theory() : run.theory();
    String geometry = labelKind == null ? kind : labelKind;
    if (own == null) {
      return new TheoryValue(
          new LevelOfTheory(
              null, null, null, null, null, ion.symbol(), reference.description(), geometry),
          null);
    }
    Map<String, String> potentials = new HashMap<>(own.pseudopotentials());
    if (slab.calculation().theory() != null) {
      potentials.putAll(slab.calculation().theory().pseudopotentials());
    }
    return new TheoryValue(
        new LevelOfTheory(
            own.code(),
            own.functional(),
            RunTheory.text(potentials),
            own.kPoints(),
            own.spin(),
            ion.symbol(),
            reference.description(),
            geometry),
        own.basis());
  }

  /** Returns all files behind a row: those of the run, the slab and the reference. */
  List<SourceFileValue> sources(BareSlab slab, Calculation run) {
    List<SourceFileValue> sources = new ArrayList<>(run.sources());
    sources.add(slab.grid());
    sources.addAll(slab.calculation().sources());
    sources.addAll(reference.sources());
    return sources;
  }
}
