package io.github.epdi.grid;

import io.github.epdi.grid.text.HeaderLine;
import io.github.epdi.grid.vacuum.VacuumWindow;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.RejectException;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.SiteFinder;
import io.github.epdi.structure.Slab;
import io.github.epdi.structure.cell.CellCheck;
import java.util.Locale;

/** Checks what a sound header says about unit, cell, slab, vacuum gap and sites. */
final class HeaderChecks {
  private final ReadingInProgress reading;

  HeaderChecks(ReadingInProgress reading) {
    this.reading = reading;
  }

  /** Fills in unit, cell check, slab and graphs, and notes in the ledger what is wrong. */
  void run() {
    GridHeader header = reading.header;
    checkUnit(header);
    CrystalStructure structure = reading.structure();
    if (structure == null) {
      return;
    }
    checkCell(structure);
    try {
      Slab slab = Slab.of(structure, reading.request.conventions().vacuumGapAngstrom());
      reading.slab = slab;
      checkGap(slab);
    } catch (RejectException e) {
      reading.headerRejects.add(e);
      return;
    }
    SiteFinder finder = new SiteFinder(reading.request.symmetryToleranceAngstrom());
    for (Side side : reading.request.sides()) {
      try {
        reading.graphs.put(side, finder.find(reading.slab, side));
      } catch (RejectException e) {
        reading.headerRejects.add(e);
      }
    }
  }

  private void checkCell(CrystalStructure structure) {
    try {
      reading.outside = AtomsOutside.of(reading.file);
      reading.outside.requireApart();
      reading.cellCheck = CellCheck.of(structure);
    } catch (RejectException e) {
      if (reading.file.cellIsStated()) {
        // Only a cell of points times voxel can be wrong. Here distances differ for other reasons.
        reading.cellCheck = CellCheck.VERIFIED;
      } else {
        reading.headerRejects.add(e);
      }
    }
  }

  private void checkUnit(GridHeader header) {
    EnergyUnit declared = reading.request.conventions().unit();
    reading.unit = declared == null ? reading.file.unit() : declared;
    if (reading.unit == null) {
      reading.headerRejects.add(
          RejectCode.UNIT_REQUIRED,
          "Cannot use the values: expected a declared unit or a title that names its writer"
              + " (CP2K, Quantum ESPRESSO, ABACUS), found \""
              + HeaderLine.printable(header.title())
              + "\"",
          1);
    }
  }

  private void checkGap(Slab slab) {
    if (slab.gapAngstrom() < VacuumWindow.SMALLEST_GAP_ANGSTROM) {
      reading.headerRejects.add(
          RejectCode.NO_VACUUM,
          String.format(
              Locale.ROOT,
              "Cannot find a vacuum level: expected a gap of at least %.1f Angstrom along the"
                  + " normal, found %.4f",
              VacuumWindow.SMALLEST_GAP_ANGSTROM,
              slab.gapAngstrom()),
          0);
    }
  }
}
