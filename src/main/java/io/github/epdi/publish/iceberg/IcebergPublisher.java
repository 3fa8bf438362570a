package io.github.epdi.publish.iceberg;

import io.github.epdi.publish.PublishSettings;
import io.github.epdi.publish.Publisher;
import io.github.epdi.runs.Manifest;
import io.github.epdi.runs.RunLayout;
import io.github.epdi.runs.VisibleRows;
import io.github.epdi.tables.RankingTable;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.hadoop.HadoopFileIO;

/** Publishes to one catalog of Iceberg. */
public final class IcebergPublisher implements Publisher {
  /** The name under which a database keeps the catalog's tables; readers must use it too. */
  private static final String NAME = "epdi";

  private final PublishSettings settings;
  private final Map<String, String> properties;
  private final Configuration configuration;

  /**
   * Takes the settings. The catalog is not asked yet.
   *
   * @param properties further properties of the catalog, which may hold secrets
   */
  public IcebergPublisher(
      PublishSettings settings, Map<String, String> properties, Configuration configuration) {
    this.settings = settings;
    this.properties = Map.copyOf(properties);
    this.configuration = configuration;
  }

  @Override
  public Published publish(RunLayout layout, Manifest manifest) {
    try {
      Catalog catalog = open();
      try {
        return publish(catalog, layout, manifest);
      } finally {
        close(catalog);
      }
    } catch (RuntimeException e) { // Iceberg has many, of the catalog, the network and the files
      throw CatalogFailure.of(settings, e);
    }
  }

  private Catalog open() {
    Map<String, String> all = new HashMap<>(properties);
    all.putIfAbsent(CatalogProperties.FILE_IO_IMPL, HadoopFileIO.class.getName());
    all.put(CatalogUtil.ICEBERG_CATALOG_TYPE, settings.catalog().key());
    if (settings.uri() != null) {
      all.put(CatalogProperties.URI, settings.uri());
    }
    if (settings.warehouse() != null) {
      all.put(CatalogProperties.WAREHOUSE_LOCATION, settings.warehouse());
    }
    return CatalogUtil.buildIcebergCatalog(NAME, all, configuration);
  }

  private static void close(Catalog catalog) {
    if (catalog instanceof Closeable closeable) {
      try {
        closeable.close();
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot close the catalog: " + e.getMessage(), e);
      }
    }
  }

  private Published publish(Catalog catalog, RunLayout layout, Manifest manifest) {
    Namespace namespace = Namespace.of(settings.namespace().split("\\.", -1));
    List<RunStep> steps = RunStep.of(manifest);
    List<CatalogTable> ofRuns = new ArrayList<>();
    for (TableDefinition definition : TableDefinition.ofRuns()) {
      ofRuns.add(table(catalog, namespace, definition, layout));
    }
    CatalogTable ranking = table(catalog, namespace, TableDefinition.RANKING, layout);
    List<CatalogTable> tables = new ArrayList<>(ofRuns);
    tables.add(ranking);
    tables.forEach(table -> table.check(steps));
    makeNamespace(catalog, namespace);
    tables.forEach(CatalogTable::prepare);
    RunFiles files = new RunFiles(layout, manifest, configuration);
    MaterialsOfRuns materials = new MaterialsOfRuns(layout, manifest, configuration);
    int runs = 0;
    for (RunStep step : steps) {
      boolean isNew = false;
      for (CatalogTable table : ofRuns) {
        isNew |= table.add(step, steps, files, materials);
      }
      runs += isNew ? 1 : 0;
    }
    VisibleRows visible = new VisibleRows(layout, configuration, manifest);
    ranking.show(steps, () -> visible.ranking().stream().map(RankingTable.TABLE::toRow).toList());
    return new Published(manifest.number(), runs, tables.size());
  }

  private static CatalogTable table(
      Catalog catalog, Namespace namespace, TableDefinition definition, RunLayout layout) {
    TableIdentifier name = TableIdentifier.of(namespace, definition.name());
    return new CatalogTable(catalog, name, definition, layout.root().toString());
  }

  private static void makeNamespace(Catalog catalog, Namespace namespace) {
    if (catalog instanceof SupportsNamespaces namespaces
        && !namespaces.namespaceExists(namespace)) {
      try {
        namespaces.createNamespace(namespace);
      } catch (RuntimeException e) { // what a database says of it, Iceberg passes on
        if (!namespaces.namespaceExists(namespace)) {
          throw e;
        }
        // Another publisher was faster, which is as good.
      }
    }
  }
}
