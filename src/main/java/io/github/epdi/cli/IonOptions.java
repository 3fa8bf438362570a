package io.github.epdi.cli;

import io.github.epdi.cli.shell.OutputFolder;
import io.github.epdi.cli.shell.Terminal;
import io.github.epdi.dataset.DatasetRequest.Ion;
import io.github.epdi.grid.EnergyUnit;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.InputException;
import picocli.CommandLine.Option;

/** Options that say which ion it is and what its binding energy is counted from. */
final class IonOptions {
  @Option(names = "--ion", defaultValue = "Li", description = "The mobile ion (default: Li).")
  private String symbol;

  @Option(
      names = "--ion-energy-ev",
      paramLabel = "EV",
      description = "Energy of one ion that binding energies are counted from, eV.")
  private Double electronvolts;

  @Option(names = "--ion-energy-hartree", paramLabel = "HA", description = "The same in Hartree.")
  private Double hartree;

  @Option(
      names = "--ion-run",
      paramLabel = "PATH",
      description = "Or a run of the isolated atom or of the bulk: a folder, or an output of CP2K.")
  private String run;

  @Option(
      names = "--ion-reference",
      paramLabel = "TEXT",
      description = "What that is: 'isolated atom', 'bcc', ...; recorded with the labels.")
  private String reference;

  Ion ion() {
    Element element =
        Element.ofSymbol(symbol)
            .filter(Element::isMobileIon)
            .orElseThrow(
                () ->
                    new InputException(
                        "Cannot use --ion: expected Li, Na, K, Mg, Ca, Zn or Al, found "
                            + Terminal.plain(symbol)));
    if (electronvolts != null && hartree != null) {
      throw new InputException(
          "Cannot count binding energies: expected one of --ion-energy-ev and"
              + " --ion-energy-hartree, found both");
    }
    Double stated =
        hartree == null
            ? electronvolts
            : Double.valueOf(hartree * EnergyUnit.HARTREE.electronvolts());
    return new Ion(element, stated, run == null ? null : OutputFolder.location(run), reference);
  }
}
