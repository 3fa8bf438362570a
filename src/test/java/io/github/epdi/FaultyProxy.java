package io.github.epdi;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A storage service on a bad day: passes HTTP requests on, some of them slowly. Some it answers
 * with 503 or 500 in turn instead, and of some it carries the request out and loses the reply.
 * Which requests fail follows from the test alone.
 */
public final class FaultyProxy {
  /** Which requests get an error. */
  @FunctionalInterface
  public interface Faults {
    /**
     * Whether one does; called before it is passed on.
     *
     * @param number of the request, from 1
     * @param request method and path, "PUT /bucket/key"
     */
    boolean fail(int number, String request);

    /**
     * Whether the connection ends without a reply, after the request was carried out.
     *
     * @param number of the request, from 1
     * @param request method and path, "PUT /bucket/key"
     */
    default boolean loseReply(int number, String request) {
      return false;
    }
  }

  /** Headers that belong to a connection, not to a request. */
  private static final Set<String> OF_THE_CONNECTION =
      Set.of("host", "connection", "content-length", "expect", "upgrade", "transfer-encoding");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI behind;
  private final Faults fails;
  private final long delayMillis;
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();

  private FaultyProxy(HttpServer server, URI behind, Faults fails, long delayMillis) {
    this.server = server;
    this.behind = behind;
    this.fails = fails;
    this.delayMillis = delayMillis;
  }

  /**
   * Starts one on a free port.
   *
   * @param behind whom it passes requests on to
   * @param fails which requests get an error
   * @param delayMillis how long every twentieth request waits
   */
  public static FaultyProxy start(URI behind, Faults fails, long delayMillis) throws IOException {
    // Otherwise each answer waits 40 ms for an acknowledgement that is put off.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    FaultyProxy proxy = new FaultyProxy(server, behind, fails, delayMillis);
    server.setExecutor(proxy.threads);
    server.createContext("/", proxy::answer);
    server.start();
    return proxy;
  }

  /** Its address. */
  public String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** How many requests got an error instead of an answer. */
  public int refused() {
    return refused.get();
  }

  /** How many replies were lost. */
  public int lost() {
    return lost.get();
  }

  /** Ends it. */
  public void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      int number = requests.incrementAndGet();
      String request = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
      if (number % 20 == 0) {
        Thread.sleep(delayMillis);
      }
      if (fails.fail(number, request)) {
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(refused.getAndIncrement() % 2 == 0 ? 503 : 500, -1);
      } else if (fails.loseReply(number, request)) {
        client.send(request(exchange), HttpResponse.BodyHandlers.discarding());
        lost.incrementAndGet();
        throw new IOException("The reply to " + request + " is lost"); // ends the connection
      } else {
        pass(exchange);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      throw new IOException("Cannot pass on " + exchange.getRequestURI(), e);
    }
  }

  private void pass(HttpExchange exchange) throws IOException, InterruptedException {
    HttpResponse<InputStream> response =
        client.send(request(exchange), HttpResponse.BodyHandlers.ofInputStream());
    response
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> exchange.getResponseHeaders().add(name, value));
              }
            });
    exchange.sendResponseHeaders(response.statusCode(), bodyLength(exchange, response));
    try (InputStream in = response.body();
        OutputStream out = exchange.getResponseBody()) {
      in.transferTo(out);
    }
  }

  /** As the server of this JVM wants it: -1 for no body, 0 for one of unknown length. */
  private static long bodyLength(HttpExchange exchange, HttpResponse<InputStream> response) {
    OptionalLong length = response.headers().firstValueAsLong("content-length");
    if (exchange.getRequestMethod().equals("HEAD")) {
      length.ifPresent(
          bytes -> exchange.getResponseHeaders().set("Content-Length", Long.toString(bytes)));
      return -1;
    }
    if (response.statusCode() == 204 || response.statusCode() == 304) {
      return -1;
    }
    return length.isPresent() && length.getAsLong() == 0 ? -1 : length.orElse(0);
  }

  private HttpRequest request(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    BodyPublisher publisher =
        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(behind.resolve(exchange.getRequestURI()))
            .method(exchange.getRequestMethod(), publisher);
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    return request.build();
  }
}
