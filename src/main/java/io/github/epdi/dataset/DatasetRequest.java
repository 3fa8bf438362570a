package io.github.epdi.dataset;

import io.github.epdi.dataset.calculation.EnergyKind;
import io.github.epdi.dataset.calculation.ScfLimits;
import io.github.epdi.dataset.calculation.Unverified;
import io.github.epdi.grid.PotentialConventions;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.InputException;
import io.github.epdi.structure.Side;
import io.github.epdi.theory.LevelOfTheory;
import java.util.List;

/**
 * What an import is to make a data set of.
 *
 * @param roots folders that are looked through for calculations
 * @param slab the slab of all of them, or null: found by place
 * @param table a table of labels, or null
 * @param ion the mobile ion and its reference; its energy may be missing if there are no roots
 * @param side the side that ions are on
 * @param energy which of VASP's energies
 * @param unverified whether an OSZICAR alone will do
 * @param relaxationAngstrom how far an atom of the slab may move under an ion
 * @param conventions what is declared of potential grids
 * @param labelKind how geometries were made, in the user's words; null: what the outputs show
 * @param limits how far a total energy may still move in the last step
 */
public record DatasetRequest(
    List<String> roots,
    SlabChoice slab,
    LabelSource table,
    Ion ion,
    Side side,
    EnergyKind energy,
    Unverified unverified,
    double relaxationAngstrom,
    PotentialConventions conventions,
    String labelKind,
    ScfLimits limits) {
  /**
   * A slab that the user names.
   *
   * @param folder its folder
   * @param grid its potential grid; null: in the folder
   * @param materialId its name; null: the folder's
   */
  public record SlabChoice(String folder, String grid, String materialId) {}

  /**
   * The mobile ion.
   *
   * @param element its element
   * @param energyEv energy that binding is counted from; null if a run has it
   * @param run folder or output of the reference; null if the number is stated
   * @param reference what it is: "isolated atom", "bcc"; null: what the run shows
   */
  public record Ion(Element element, Double energyEv, String run, String reference) {}

  /**
   * A table of labels.
   *
   * @param uri CSV or Parquet
   * @param target its column of energies, eV
   * @param grids folder of the potential grids
   * @param pattern file name of a grid, with {material_id}
   * @param theory how the labels were made
   */
  public record LabelSource(
      String uri, String target, String grids, String pattern, LevelOfTheory theory) {
    private static final String MATERIAL = "{material_id}";

    /** Checks that the pattern distinguishes materials. */
    public LabelSource {
      if (!pattern.contains(MATERIAL)) {
        throw new InputException(
            "Cannot find grids: expected a pattern with " + MATERIAL + ", found " + pattern);
      }
    }

    String gridUri(String materialId) {
      return grids + (grids.endsWith("/") ? "" : "/") + pattern.replace(MATERIAL, materialId);
    }
  }

  /** Checks that there is something to import and that binding energies can be counted. */
  public DatasetRequest {
    roots = List.copyOf(roots);
    if (roots.isEmpty() && table == null) {
      throw new InputException(
          "Cannot make a data set: expected folders of calculations or --labels, found neither");
    }
    if (!roots.isEmpty() && (ion.energyEv() == null) == (ion.run() == null)) {
      throw new InputException(
          "Cannot count binding energies: expected one reference for "
              + ion.element().symbol()
              + " (--ion-energy-ev, --ion-energy-hartree or --ion-run), found "
              + (ion.run() == null ? "none" : "two"));
    }
    if (ion.energyEv() != null && ion.reference() == null) {
      throw new InputException(
          "Cannot record what the energy of "
              + ion.element().symbol()
              + " is: expected --ion-reference, such as 'isolated atom' or 'bcc', found none");
    }
    if (!(relaxationAngstrom > 0 && relaxationAngstrom <= 1)) {
      throw new InputException(
          "Cannot compare structures: expected a relaxation above 0 and up to 1 Angstrom, found "
              + relaxationAngstrom);
    }
  }
}
