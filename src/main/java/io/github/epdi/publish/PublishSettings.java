package io.github.epdi.publish;

import io.github.epdi.grid.Credentials;
import io.github.epdi.structure.InputException;

/**
 * Where a campaign's tables are published. It holds no secrets, for these stand in the file of
 * properties, which is read when something is published.
 *
 * @param catalog kind of the catalog
 * @param warehouse folder of the tables' own files; null for a catalog that has one itself
 * @param uri address of the catalog; null if it is a folder
 * @param namespace namespace of the tables, its levels separated by dots
 * @param propertiesFile file of further properties of the catalog, or null
 */
public record PublishSettings(
    CatalogKind catalog, String warehouse, String uri, String namespace, String propertiesFile) {
  private static final String KEY = "publish.iceberg.";

  /** The kinds of catalogs. */
  public enum CatalogKind {
    /** The warehouse's folders are the catalog. */
    HADOOP,
    /** The catalog is a database. */
    JDBC,
    /** The catalog is a server. */
    REST;

    /** Returns the name as campaigns write it. */
    public String key() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * Checks that all is there that such a catalog needs, and that the address has no credentials.
   *
   * @throws InputException if not
   */
  public PublishSettings {
    if (warehouse == null && catalog != CatalogKind.REST) {
      throw missing(catalog, "warehouse");
    }
    if (uri == null && catalog != CatalogKind.HADOOP) {
      throw missing(catalog, "uri");
    }
    if (uri != null && catalog == CatalogKind.HADOOP) {
      throw new InputException(
          "Cannot use campaign key " + KEY + "uri: a hadoop catalog is its warehouse's folder");
    }
    if (uri != null) {
      requireNoCredentials(uri);
    }
  }

  private static InputException missing(CatalogKind catalog, String key) {
    return new InputException(
        "Cannot publish to a "
            + catalog.key()
            + " catalog: expected the campaign key "
            + KEY
            + key
            + ", found none");
  }

  /** Refuses users and keys in an address; a database's address begins with a second scheme. */
  private static void requireNoCredentials(String uri) {
    String address = uri.startsWith("jdbc:") ? uri.substring("jdbc:".length()) : uri;
    if (Credentials.areIn(address) || !Credentials.hidden(uri).equals(uri)) {
      throw new InputException(
          "Cannot use campaign key "
              + KEY
              + "uri "
              + Credentials.schemeOf(uri)
              + ": expected none with credentials in it (put them into the file of "
              + KEY
              + "properties)");
    }
  }

  /** Returns the catalog's kind and place, for messages. */
  public String place() {
    return catalog.key() + " catalog " + (uri == null ? warehouse : uri);
  }
}
