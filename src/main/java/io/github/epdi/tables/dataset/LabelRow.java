package io.github.epdi.tables.dataset;

import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.tables.encoding.SharedColumns;
import io.github.epdi.tables.encoding.SurfaceKey;
import io.github.epdi.tables.encoding.TableColumn;
import java.util.List;

/** One labelled site, which is a row of {@link DatasetTable#LABELS}. */
public record LabelRow(
    @TableColumn(name = SharedColumns.MATERIAL_ID, meaning = "The material.", key = true)
        @TableColumn(
            name = SharedColumns.SIDE,
            meaning = "Side of the slab that the ion is on: top or bottom.",
            key = true)
        SurfaceKey surface,
    SiteColumns site,
    IonColumns ion,
    EnergyColumns energy,
    SourceColumns source,
    @TableColumn(
            name = "flags",
            meaning = "Remarks in alphabetical order; empty if there are none.")
        List<String> flags,
    ConvergenceColumns convergence,
    LevelColumns levels) {
  /** The columns of the slab's own site at the ion's place. */
  public record SiteColumns(
      @TableColumn(
              name = SharedColumns.SITE_ID,
              meaning = "The slab's own site at the ion's place: T0, H3, B11.",
              key = true)
          String siteId,
      @TableColumn(name = "kind", meaning = "T (above a metal), H (hollow) or B (bridge).")
          String kind,
      @TableColumn(name = "is_saddle", meaning = "Whether the site is a bridge: a hop's saddle.")
          boolean isSaddle,
      @TableColumn(name = "representative", meaning = "First of the symmetry-equivalent sites.")
          String representative,
      @TableColumn(name = "multiplicity", meaning = "Number of symmetry-equivalent sites.")
          int multiplicity) {
    /** Makes the columns of a site. */
    public static SiteColumns of(AdsorptionSite site) {
      return new SiteColumns(
          site.id(),
          site.kind().name(),
          site.kind() == SiteKind.B,
          site.representative(),
          site.multiplicity());
    }
  }

  /** The columns that say where the ion is. */
  public record IonColumns(
      @TableColumn(
              name = "frac_a",
              meaning = "Lateral fractional coordinate of the ion along a, in the slab's cell.")
          double fracA,
      @TableColumn(name = "frac_b", meaning = "The same along b.") double fracB,
      @TableColumn(
              name = "site_distance_angstrom",
              unit = "angstrom",
              meaning = "Lateral distance of the ion from the site.")
          double siteDistanceAngstrom,
      @TableColumn(
              name = "height_angstrom",
              unit = "angstrom",
              meaning =
                  "Height of the ion above the site's own chalcogens of the bare slab, along the"
                      + " outward normal; null for a label of a table.",
              nullable = true)
          Double heightAngstrom) {}

  /**
   * The columns of the energies that a binding energy is made of. They are null for a label from a
   * table.
   */
  public record TermColumns(
      @TableColumn(
              name = "energy_ev",
              unit = "eV",
              meaning = "E(slab + ion); null for a label of a table.",
              nullable = true)
          Double withIonEv,
      @TableColumn(
              name = "slab_energy_ev",
              unit = "eV",
              meaning = "E(slab); null for a label of a table.",
              nullable = true)
          Double slabEv,
      @TableColumn(
              name = "ion_energy_ev",
              unit = "eV",
              meaning = "E(ion); null for a label of a table.",
              nullable = true)
          Double ionEv) {}

  /**
   * The columns of the label itself.
   *
   * @param terms energies that the label is made of; null for a label from a table
   */
  public record EnergyColumns(
      @TableColumn(
              name = "binding_energy_ev",
              unit = "eV",
              meaning = "E(slab + ion) - E(slab) - E(ion); negative means bound.")
          double bindingEnergyEv,
      @TableColumn(
              name = "force_normal_ev_per_angstrom",
              unit = "eV/angstrom",
              meaning = "Force on the ion along the outward normal; null where none is printed.",
              nullable = true)
          Double forceNormalEvPerAngstrom,
      @TableColumn(
              name = "origin",
              meaning =
                  "Where the label is from: run, neb-end, neb-saddle (the highest image), table.")
          String origin,
      @TableColumn(
              name = "energy_kind",
              meaning = "Which energy was taken: sigma0, free, total; null for a label of a table.",
              nullable = true)
          String energyKind,
      TermColumns terms) {}

  /** The columns that say what the label was made from. */
  public record SourceColumns(
      @TableColumn(name = "source_uri", meaning = "Folder, output or table that the label is of.")
          String sourceUri,
      @TableColumn(name = "grid_uri", meaning = "Potential grid of the bare slab.") String gridUri,
      @TableColumn(
              name = "elapsed_s",
              unit = "s",
              meaning = "Wall time of the calculation; null where it is not printed.",
              nullable = true)
          Double elapsedSeconds,
      @TableColumn(name = "level_of_theory", meaning = "As read from the outputs.")
          TheoryValue theory,
      @TableColumn(name = "sources", meaning = "Every file that the row was made of.")
          List<SourceFileValue> sources) {}

  /**
   * The columns that say how much the energies still changed and what a user should know about the
   * label. They are null for a label from a table, except that remarks say what its flags are
   * about.
   */
  public record ConvergenceColumns(
      @TableColumn(
              name = "scf_last_change_ev",
              unit = "eV",
              meaning =
                  "Size of the change of E(slab + ion) in the last step of its self-consistent"
                      + " field; null where none is printed, and for a label of a table.",
              nullable = true,
              since = 2)
          Double withIonEv,
      @TableColumn(
              name = "slab_scf_last_change_ev",
              unit = "eV",
              meaning = "The same of E(slab).",
              nullable = true,
              since = 2)
          Double slabEv,
      @TableColumn(
              name = "ion_scf_last_change_ev",
              unit = "eV",
              meaning = "The same of the run that E(ion) is from, whole, not by atom.",
              nullable = true,
              since = 2)
          Double ionEv,
      @TableColumn(
              name = "remarks",
              meaning = "What the flags are about, in words, with what was found.",
              nullable = true,
              since = 2)
          List<String> remarks) {}

  /**
   * The columns of where the electrons of the bare slab are relative to vacuum, seen from the
   * label's side. They are null where no file of levels lies beside the slab's grid, and where it
   * cannot be used, which a flag says.
   */
  public record LevelColumns(
      @TableColumn(
              name = "electron_affinity_ev",
              unit = "eV",
              meaning =
                  "Energy that the bare slab gains with an electron for each nine metals of the"
                      + " side's layer: vacuum level of the side less the mean chemical potential"
                      + " while it is added; null without usable levels beside the grid.",
              nullable = true,
              since = 3)
          Double electronAffinityEv,
      @TableColumn(
              name = "work_function_ev",
              unit = "eV",
              meaning =
                  "Vacuum level of the side less the chemical potential of the bare slab's"
                      + " electrons; null without usable levels beside the grid.",
              nullable = true,
              since = 3)
          Double workFunctionEv,
      @TableColumn(
              name = "gap_ev",
              unit = "eV",
              meaning =
                  "Lowest level of the bare slab with room less the highest filled level, 0 in"
                      + " metals; null without usable levels beside the grid.",
              nullable = true,
              since = 3)
          Double gapEv) {}

  /** Returns the id of the material. */
  public String materialId() {
    return surface.materialId();
  }

  /** Returns the side of the slab that the ion is on, top or bottom. */
  public String side() {
    return surface.side();
  }

  /** Returns the id of the slab's own site at the ion's place. */
  public String siteId() {
    return site.siteId();
  }
}
