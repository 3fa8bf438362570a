package io.github.epdi.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.SharedData;
import io.github.epdi.SparkExtension;
import io.github.epdi.dataset.DatasetImport;
import io.github.epdi.dataset.DatasetRequest;
import io.github.epdi.dataset.ImportedDataset;
import io.github.epdi.dataset.RunList;
import io.github.epdi.dataset.SuggestedRun;
import io.github.epdi.dataset.calculation.EnergyKind;
import io.github.epdi.dataset.calculation.ScfLimits;
import io.github.epdi.dataset.calculation.Unverified;
import io.github.epdi.grid.GridFiles;
import io.github.epdi.grid.GridReading;
import io.github.epdi.grid.PotentialConventions;
import io.github.epdi.grid.ReadingRequest;
import io.github.epdi.grid.blocks.GridLimits;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.Side;
import io.github.epdi.tables.dataset.LabelRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A true output of CP2K is what the input that we write for its site would have given: the level of
 * theory is that of the slab's own input, and cell, atoms and the place of lithium are the
 * output's.
 */
@ExtendWith(SparkExtension.class)
class Cp2kRoundTripTest {
  private static final double LITHIUM_EV = -7.414685708645469 * 27.211386245988;

  /** The label of the set's table, counted from a slab that is 0.00996 eV lower in the folder. */
  private static final double LABEL_EV = -3.36515 - 0.00996;

  @TempDir private Path root;

  @Test
  void anInputThatCannotBeTakenApartIsLeft() {
    assertThat(Cp2kTemplate.of("@SET A 1\n&FORCE_EVAL\n&SUBSYS\n&END\n&END\n")).isNull();
    assertThat(Cp2kTemplate.of("&FORCE_EVAL\n&SUBSYS\n&END\n")).isNull();
    assertThat(Cp2kTemplate.of("&END\n")).isNull();
    assertThat(Cp2kTemplate.of("")).isNull();
  }

  @Test
  void whatBelongsToTheSlabsOwnRunIsReplaced() {
    Cp2kTemplate template =
        Cp2kTemplate.of(
            """
            &global
              PROJECT slab
              RUN_TYPE GEO_OPT
            &end
            &MOTION
              &CONSTRAINT
              &END
            &END
            &FORCE_EVAL
              &DFT
                CHARGE 0
                &SCF
                  SCF_GUESS RESTART
                &END
              &END
              &SUBSYS
                &CELL
                  ABC 1 1 1
                &END
                &COORD
                  Mo 0 0 0
                &END
                &KIND Mo
                  POTENTIAL GTH-PBE-q14
                &END
              &END
            &END
            """);
    assertThat(template.with("", "  PROJECT li\n", "    &COORD\n    &END\n", "K\n", Element.Li))
        .isEqualTo(
            """
            &global
              PROJECT li
            &end
            &FORCE_EVAL
              &DFT
                CHARGE 0
                &SCF
                &END
              &END
              &SUBSYS
                &COORD
                &END
            K
                &KIND Mo
                  POTENTIAL GTH-PBE-q14
                &END
              &END
            &END
            """);
    assertThat(template.first("POTENTIAL", "")).isEqualTo("GTH-PBE-q14");
    assertThat(template.first("BASIS_SET", "none")).isEqualTo("none");
    assertThat(template.hasKinds(Set.of(Element.Mo, Element.Li), Element.Li)).isTrue();
    assertThat(template.hasKinds(Set.of(Element.Mo, Element.S), Element.Li)).isFalse();
  }

  @Test
  void ourInputIsThatOfTheOutput(SparkSession spark) throws IOException {
    Path slab = Files.createDirectory(root.resolve("MoS2-Ti"));
    for (String name : List.of("slab.inp", "slab.out")) {
      Files.writeString(
          slab.resolve(name), Files.readString(SharedData.path("dft/cp2k-run").resolve(name)));
    }
    Path grid = slab.resolve("full-v_hartree-1_0.cube.gz");
    Files.copy(SharedData.path("dft/MoS2-Ti.cube.gz"), grid);
    GridReading.Accepted reading =
        new GridFiles(spark.sparkContext().hadoopConfiguration())
            .read(
                grid.toString(),
                new ReadingRequest(
                    List.of(Side.TOP),
                    List.of(),
                    PotentialConventions.DEFAULT,
                    GridLimits.DEFAULT,
                    0.05,
                    ReadingRequest.Depth.STOP_AT_REJECT))
            .accepted();
    AdsorptionSite top = reading.graph(Side.TOP).tops().get(0);
    BareSurface surface = new BareSurface(reading.structure(), Side.TOP);
    CrystalStructure structure = surface.with(Element.Li, surface.place(top, 0, 0));

    Path run = Files.createDirectories(root.resolve("next/01-MoS2-Ti-top-T0"));
    Files.writeString(
        run.resolve("li.inp"),
        Cp2kText.of(
            "T0", "li", structure, IonHeight.FIXED, Cp2kTemplate.beside(grid.toUri().toString())));
    assertThat(run.resolve("li.inp")).content().contains("POTENTIAL GTH-PBE-q3");
    Files.writeString(
        run.resolve("li.out"), Files.readString(SharedData.path("dft/cp2k-run/T00.out")));
    Files.writeString(
        root.resolve("next").resolve(RunList.NAME),
        RunList.text(
            List.of(
                new SuggestedRun(
                    "01-MoS2-Ti-top-T0", "=m", Side.TOP, "T0", grid.toString(), "why"))));

    ImportedDataset found =
        new DatasetImport(
                spark,
                new DatasetRequest(
                    List.of(root.resolve("next").toString()),
                    null,
                    null,
                    new DatasetRequest.Ion(Element.Li, LITHIUM_EV, null, "isolated atom"),
                    Side.TOP,
                    EnergyKind.SIGMA0,
                    Unverified.REJECT,
                    0.6,
                    PotentialConventions.DEFAULT,
                    null,
                    ScfLimits.DEFAULT))
            .run();

    assertThat(found.rejects()).isEmpty();
    assertThat(found.labels()).hasSize(1);
    LabelRow label = found.labels().get(0);
    assertThat(label.materialId()).as("a name like a formula survives the list").isEqualTo("=m");
    assertThat(label.siteId()).isEqualTo("T0");
    assertThat(label.energy().bindingEnergyEv()).isCloseTo(LABEL_EV, within(0.001));
  }
}
