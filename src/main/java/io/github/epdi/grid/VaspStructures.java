package io.github.epdi.grid;

import io.github.epdi.grid.text.TextInput;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Reject;
import io.github.epdi.structure.RejectException;
import java.io.IOException;
import java.io.InputStream;

/** Reads POSCAR and CONTCAR files, which look like the part of a LOCPOT before its values. */
public final class VaspStructures {
  private VaspStructures() {}

  /**
   * Reads cell and atoms as the reader of LOCPOT files does. Velocities after them are not read.
   *
   * @param text the decompressed file
   * @throws RejectException BAD_HEADER, UNKNOWN_ELEMENT or BAD_CELL, with the line
   */
  public static CrystalStructure read(InputStream text) throws IOException {
    TextInput in = new TextInput(text);
    RejectLedger rejects = RejectLedger.ofHeader();
    String title = Titles.clean(in.next("a title").text());
    VaspCell cell = VaspCell.read(in, rejects);
    VaspAtoms atoms = new VaspAtoms(title, rejects);
    atoms.read(in);
    CrystalStructure structure = cell == null ? null : atoms.structure(cell);
    if (structure == null || !rejects.isEmpty()) {
      Reject first = rejects.first();
      throw new RejectException(first.code(), first.message(), first.line());
    }
    return structure;
  }
}
