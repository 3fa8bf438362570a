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
 * What an import shall read and how.
 *
 * @param roots folders that are searched for calculations
 * @param slab the slab that belongs to all of them, or null to find slabs by their place
 * @param table a table of labels, or null
 * @param ion the mobile ion and its reference; the reference may be missing if there are no roots
 * @param side the side that ions are on
 * @param energy which of VASP's energies is taken
 * @param unverified whether an OSZICAR alone is accepted
 * @param relaxationAngstrom how far an atom of the slab may move under an ion
 * @param conventions what is declared about potential grids
 * @param labelKind how geometries were made, in the user's words, or null to take what the outputs
 *     show
 * @param limits how much a total energy may still change in the last step
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
   * @param grid its potential grid, or null for the one in the folder
   * @param materialId its name, or null for that of the folder
   */
  public record SlabChoice(String folder, String grid, String materialId) {}

  /**
   * The mobile ion.
   *
   * @param element its element
   * @param energyEv energy of one ion that binding is counted from, eV; null if a run gives it
   * @param run folder or output of the reference; null if the energy is given
   * @param reference what the reference is, such as "isolated atom" or "bcc"; null to take what the
   *     run shows
   */
  public record Ion(Element element, Double energyEv, String run, String reference) {}

  /**
   * A table of labels.
   *
   * @param uri a CSV or Parquet file
   * @param target name of the column with the energies, eV
   * @param grids folder of the potential grids
   * @param pattern file name of a grid, with {material_id}
   * @param theory how the labels were made
   */
  public record LabelSource(
      String uri, String target, String grids, String pattern, LevelOfTheory theory) {
    private static final String MATERIAL = "{material_id}";

    /**
     * Checks the pattern.
     *
     * @throws InputException if it does not distinguish materials
     */
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

  /**
   * Checks the request.
   *
   * @throws InputException if there is nothing to import, binding energies cannot be counted, or
   *     the relaxation is not above 0 and at most 1 Angstrom
   */
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
