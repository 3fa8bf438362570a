package io.github.epdi.publish;

import io.github.epdi.structure.InputException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;

/** Finds Iceberg and makes a publisher of what was found. */
final class IcebergLibrary {
  private static final String FOLDER = "iceberg";
  private static final String PUBLISHER = OwnFirstLoader.PREFIX + "IcebergPublisher";

  private IcebergLibrary() {}

  /**
   * Makes a publisher.
   *
   * @throws InputException if Iceberg is neither on the class path nor in its folder
   */
  static Publisher publisher(
      PublishSettings settings, Map<String, String> properties, Configuration configuration) {
    ClassLoader loader = loader(IcebergLibrary.class.getClassLoader(), program());
    if (settings.catalog() == PublishSettings.CatalogKind.JDBC) {
      // Drivers that lie in the folder make themselves known when they are loaded.
      ServiceLoader.load(Driver.class, loader).stream().forEach(ServiceLoader.Provider::get);
    }
    try {
      return (Publisher)
          loader
              .loadClass(PUBLISHER)
              .getConstructor(PublishSettings.class, Map.class, Configuration.class)
              .newInstance(settings, properties, configuration);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot make " + PUBLISHER, e);
    }
  }

  /**
   * Returns a loader that knows Iceberg.
   *
   * @param own the program's loader, which is returned if it knows Iceberg
   * @param program the program's jar or folder of classes, beside which the folder is looked for
   */
  static ClassLoader loader(ClassLoader own, Path program) {
    if (own.getResource("org/apache/iceberg/catalog/Catalog.class") != null) {
      return own;
    }
    Path folder = program.resolveSibling(FOLDER);
    try {
      List<URL> places = new ArrayList<>(List.of(program.toUri().toURL()));
      for (Path jar : jars(folder)) {
        places.add(jar.toUri().toURL());
      }
      if (places.size() == 1) {
        throw new InputException(
            "Cannot publish to Iceberg: expected iceberg-spark-runtime-4.1_2.13-*.jar in "
                + folder
                + ", found no jar there");
      }
      return new OwnFirstLoader(places.toArray(URL[]::new), own);
    } catch (IOException e) {
      throw new InputException("Cannot publish to Iceberg: " + e.getMessage(), e);
    }
  }

  private static List<Path> jars(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  private static Path program() {
    try {
      return Path.of(
          IcebergLibrary.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("Cannot find the program's own jar", e);
    }
  }
}
