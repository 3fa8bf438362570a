package io.github.epdi.report;

import io.github.epdi.model.BundleMetadata;
import io.github.epdi.report.figure.Digits;
import io.github.epdi.report.figure.LabelAccuracy;
import io.github.epdi.report.figure.Markup;
import io.github.epdi.report.figure.ParityFigure;
import java.util.Map;

/**
 * Writes the section on labels, with a parity plot, errors by part, and notes on which points are a
 * test.
 */
final class AccuracyHtml {
  private AccuracyHtml() {}

  /**
   * Returns the content of the section.
   *
   * @param model card of the newest run's model, or null
   */
  static String of(ReportInput input, BundleMetadata model) {
    Markup html = new Markup();
    if (input.labels().isEmpty()) {
      return html.add(
              "<p class='note'>No labels were given. With calculated binding energies"
                  + " (<code>--labels FILE</code>, CSV or Parquet as <code>epdi train</code> takes"
                  + " them) this shows predictions against them.</p>")
          .toString();
    }
    Map<String, LabelAccuracy.Part> parts = LabelAccuracy.parts(input.labels(), model);
    html.add("<div class='duo'><figure class='fig' data-name='parity plot'>");
    html.raw(new ParityFigure(parts).svg()).add("</figure><div>");
    html.add(
        "<div class='scroll' tabindex='0' role='region' aria-label='Errors by part'><table>"
            + "<caption>Errors by part</caption><thead><tr><th scope='col'>the label's material was"
            + "</th><th scope='col'>n</th><th scope='col'>MAE (eV)</th><th scope='col'>RMSE (eV)"
            + "</th></tr></thead><tbody>");
    parts.forEach(
        (name, part) ->
            html.add(
                "<tr><th scope='row'>?</th><td>?</td><td>?</td><td>?</td></tr>",
                name,
                part.pairs().size(),
                Digits.energy(part.maeEv()),
                Digits.energy(part.rmseEv())));
    html.add("</tbody></table></div>");
    notes(html, input, parts, model);
    return html.add("</div></div>").toString();
  }

  private static void notes(
      Markup html, ReportInput input, Map<String, LabelAccuracy.Part> parts, BundleMetadata model) {
    if (parts.containsKey(LabelAccuracy.TRAINING)) {
      html.add(
          "<p class='note'><b>Points of materials that the model was trained on are not a test.</b>"
              + " They show how well it learned, not how well it predicts.</p>");
    }
    if (model == null) {
      html.add(
          "<p class='note'>The run did not record its model's card: which materials it was trained"
              + " on is not known here.</p>");
    } else if (parts.containsKey(LabelAccuracy.UNKNOWN)) {
      html.add(
          "<p class='note'>Materials unknown to the model card are matched by their names: one that"
              + " was trained on under another name would hide among them.</p>");
    }
    if (input.unmatchedLabels() > 0) {
      html.add(
          "<p class='note'>? labels belong to no site that is reported here.</p>",
          input.unmatchedLabels());
    }
  }
}
