package io.github.epdi.screening;

import io.github.epdi.fuzz.Outcome;
import io.github.epdi.grid.EnergyUnit;
import io.github.epdi.grid.GridFiles;
import io.github.epdi.grid.PotentialConventions;
import io.github.epdi.grid.PotentialSign;
import io.github.epdi.grid.XcDeclaration;
import io.github.epdi.grid.blocks.GridLimits;
import io.github.epdi.model.BundleMetadata;
import io.github.epdi.model.ScreeningBundles;
import io.github.epdi.model.torch.ComputeDevice;
import io.github.epdi.model.torch.Precision;
import io.github.epdi.screening.campaign.Campaign;
import io.github.epdi.screening.campaign.GridInput;
import io.github.epdi.screening.campaign.GridOverrides;
import io.github.epdi.screening.campaign.LevelsSettings;
import io.github.epdi.structure.Side;
import io.github.epdi.tables.GridResult;
import io.github.epdi.theory.LevelOfTheory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;

/** The way from one file to its rows, with a network that is a formula of the pixels. */
public final class ScreenedFile {
  private static final double LOWEST_EV = -10;
  private static final double HIGHEST_EV = 5;

  private static final BundleMetadata MODEL = ScreeningBundles.metadata(1, 1);
  private static final int LENGTH = MODEL.image().length();

  private ScreenedFile() {}

  /**
   * Screens both sides of a file.
   *
   * @param xc how a VASP file is read: whole, or in planes
   */
  public static Outcome of(Path file, XcDeclaration xc) throws IOException {
    ScreeningSpec spec = spec(xc);
    GridInput input =
        new GridInput(
            file.toUri().toString(),
            "fuzz",
            Files.size(file),
            Files.getLastModifiedTime(file).toMillis(),
            "",
            GridOverrides.NONE);
    try (GridResultIterator results =
        new GridResultIterator(
            List.of(PlannedGrid.of(input, spec)).iterator(),
            spec,
            new GridFiles(new Configuration(false)),
            MODEL,
            ScreenedFile::predict)) {
      return outcome(results.next());
    }
  }

  private static Outcome outcome(GridResult result) {
    if (result.reject() != null) {
      return Outcome.rejected(result.reject().reason().code(), result.reject().reason().message());
    }
    DoubleStream energies =
        Stream.concat(
                result.sites().stream().map(site -> site.bindingEnergyEv()),
                result.hops().stream().map(hop -> hop.energies().bridgeEv()))
            .mapToDouble(energy -> energy.value());
    double[] outside = energies.filter(e -> !(e >= LOWEST_EV && e <= HIGHEST_EV)).toArray();
    return outside.length == 0
        ? Outcome.accepted()
        : Outcome.complaint("an energy of " + outside[0] + " eV in a table");
  }

  /** An exaggerated network: what is unlike a slab gives an energy unlike lithium's. */
  private static double[][] predict(float[] images, int count) {
    double[][] energies = new double[1][count];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < LENGTH; j++) {
        energies[0][i] += 4.0 * images[i * LENGTH + j] / LENGTH;
      }
    }
    return energies;
  }

  private static ScreeningSpec spec(XcDeclaration xc) {
    PotentialConventions usual = PotentialConventions.DEFAULT;
    PotentialConventions conventions =
        new PotentialConventions(
            (EnergyUnit) null,
            PotentialSign.AUTO,
            xc,
            usual.vacuumGapAngstrom(),
            usual.vacuumFlatnessEv());
    return new ScreeningSpec(
        List.of(Side.values()),
        conventions,
        GridLimits.DEFAULT,
        Duration.ofMinutes(1),
        0.05,
        0,
        1.5,
        null,
        ComputeDevice.Kind.CPU,
        4,
        Precision.FLOAT32,
        "digest",
        "{}",
        List.of(),
        LevelOfTheory.UNSAID,
        Campaign.OnDoubt.FLAG,
        null,
        new LevelsSettings(List.of(), null, LevelsSettings.WithoutLevels.REJECT));
  }
}
