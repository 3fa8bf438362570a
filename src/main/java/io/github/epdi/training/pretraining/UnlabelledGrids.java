package io.github.epdi.training.pretraining;

import io.github.epdi.grid.GridFiles;
import io.github.epdi.grid.GridReading;
import io.github.epdi.grid.PotentialConventions;
import io.github.epdi.grid.ReadingRequest;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.InputException;
import io.github.epdi.structure.Side;
import io.github.epdi.training.examples.ImageSite;
import io.github.epdi.training.examples.LabelledGrid;
import io.github.epdi.training.examples.LabelledGrids;
import io.github.epdi.training.loop.Seeds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Reads all grids of a directory for pretraining, in order of their names.
 *
 * @param grids grids that were accepted, without labels
 * @param rejected number of files that could not be used
 */
record UnlabelledGrids(List<LabelledGrid> grids, int rejected) {
  /**
   * Reads all files of a directory but hidden ones. It throws an {@link InputException} if none of
   * them is a grid that can be used.
   *
   * @param heightsAngstrom heights of the images
   */
  static UnlabelledGrids read(
      String directory,
      Configuration configuration,
      PotentialConventions conventions,
      List<Double> heightsAngstrom) {
    ReadingRequest request =
        LabelledGrids.request(
            Side.TOP, conventions, heightsAngstrom, SurrogateTargets.HEIGHTS_ANGSTROM);
    GridFiles files = new GridFiles(configuration);
    List<String> uris = list(directory, configuration);
    List<LabelledGrid> grids =
        uris.parallelStream()
            .map(uri -> grid(files.read(uri, request)))
            .filter(Objects::nonNull)
            .toList();
    if (grids.isEmpty()) {
      throw new InputException(
          "Cannot pretrain: expected grids that can be screened in "
              + directory
              + ", found none among "
              + uris.size()
              + " files (epdi synthesize makes some)");
    }
    return new UnlabelledGrids(grids, uris.size() - grids.size());
  }

  private static List<String> list(String directory, Configuration configuration) {
    try {
      Path path = new Path(directory);
      FileSystem files = path.getFileSystem(configuration);
      return Arrays.stream(files.listStatus(path))
          .filter(FileStatus::isFile)
          .map(status -> status.getPath().toString())
          .filter(uri -> !new Path(uri).getName().startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + directory + ": " + e.getMessage(), e);
    }
  }

  private static LabelledGrid grid(GridReading reading) {
    return reading.either(
        accepted -> new LabelledGrid(accepted.file().uri(), accepted, Side.TOP, List.of()),
        rejected -> null);
  }

  /** Returns a hexadecimal digest of the grids' names and lengths, in their order. */
  String sha256() {
    StringBuilder all = new StringBuilder();
    grids.forEach(
        grid ->
            all.append(new Path(grid.materialId()).getName())
                .append(' ')
                .append(grid.reading().file().lengthBytes())
                .append('\n'));
    return DigestUtils.sha256Hex(all.toString());
  }

  /**
   * Draws some unique sites of each grid from {@code first} to before {@code last} by seed.
   *
   * @param choice which places are taken
   */
  List<ImageSite> sites(int first, int last, PlaceChoice choice, long seed) {
    List<ImageSite> sites = new ArrayList<>();
    for (int i = first; i < last; i++) {
      LabelledGrid grid = grids.get(i);
      List<AdsorptionSite> unique =
          new ArrayList<>(
              grid.graph().all().stream()
                  .filter(AdsorptionSite::isRepresentative)
                  .filter(site -> choice.kinds().contains(site.kind()))
                  .toList());
      Random random = Seeds.random(seed, "sites", i);
      Collections.shuffle(unique, random);
      for (AdsorptionSite site : unique.subList(0, Math.min(choice.perGrid(), unique.size()))) {
        UnlabelledSite at = new UnlabelledSite(grid, site);
        sites.add(at);
        for (int n = 0; n < choice.shifted(); n++) {
          sites.add(ShiftedSite.beside(at, random));
        }
      }
    }
    return sites;
  }
}
