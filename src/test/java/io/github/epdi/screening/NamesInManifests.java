package io.github.epdi.screening;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.runs.Manifests;
import io.github.epdi.runs.RunLayout;
import io.github.epdi.runs.TableFile;
import java.util.Collection;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** The names that the newest manifest of an output folder gives to files. */
final class NamesInManifests {
  private NamesInManifests() {}

  /** Checks that they are relative to the folder, wherever that lies, and returns them. */
  static List<String> of(Path output, Configuration configuration) {
    List<String> names =
        new Manifests(new RunLayout(output), configuration)
            .newest().tables().values().stream()
                .flatMap(Collection::stream)
                .map(TableFile::path)
                .toList();
    assertThat(names)
        .allSatisfy(
            name ->
                assertThat(name).matches("_data/[0-9a-f]{16}/tables/[a-z]+/[0-9a-f-]{36}/[^/]+"));
    return names;
  }
}
