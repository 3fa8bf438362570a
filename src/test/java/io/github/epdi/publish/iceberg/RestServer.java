package io.github.epdi.publish.iceberg;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.NoSuchNamespaceException;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.iceberg.rest.CatalogHandlers;
import org.apache.iceberg.rest.RESTCatalogProperties;
import org.apache.iceberg.rest.RESTSerializers;
import org.apache.iceberg.rest.requests.CreateNamespaceRequest;
import org.apache.iceberg.rest.requests.CreateTableRequest;
import org.apache.iceberg.rest.requests.UpdateTableRequest;
import org.apache.iceberg.rest.responses.ConfigResponse;
import org.apache.iceberg.rest.responses.ErrorResponse;
import org.apache.iceberg.shaded.com.fasterxml.jackson.annotation.JsonAutoDetect;
import org.apache.iceberg.shaded.com.fasterxml.jackson.annotation.PropertyAccessor;
import org.apache.iceberg.shaded.com.fasterxml.jackson.databind.DeserializationFeature;
import org.apache.iceberg.shaded.com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.iceberg.shaded.com.fasterxml.jackson.databind.PropertyNamingStrategies;

/**
 * A server of Iceberg's REST protocol: Iceberg's own handlers over a database, behind the JDK's
 * HTTP server. It knows the paths that publishing and reading take.
 */
final class RestServer implements AutoCloseable {
  private final JdbcCatalog catalog;
  private final ObjectMapper json = new ObjectMapper();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final ConcurrentLinkedQueue<String> authorizations = new ConcurrentLinkedQueue<>();

  RestServer(JdbcCatalog catalog) throws IOException {
    this.catalog = catalog;
    json.setVisibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY);
    json.configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
    json.setPropertyNamingStrategy(new PropertyNamingStrategies.KebabCaseStrategy());
    RESTSerializers.registerAll(json);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/v1/", this::handle);
    server.start();
  }

  String uri() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The headers {@code Authorization} that came. */
  ConcurrentLinkedQueue<String> authorizations() {
    return authorizations;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
      try {
        send(exchange, 200, answer(exchange));
      } catch (NoSuchTableException | NoSuchNamespaceException e) {
        send(exchange, 404, error(404, e));
      } catch (AlreadyExistsException | CommitFailedException e) {
        send(exchange, 409, error(409, e));
      } catch (RuntimeException e) {
        send(exchange, 500, error(500, e));
      }
    }
  }

  private Object answer(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().substring("/v1/".length()).split("/", -1);
    boolean posts = exchange.getRequestMethod().equals("POST");
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (path[0].equals("config")) {
      return ConfigResponse.builder().build();
    }
    if (path.length == 1) {
      return CatalogHandlers.createNamespace(
          catalog, json.readValue(body, CreateNamespaceRequest.class));
    }
    Namespace namespace = Namespace.of(path[1]);
    if (path.length == 2) {
      return CatalogHandlers.loadNamespace(catalog, namespace);
    }
    if (path.length == 3) {
      CreateTableRequest request = json.readValue(body, CreateTableRequest.class);
      return request.stageCreate()
          ? CatalogHandlers.stageTableCreate(catalog, namespace, request)
          : CatalogHandlers.createTable(catalog, namespace, request);
    }
    TableIdentifier table = TableIdentifier.of(namespace, path[3]);
    if (path.length == 5) { // what a reader measured
      return null;
    }
    return posts
        ? CatalogHandlers.updateTable(
            catalog, table, json.readValue(body, UpdateTableRequest.class))
        : CatalogHandlers.loadTable(catalog, table, RESTCatalogProperties.SnapshotMode.ALL);
  }

  private static ErrorResponse error(int code, RuntimeException e) {
    return ErrorResponse.builder()
        .responseCode(code)
        .withType(e.getClass().getSimpleName())
        .withMessage(e.getMessage())
        .build();
  }

  private void send(HttpExchange exchange, int code, Object answer) throws IOException {
    boolean hasBody = answer != null && !exchange.getRequestMethod().equals("HEAD");
    byte[] bytes = hasBody ? json.writeValueAsBytes(answer) : new byte[0];
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(
        answer == null ? 204 : code, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() throws IOException {
    server.stop(0);
    threads.shutdown();
    catalog.close();
  }
}
