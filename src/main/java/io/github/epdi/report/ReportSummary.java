package io.github.epdi.report;

import io.github.epdi.model.BundleMetadata;
import io.github.epdi.report.figure.Digits;
import io.github.epdi.report.figure.LabelAccuracy;
import io.github.epdi.report.figure.Markup;
import io.github.epdi.report.figure.RankedMaterial;
import io.github.epdi.tables.MaterialRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

/**
 * Writes the result in a sentence, the five best materials with reasons, and how far the result can
 * be trusted.
 */
final class ReportSummary {
  private static final int BEST = 5;

  private final ReportInput input;
  private final ReportOptions options;
  private final Reasons reasons;
  private final Odds odds;
  private final BundleMetadata model;

  ReportSummary(ReportInput input, ReportOptions options, Reasons reasons, Odds odds) {
    this.input = input;
    this.options = options;
    this.reasons = reasons;
    this.odds = odds;
    this.model = input.newestModel();
  }

  /** Returns the symbol of the ion that diffuses. */
  static String ion(ReportInput input) {
    BundleMetadata model = input.newestModel();
    return model == null ? "Li" : model.ion();
  }

  String title() {
    if (options.title() != null) {
      return options.title();
    }
    return input.runs().isEmpty() ? "Screening" : input.runs().get(0).row().campaign().name();
  }

  /** Names the first materials without energies, and why. */
  private String withoutEnergies() {
    int shown = Math.min(BEST, input.withoutEnergies().size());
    StringJoiner names = new StringJoiner(", ", ": ", "");
    for (MaterialRow row : input.withoutEnergies().subList(0, shown)) {
      names.add(
          row.materialId()
              + ", "
              + row.side()
              + " side ("
              + String.join(", ", row.remarks().flags())
              + ")");
    }
    return names
        + (input.withoutEnergies().size() > shown
            ? " and " + (input.withoutEnergies().size() - shown) + " more."
            : ".");
  }

  /** Returns one to four sentences. */
  String headline() {
    int all = materials(Double.POSITIVE_INFINITY).size();
    if (all == 0 && !input.withoutEnergies().isEmpty()) {
      return "No material got energies" + withoutEnergies();
    }
    if (all == 0) {
      return "No material was screened"
          + (input.rejects().isEmpty()
              ? "."
              : ": all " + input.rejects().size() + " were rejected.");
    }
    int conducting = materials(options.thresholdEv()).size();
    String verb = conducting == 1 || conducting == 0 ? " conducts " : " conduct ";
    String first =
        (conducting == 0 ? "None" : conducting)
            + " of "
            + all
            + (all == 1 ? " material" : " materials")
            + verb
            + ion(input)
            + " in two dimensions below "
            + Digits.fixed(options.thresholdEv(), 2)
            + " eV.";
    if (!input.withoutEnergies().isEmpty()) {
      first += " No energies" + withoutEnergies();
    }
    RankedMaterial best = input.materials().get(0);
    MaterialRow row = best.row();
    return row.percolation2dEv() == null
        ? first
        : first
            + " Best: "
            + row.materialId()
            + ", "
            + Digits.energy(
                row.percolation2dEv(), row.percolation2dStdEv(), row.percolation2dInterval())
            + " eV."
            + odds.first(row);
  }

  /** Says how far the barriers can be trusted, as the model's card tells. */
  String trust() {
    if (model == null) {
      return "The run did not record its model's card: how far the model errs is not known here.";
    }
    Double error = model.metrics().get("test.barriers.mae_ev");
    List<String> held = model.trainingData().split().test();
    String trained = trainedOn();
    if (error == null && model.metrics().containsKey("test.percolation_2d.mae_ev")) {
      return percolationError() + trained;
    }
    if (error == null) {
      return "The model's card gives no error of barriers on materials that it never saw."
          + trained;
    }
    String where =
        held.isEmpty()
            ? "Cross-validated over materials the model errs by "
            : "On "
                + held.size()
                + (held.size() == 1 ? " material" : " materials")
                + " that it never saw the model errs by ";
    return where
        + Digits.fixed(error, 2)
        + " eV per barrier (mean): smaller differences are not resolved."
        + baseline(error)
        + trained;
  }

  /** Returns what the card of a model without images says of materials that were left out. */
  private String percolationError() {
    return "With each material left out of the training in turn, the model errs by "
        + Digits.fixed(model.metrics().get("test.percolation_2d.mae_ev"), 3)
        + " eV per 2D percolation barrier (mean of "
        + Digits.fixed(model.metrics().get("test.percolation_2d.count"), 0)
        + " materials, at most "
        + Digits.fixed(model.metrics().get("test.percolation_2d.max_error_ev"), 3)
        + "): smaller differences are not resolved.";
  }

  /** Returns a sentence if a straight line errs less than the model, otherwise nothing. */
  private String baseline(double error) {
    Double line = model.metrics().get("test.barriers.baseline_esp_line.mae_ev");
    return line == null || line >= error
        ? ""
        : " A straight line through the mean local potential errs by "
            + Digits.fixed(line, 2)
            + " eV there.";
  }

  private String trainedOn() {
    long trained =
        input.materials().stream()
            .map(m -> m.row().materialId())
            .distinct()
            .filter(id -> LabelAccuracy.part(id, model).equals(LabelAccuracy.TRAINING))
            .count();
    return trained == 0
        ? ""
        : " " + trained + " of these materials were in its training data and are marked so.";
  }

  /** Returns the five best materials as list items. */
  String best() {
    Markup html = new Markup();
    for (int rank : best(input.materials())) {
      item(html, input.materials().get(rank), rank);
    }
    return html.toString();
  }

  /**
   * Returns the ranks, from 0, of the five best materials, each on its better side. Their reasons
   * are written, for which their details are needed.
   */
  static List<Integer> best(List<RankedMaterial> materials) {
    List<Integer> best = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int rank = 0; rank < materials.size() && seen.size() < BEST; rank++) {
      if (seen.add(materials.get(rank).row().materialId())) {
        best.add(rank);
      }
    }
    return best;
  }

  private void item(Markup html, RankedMaterial material, int rank) {
    MaterialRow row = material.row();
    boolean across = row.percolation2dEv() != null;
    Double value = across ? row.percolation2dEv() : row.percolation1dEv();
    Double std = across ? row.percolation2dStdEv() : row.percolation1dStdEv();
    html.add("<li><a class='name' href='#m=?' data-rank='?'>?</a>", rank, rank, row.materialId());
    html.add(
        "<span class='value'>?<small>? eV ?</small></span>",
        value == null ? "\u2013" : Digits.energy(value),
        std == null ? "" : " \u00b1 " + Digits.energy(std),
        across ? "2D" : "1D");
    Double change = reasons.change(material);
    if (change != null) {
      html.add(
          "<span class='change ?'>? vs pristine</span>",
          change <= 0 ? "lower" : "higher",
          Digits.change(change));
    } else {
      html.add("<span class='change'>?</span>", material.isPristine() ? "pristine host" : "");
    }
    html.add("<p>?</p></li>", reasons.because(input.details(material)));
  }

  /** Returns numbers of the whole report as the content of a description list. */
  String numbers() {
    Markup html = new Markup();
    number(html, "screened", materials(Double.POSITIVE_INFINITY).size());
    number(html, "conduct in 2D", percolating().size());
    if (!input.withoutEnergies().isEmpty()) {
      number(html, "without energies", input.withoutEnergies().size());
    }
    number(html, "rejected", input.rejects().size());
    number(html, input.runs().size() == 1 ? "run" : "runs", input.runs().size());
    return html.toString();
  }

  private static void number(Markup html, String name, int value) {
    html.add("<div><dt>?</dt><dd>?</dd></div>", name, value);
  }

  private Set<String> materials(double belowEv) {
    Set<String> ids = new HashSet<>();
    for (RankedMaterial material : input.materials()) {
      Double barrier = material.row().percolation2dEv();
      if (belowEv == Double.POSITIVE_INFINITY || (barrier != null && barrier < belowEv)) {
        ids.add(material.row().materialId());
      }
    }
    return ids;
  }

  private Set<String> percolating() {
    Set<String> ids = new HashSet<>();
    for (RankedMaterial material : input.materials()) {
      if (material.row().percolation2dEv() != null) {
        ids.add(material.row().materialId());
      }
    }
    return ids;
  }
}
