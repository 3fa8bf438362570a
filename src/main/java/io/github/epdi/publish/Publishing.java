package io.github.epdi.publish;

import io.github.epdi.runs.Manifest;
import io.github.epdi.runs.Manifests;
import io.github.epdi.runs.RunLayout;
import io.github.epdi.structure.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** Publishes output folders to one catalog. */
public final class Publishing {
  private final Publisher publisher;
  private final Configuration configuration;

  private Publishing(Publisher publisher, Configuration configuration) {
    this.publisher = publisher;
    this.configuration = configuration;
  }

  /**
   * Makes ready for publishing. Iceberg is loaded and the file of properties is read; the catalog
   * is not asked before {@link #publish}.
   *
   * @throws InputException if there is no Iceberg or the file cannot be used
   */
  public static Publishing to(PublishSettings settings, Configuration configuration) {
    Map<String, String> properties = CatalogProperties.read(settings, configuration);
    return new Publishing(
        IcebergLibrary.publisher(settings, properties, configuration), configuration);
  }

  /**
   * Registers what the newest manifest shows and the catalog does not.
   *
   * @param output the output folder
   * @throws InputException if nothing is committed there, or the catalog or a table of it cannot be
   *     used
   */
  public Publisher.Published publish(String output) {
    RunLayout layout = new RunLayout(qualified(output));
    Manifest manifest = new Manifests(layout, configuration).committed(output);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // Iceberg finds its own classes by names through the thread.
    thread.setContextClassLoader(publisher.getClass().getClassLoader());
    try {
      return publisher.publish(layout, manifest);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private Path qualified(String output) {
    try {
      Path root = new Path(output);
      return root.getFileSystem(configuration).makeQualified(root);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read results in " + output + ": " + e.getMessage(), e);
    }
  }
}
