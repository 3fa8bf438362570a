package io.github.epdi.screening.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.hadoop.fs.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaterialIdsTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          file:/d/*.cube.gz,       file:/d/MoS2-Ti.cube.gz,       MoS2-Ti
          file:/d/*/LOCPOT,        file:/d/MoS2-Ti/LOCPOT,        MoS2-Ti
          file:/d/*/LOCPOT.zst,    file:/d/MoS2-Ti/LOCPOT.zst,    MoS2-Ti
          file:/d/*/*/LOCPOT,      file:/d/MoS2/Ti/LOCPOT,        MoS2/Ti
          file:/d/a*/x/LOCPOT*,    file:/d/a1/x/LOCPOT.bz2,       a1/x
          file:/d/LOCPOT,          file:/d/LOCPOT,                d
          file:/d/*/vaspout.h5,    file:/d/MoS2-Ti/vaspout.h5,    MoS2-Ti
          file:/d/a.xsf,           file:/d/a.xsf,                 a
          file:/d/*,               file:/d/CHGCAR_slash,          CHGCAR_slash
          "file:/d/{a,b}/*.vasp",  file:/d/b/x.vasp,              b/x
          s3a://bucket/*.cube,     s3a://bucket/WS2.v1.cube,      WS2.v1
          """)
  void pathBelowTheGlobsRootLessSuffixes(String pattern, String file, String id) {
    assertThat(MaterialIds.of(MaterialIds.root(pattern), new Path(file))).isEqualTo(id);
  }
}
