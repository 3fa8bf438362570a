package io.github.epdi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.cli.doctor.Finding;
import io.github.epdi.cli.shell.ExitCodes;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user types where no secret belongs is not repeated. */
class SecretsTest {
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "screen --campaign CAMPAIGN --set fs.s3a.secret.key=SECRET",
        "screen --campaign CAMPAIGN --set fs.s3a.secret.key:SECRET",
        "screen --campaign CAMPAIGN --set =SECRET",
        "screen --campaign CAMPAIGN --set output=s3a://AKIA:SECRET@bucket/results",
        "screen --campaign CAMPAIGN --set inputs=s3a://AKIA:SECRET@bucket/*",
        "screen --campaign CAMPAIGN --set model.bundle=s3a://AKIA:SECRET@bucket/bundle",
        "screen --campaign s3a://AKIA:SECRET@bucket/campaign.yaml",
        "screen --campaign CAMPAIGN --conf fs.s3a.secret.key=SECRET",
        "screen --campaign CAMPAIGN --fs.s3a.secret.key=SECRET",
        "inspect s3a://AKIA:SECRET@bucket/LOCPOT",
        "predict s3a://AKIA:SECRET@bucket/LOCPOT --bundle jobs/demo/bundle",
        "predict jobs/demo/grids/MoS2-pristine.cube.gz --bundle s3a://AKIA:SECRET@bucket/bundle",
        "query --output s3a://AKIA:SECRET@bucket/results SELECT",
        "report --output s3a://AKIA:SECRET@bucket/results",
      })
  void anErrorDoesNotSayThem(String typed) throws Exception {
    Path campaign =
        Files.writeString(
            folder.resolve("campaign.yaml"),
            "name: a\ninputs: ['none/*']\nmodel: {bundle: none}\noutput: results\n");
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said, true);
    List<String> arguments =
        List.of(
            typed.replace("CAMPAIGN", campaign.toString()).replace("SECRET", SECRET).split(" "));

    int exit = Main.run(arguments.toArray(String[]::new), out, out);

    assertThat(exit).as(said.toString()).isIn(ExitCodes.USAGE, ExitCodes.BAD_INPUT);
    assertThat(said.toString()).isNotBlank().doesNotContain("wJalr", "K7MDENG");
  }

  @Test
  void aFindingOfTheDoctorDoesNotSayThemEither() {
    assertThat(Finding.fail("s3a://AKIA:" + SECRET + "@bucket/a: nothing there", "").found())
        .isEqualTo("s3a://***@bucket/a: nothing there");
  }
}
