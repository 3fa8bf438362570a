package io.github.epdi.screening.campaign;

import io.github.epdi.levels.LevelsFile;
import io.github.epdi.levels.LevelsNames;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * Finds the files of electronic levels that lie beside grids. Each folder is listed once, however
 * many grids are in it.
 */
public final class LevelsListing {
  private final LevelsSettings settings;
  private final Configuration configuration;
  private final Map<Path, Map<String, FileStatus>> folders = new ConcurrentHashMap<>();

  /** Makes a listing that looks for the files a campaign's settings name. */
  public LevelsListing(LevelsSettings settings, Configuration configuration) {
    this.settings = settings;
    this.configuration = configuration;
  }

  /**
   * Returns a grid with the source of its levels. What its table says comes first, then what the
   * campaign declares, then the first file that lies beside it. A grid without any of these is
   * returned unchanged.
   *
   * @throws UncheckedIOException if storage fails
   */
  public GridInput withLevels(GridInput grid) {
    LevelsSource said = grid.levels() == null ? settings.declared() : grid.levels();
    if (said == null) {
      return LevelsNames.beside(grid.uri(), settings.files()).stream()
          .map(this::status)
          .filter(found -> found != null)
          .findFirst()
          .map(found -> grid.withLevels(source(found)))
          .orElse(grid);
    }
    if (said.isDeclared()) {
      return grid.withLevels(said);
    }
    FileStatus file = status(said.uri());
    return file == null ? grid.withLevels(said) : grid.withLevels(source(file));
  }

  private static LevelsSource source(FileStatus file) {
    return LevelsSource.of(
        new LevelsFile(file.getPath().toString(), file.getLen(), file.getModificationTime()));
  }

  private FileStatus status(String uri) {
    Path path = new Path(uri);
    Map<String, FileStatus> folder = folders.computeIfAbsent(path.getParent(), this::list);
    FileStatus found = folder.get(path.getName());
    return found == null || found.isDirectory() ? null : found;
  }

  private Map<String, FileStatus> list(Path folder) {
    try {
      return Arrays.stream(folder.getFileSystem(configuration).listStatus(folder))
          .collect(Collectors.toMap(file -> file.getPath().getName(), Function.identity()));
    } catch (FileNotFoundException e) {
      return Map.of();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + folder + ": " + e.getMessage(), e);
    }
  }

  /** Returns all grids with their levels, in the same order. */
  public List<GridInput> withLevels(List<GridInput> grids) {
    return grids.stream().map(this::withLevels).toList();
  }
}
