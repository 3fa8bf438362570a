package io.github.epdi.publish;

import io.github.epdi.structure.InputException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * Reads the file of further properties of a catalog, such as user and password. Its values are
 * repeated nowhere.
 */
final class CatalogProperties {
  /** Properties that have campaign keys, or that these decide. */
  private static final List<String> OF_THE_CAMPAIGN =
      List.of("type", "catalog-impl", "uri", "warehouse");

  private CatalogProperties() {}

  /**
   * Returns the properties.
   *
   * @return none if the settings name no file
   * @throws InputException if the file cannot be read, or sets what the campaign does
   */
  static Map<String, String> read(PublishSettings settings, Configuration configuration) {
    if (settings.propertiesFile() == null) {
      return Map.of();
    }
    Path file = new Path(settings.propertiesFile());
    Properties read = new Properties();
    try (Reader in =
        new InputStreamReader(
            file.getFileSystem(configuration).open(file), StandardCharsets.UTF_8)) {
      read.load(in);
    } catch (IOException | IllegalArgumentException e) {
      throw new InputException(
          "Cannot read publish.iceberg.properties " + file + ": expected a file of properties", e);
    }
    Map<String, String> properties = new TreeMap<>();
    for (String name : read.stringPropertyNames()) {
      if (OF_THE_CAMPAIGN.contains(name)) {
        throw new InputException(
            "Cannot use property " + name + " in " + file + ": the campaign's keys say it");
      }
      properties.put(name, read.getProperty(name));
    }
    return properties;
  }
}
