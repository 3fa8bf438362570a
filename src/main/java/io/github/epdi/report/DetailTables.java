package io.github.epdi.report;

import io.github.epdi.report.figure.Digits;
import io.github.epdi.report.figure.Markup;
import io.github.epdi.report.figure.ScreenedMaterial;
import io.github.epdi.tables.BarrierRow;
import io.github.epdi.tables.HopRow;
import io.github.epdi.tables.SiteRow;

/** Writes the numbers behind a material's figures as tables that are folded away. */
final class DetailTables {
  private DetailTables() {}

  static void paths(Markup html, ScreenedMaterial material) {
    begin(html, "Paths", "path", "times", "forward (eV)", "reverse (eV)", "reaction (eV)", "flags");
    for (BarrierRow path : material.pathsByBarrier()) {
      html.add(
          "<tr><th scope='row'>? ? ?</th><td>?</td><td>?</td><td>?</td><td>?</td><td>?</td></tr>",
          path.path().sites().start(),
          path.pathId(),
          path.path().sites().end(),
          path.path().multiplicity(),
          Digits.energy(
              path.barriers().forwardEv().value(),
              path.barriers().forwardEv().std(),
              path.intervals() == null ? null : path.intervals().forwardEv()),
          Digits.energy(
              path.barriers().reverseEv().value(),
              path.barriers().reverseEv().std(),
              path.intervals() == null ? null : path.intervals().reverseEv()),
          Digits.energy(path.barriers().reactionEv().value(), path.barriers().reactionEv().std()),
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
          Digits.fixed(site.place().fraction().u(), 4),
          Digits.fixed(site.place().fraction().v(), 4),
          site.orbit().representative(),
          Digits.energy(
              site.bindingEnergyEv().value(),
              site.bindingEnergyEv().std(),
              site.bindingEnergyIntervalEv()),
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
          hop.route().siteA(),
          hop.route().siteB(),
          hop.orbit().representative(),
          Digits.energy(
              hop.energies().barriers().hopEnergyEv().value(),
              hop.energies().barriers().hopEnergyEv().std()),
          Digits.energy(
              hop.energies().bridgeEv().value(),
              hop.energies().bridgeEv().std(),
              hop.intervals() == null ? null : hop.intervals().bridgeEv()));
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
