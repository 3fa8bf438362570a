package io.github.epdi.report;

import io.github.epdi.report.figure.Digits;
import io.github.epdi.report.figure.Markup;
import io.github.epdi.report.figure.ScreenedMaterial;
import io.github.epdi.tables.BarrierRow;
import io.github.epdi.tables.HopRow;
import io.github.epdi.tables.SiteRow;

/** The numbers behind a material's figures, folded away. */
final class DetailTables {
  private DetailTables() {}

  static void paths(Markup html, ScreenedMaterial material) {
    begin(html, "Paths", "path", "times", "forward (eV)", "reverse (eV)", "reaction (eV)", "flags");
    for (BarrierRow path : material.pathsByBarrier()) {
      html.add(
          "<tr><th scope='row'>? ? ?</th><td>?</td><td>?</td><td>?</td><td>?</td><td>?</td></tr>",
          path.startSite(),
          path.pathId(),
          path.endSite(),
          path.multiplicity(),
          Digits.energy(path.forwardBarrierEv(), path.forwardBarrierStdEv()),
          Digits.energy(path.reverseBarrierEv(), path.reverseBarrierStdEv()),
          Digits.energy(path.reactionEnergyEv(), path.reactionEnergyStdEv()),
          String.join(", ", path.flags()));
    }
    end(html);
  }

  static void sites(Markup html, ScreenedMaterial material) {
    begin(html, "Sites", "site", "u", "v", "like", "binding energy (eV)", "mean potential (eV)");
    for (SiteRow site : material.sites()) {
      html.add(
          "<tr><th scope='row'>?</th><td>?</td><td>?</td><td>?</td><td>?</td><td>?</td></tr>",
          site.siteId(),
          Digits.fixed(site.u(), 4),
          Digits.fixed(site.v(), 4),
          site.representative(),
          Digits.energy(site.bindingEnergyEv(), site.bindingEnergyStdEv()),
          Digits.energy(site.meanLocalPotentialEv()));
    }
    end(html);
  }

  static void hops(Markup html, ScreenedMaterial material) {
    begin(html, "Hops", "hop", "from", "to", "like", "hop energy (eV)", "at the bridge (eV)");
    for (HopRow hop : material.hops()) {
      html.add(
          "<tr><th scope='row'>?</th><td>?</td><td>?</td><td>?</td><td>?</td><td>?</td></tr>",
          hop.hopId(),
          hop.siteA(),
          hop.siteB(),
          hop.representative(),
          Digits.energy(hop.hopEnergyEv(), hop.hopEnergyStdEv()),
          Digits.energy(hop.bindingEnergyEv(), hop.bindingEnergyStdEv()));
    }
    end(html);
  }

  private static void begin(Markup html, String caption, String... columns) {
    html.add(
        "<details><summary>?</summary><div class='scroll' tabindex='0' role='region'"
            + " aria-label='?'><table><caption>?</caption><thead><tr>",
        caption + " as a table",
        caption,
        caption);
    for (String column : columns) {
      html.add("<th scope='col'>?</th>", column);
    }
    html.add("</tr></thead><tbody>");
  }

  private static void end(Markup html) {
    html.add("</tbody></table></div></details>");
  }
}
