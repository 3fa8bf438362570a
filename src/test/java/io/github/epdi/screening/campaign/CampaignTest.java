package io.github.epdi.screening.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.epdi.grid.EnergyUnit;
import io.github.epdi.grid.PotentialSign;
import io.github.epdi.grid.XcDeclaration;
import io.github.epdi.pes.DiffusionEstimate;
import io.github.epdi.structure.InputException;
import io.github.epdi.structure.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CampaignTest {
  private static final String LEAST =
      """
      name: demo
      inputs: [grids/*.cube.gz]
      model:
        bundle: bundle
      output: out
      """;

  @TempDir Path folder;

  private Campaign read(String yaml, String... settings) throws IOException {
    Path file = Files.writeString(folder.resolve("campaign.yaml"), yaml);
    return Campaign.read(file.toString(), List.of(settings), new Configuration());
  }

  @Test
  void whatIsNotSaidIsTheDocumentedDefault() throws IOException {
    Campaign campaign = read(LEAST);

    assertThat(campaign.name()).isEqualTo("demo");
    assertThat(campaign.inputTable()).isNull();
    assertThat(campaign.device()).isEqualTo(Campaign.DeviceChoice.CPU);
    assertThat(campaign.batchSize()).isZero();
    assertThat(campaign.potential().unit()).isNull();
    assertThat(campaign.potential().sign()).isEqualTo(PotentialSign.AUTO);
    assertThat(campaign.potential().xc()).isEqualTo(XcDeclaration.CHECK);
    assertThat(campaign.potential().vacuumGapAngstrom()).isEqualTo(6.0);
    assertThat(campaign.potential().vacuumFlatnessEv()).isEqualTo(0.05);
    assertThat(campaign.sides()).containsExactly(Side.TOP);
    assertThat(campaign.symmetryToleranceAngstrom()).isEqualTo(0.05);
    assertThat(campaign.descriptorRadiusAngstrom()).isEqualTo(1.5);
    assertThat(campaign.pointsPerHop()).isZero();
    assertThat(campaign.estimates()).isNull();
    assertThat(campaign.levelOfTheory().code()).isNull();
  }

  @Test
  void relativePathsAreRelativeToTheCampaignsFolder() throws IOException {
    Campaign campaign = read(LEAST, "output=hdfs://cluster/out", "model.bundle=/models/a");

    assertThat(campaign.inputs()).containsExactly("file:" + folder + "/grids/*.cube.gz");
    assertThat(campaign.output()).isEqualTo("hdfs://cluster/out");
    assertThat(campaign.bundle()).isEqualTo("file:/models/a");
  }

  @Test
  void theCommandLineWinsAndIsCheckedAlike() throws IOException {
    Campaign campaign =
        read(
            LEAST,
            "side=both",
            "potential.unit=hartree",
            "potential.allow_xc=true",
            "estimates.diffusion=true",
            "estimates.temperature_kelvin=400",
            "side=bottom");

    assertThat(campaign.sides()).containsExactly(Side.BOTTOM);
    assertThat(campaign.potential().unit()).isEqualTo(EnergyUnit.HARTREE);
    assertThat(campaign.potential().xc()).isEqualTo(XcDeclaration.CHECK_AND_ALLOW);
    assertThat(campaign.estimates()).isEqualTo(new DiffusionEstimate.Conditions(1e13, 400, 6));
    assertThatThrownBy(() -> read(LEAST, "side=left"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "Cannot use campaign key side (--set): expected one of top, bottom, both, found"
                + " \"left\"");
  }

  @Test
  void everyValueThatChangesResultsIsInTheConventionsAndNoOther() throws IOException {
    String json = read(LEAST).conventionsJson();

    assertThat(read(LEAST, "side=both").conventionsJson()).isNotEqualTo(json);
    assertThat(read(LEAST, "model.batch_size=4").conventionsJson()).isNotEqualTo(json);
    assertThat(read(LEAST, "model.device=gpu").conventionsJson()).isNotEqualTo(json);
    assertThat(json).contains("\"model.device\":\"cpu\"").doesNotContain("batch_size");
    assertThat(read(LEAST, "model.precision=bfloat16").conventionsJson()).isNotEqualTo(json);
    assertThat(read(LEAST, "output=elsewhere", "name=other").conventionsJson()).isEqualTo(json);
    assertThat(json).contains("\"symmetry.tolerance_angstrom\":0.05").doesNotContain("bundle");
    assertThat(read(LEAST).settingsJson()).contains("\"model.bundle\":\"bundle\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          potentials:        | Cannot use campaign key potentials (campaign.yaml line 6, column 1): no such key; the nearest is potential.xc
          sides: both        | Cannot use campaign key sides (campaign.yaml line 6, column 1): no such key; the nearest is side
          side: left         | Cannot use campaign key side (campaign.yaml line 6, column 1): expected one of top, bottom, both, found "left"
          side: [top]        | Cannot use campaign key side (campaign.yaml line 6, column 1): expected one of top, bottom, both, found the list [top]
          side:              | Cannot use campaign key side (campaign.yaml line 6, column 1): expected one of top, bottom, both, found nothing
          side: {a: 1}       | Cannot read campaign campaign.yaml line 6, column 7: expected a value, found a section
          paths: 3           | Cannot use campaign key paths (campaign.yaml line 6, column 1): no such key; the nearest is inputs
          manifest: a.csv    | Cannot use campaign: expected either inputs or manifest, found both
          """)
  void aWrongLineIsNamed(String line, String message) {
    assertThatThrownBy(() -> read(LEAST + line + "\n"))
        .isInstanceOf(InputException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          model.batch_size=0                | expected a whole number from 1 to 512, found "0"
          model.batch_size=2.5              | expected a whole number from 1 to 512, found "2.5"
          model.device=cuda                 | expected one of cpu, gpu, auto, found "cuda"
          symmetry.tolerance_angstrom=NaN   | expected a number from 1.0E-6 to 1, found "NaN"
          potential.unit=Ha                 | expected one of eV, hartree, rydberg, found "Ha"
          potential.allow_xc=yes            | expected true or false, found "yes"
          paths.points_per_hop=3            | expected an even number, found 3
          name=../up                        | found "../up"
          output=                           | expected a path, found nothing
          outptu=a                          | no such key; the nearest is output
          nothing                           | expected key=value
          """)
  void aWrongSettingIsNamed(String setting, String message) {
    assertThatThrownBy(() -> read(LEAST, setting))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(message)
        .message()
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3a://key:secret@bucket/grids/*.cube",
        "s3a://key@bucket/grids",
        "https://host/LOCPOT?X-Amz-Signature=secret",
        "hdfs://user:secret@host/grids"
      })
  void credentialsAreRefusedAndNotRepeated(String uri) {
    assertThatThrownBy(() -> read(LEAST, "inputs=" + uri))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("expected none with credentials")
        .message()
        .doesNotContain("secret");
  }

  @Test
  void keysMayNotBeRepeated() {
    assertThatThrownBy(() -> read(LEAST + "name: again\n"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("line 6, column 1: expected each key once, found name again");
    assertThatThrownBy(() -> read(LEAST + "potential: {xc: none, xc: check}\n"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("found potential.xc again");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "potential: &a {xc: none}",
        "side: *a",
        "side: !!java.util.Date 2020-01-01",
        "paths: &x\n  points_per_hop: 0"
      })
  void anchorsAliasesAndTagsAreRefused(String line) {
    assertThatThrownBy(() -> read(LEAST + line + "\n"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("found an anchor, alias or tag");
  }

  @Test
  void whatIsNoCampaignIsNamed() {
    assertThatThrownBy(() -> read("just text"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("expected keys and values");
    assertThatThrownBy(() -> read(""))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("expected keys and values");
    assertThatThrownBy(() -> read("name: [unclosed\n"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "Cannot read campaign campaign.yaml line 1, column 16: while parsing a flow sequence:"
                + " expected ',' or ']', but got <stream end>");
    assertThatThrownBy(() -> read(LEAST + "---\nname: b\n"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("expected one document");
    assertThatThrownBy(() -> read("#" + "x".repeat(2 << 20)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("expected at most 1048576 bytes");
    assertThatThrownBy(() -> read("[".repeat(100_000)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Cannot read campaign campaign.yaml");
    assertThatThrownBy(() -> read("name: demo\n"))
        .isInstanceOf(InputException.class)
        .hasMessage("Cannot use campaign: expected either inputs or manifest, found none of them");
    assertThatThrownBy(() -> read("name: demo\ninputs: a\nmodel: {bundle: b}\n"))
        .isInstanceOf(InputException.class)
        .hasMessage("Cannot use campaign: expected the key output, found none");
  }

  @Test
  void aMissingFileAndADirectoryAreNamed() {
    assertThatThrownBy(
            () ->
                Campaign.read(
                    folder.resolve("none.yaml").toString(), List.of(), new Configuration()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("none.yaml: expected a file, found none");
    assertThatThrownBy(() -> Campaign.read(folder.toString(), List.of(), new Configuration()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("expected a file, found a directory");
  }

  @Test
  void theDocumentedTableIsTheParsersOwn() throws IOException {
    assertThat(Files.readString(Path.of("jobs/campaign.md"))).endsWith(Campaign.keys());
  }
}
