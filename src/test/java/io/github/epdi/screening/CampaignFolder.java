package io.github.epdi.screening;

import io.github.epdi.model.ScreeningBundles;
import io.github.epdi.screening.campaign.Campaign;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;

/**
 * A campaign with its grids and its bundle in one folder, every path relative to it: it may be
 * moved to any file system and says the same.
 */
final class CampaignFolder {
  private static final String NAME = "campaign.yaml";

  private final Path folder;

  private CampaignFolder(Path folder) {
    this.folder = folder;
  }

  /** Writes five grids, four broken files and a bundle of one member. */
  static CampaignFolder write(Path folder) throws IOException {
    new GridFolder(folder.resolve("grids")).withGoodGrids().withBrokenFiles();
    ScreeningBundles.write(folder.resolve("bundle"), 1);
    Files.writeString(
        folder.resolve(NAME),
        """
        name: test
        inputs: ['grids/*.*', 'grids/*/LOCPOT']
        model: {bundle: bundle, batch_size: 4}
        output: results
        """);
    return new CampaignFolder(folder);
  }

  /** The campaign where it was written. */
  Campaign campaign(String... settings) {
    return read(new org.apache.hadoop.fs.Path(folder.toUri()), new Configuration(), settings);
  }

  /** Copies all of it below a path of any file system. */
  void copyTo(org.apache.hadoop.fs.Path root, Configuration configuration) throws IOException {
    FileSystem files = root.getFileSystem(configuration);
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString();
        if (name.equals(NAME) || name.startsWith("grids") || name.startsWith("bundle")) {
          copy(file, files, new org.apache.hadoop.fs.Path(root, name));
        }
      }
    }
  }

  private static void copy(Path file, FileSystem files, org.apache.hadoop.fs.Path target)
      throws IOException {
    try (var out = files.create(target)) {
      Files.copy(file, out);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot copy to " + target, e);
    }
  }

  /** The campaign as it is below a path that it was copied to. */
  static Campaign read(
      org.apache.hadoop.fs.Path root, Configuration configuration, String... settings) {
    return Campaign.read(
        new org.apache.hadoop.fs.Path(root, NAME).toString(), List.of(settings), configuration);
  }
}
