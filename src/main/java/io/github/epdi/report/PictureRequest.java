package io.github.epdi.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.epdi.grid.EnergyUnit;
import io.github.epdi.grid.PotentialConventions;
import io.github.epdi.grid.PotentialSign;
import io.github.epdi.grid.XcDeclaration;
import io.github.epdi.grid.blocks.GridLimits;
import io.github.epdi.report.figure.ScreenedMaterial;
import io.github.epdi.structure.Side;
import io.github.epdi.tables.BarrierRow;
import io.github.epdi.tables.GridRow;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Says what to draw of one side of one grid, and how its run read that grid.
 *
 * @param uri the grid
 * @param lengthBytes length of the file as the run found it
 * @param modifiedMillis time of its last change as the run found it
 * @param side the side
 * @param conventions conventions of the values that the run found or that were declared
 * @param limits limits on the size of the grid
 * @param symmetryToleranceAngstrom tolerance of the site finder
 * @param modelJson the model's card
 * @param siteIds sites to draw, along the path
 * @param lowestSite site whose anchor the map's plane is counted from
 */
record PictureRequest(
    String uri,
    long lengthBytes,
    long modifiedMillis,
    Side side,
    PotentialConventions conventions,
    GridLimits limits,
    double symmetryToleranceAngstrom,
    String modelJson,
    List<String> siteIds,
    String lowestSite) {

  /**
   * Returns the request for a material.
   *
   * @param run the material's run, which has a model card
   */
  static PictureRequest of(ScreenedMaterial material, ScreenedRun run) {
    GridRow grid = material.grid();
    JsonNode settings = settings(run);
    PotentialConventions usual = PotentialConventions.DEFAULT;
    BarrierRow path = material.lowestPath();
    return new PictureRequest(
        grid.key().inputUri(),
        grid.file().stamp().lengthBytes(),
        grid.file().stamp().modifiedMillis(),
        material.side(),
        new PotentialConventions(
            Stream.of(EnergyUnit.values())
                .filter(unit -> unit.label().equals(grid.potential().convention().fileUnit()))
                .findFirst()
                .orElse(null),
            PotentialSign.valueOf(grid.potential().convention().sign().toUpperCase(Locale.ROOT)),
            xc(grid),
            settings.path("potential.vacuum_gap_angstrom").asDouble(usual.vacuumGapAngstrom()),
            settings.path("potential.vacuum_flatness_ev").asDouble(usual.vacuumFlatnessEv())),
        new GridLimits(
            settings.path("limits.max_points").asLong(GridLimits.DEFAULT.maxPoints()),
            settings
                .path("limits.max_decompressed_bytes")
                .asLong(GridLimits.DEFAULT.maxDecompressedBytes())),
        settings.path("symmetry.tolerance_angstrom").asDouble(0.05),
        run.row().added().modelJson(),
        List.of(
            path.path().sites().start(),
            path.path().sites().startHop(),
            path.path().sites().middle(),
            path.path().sites().endHop(),
            path.path().sites().end()),
        material.row().energies().adsorption().siteId());
  }

  /**
   * Declares what the run found about exchange and correlation, so that it is not checked again.
   */
  private static XcDeclaration xc(GridRow grid) {
    if (grid.potential().convention().xcIncluded() == null) {
      return XcDeclaration.CHECK;
    }
    return grid.potential().convention().xcIncluded() ? XcDeclaration.INCLUDED : XcDeclaration.NONE;
  }

  private static JsonNode settings(ScreenedRun run) {
    try {
      return new ObjectMapper().readTree(run.row().campaign().json());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot read the settings of run " + run.runId(), e);
    }
  }
}
