package io.github.epdi.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.epdi.report.figure.Chromium;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One page of a Chromium without a window, by the few words of its DevTools protocol that tests
 * need. Skips a test without {@code CHROME_BIN}; {@code EPDI_BROWSER_REQUIRED=true} makes that a
 * failure.
 */
final class ChromiumPage implements AutoCloseable, WebSocket.Listener {
  private static final Pattern ENDPOINT = Pattern.compile("ws://(\\S+?)/");
  private static final int LIMIT_SECONDS = 30;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final StringBuilder message = new StringBuilder();
  private volatile CompletableFuture<Void> loaded = new CompletableFuture<>();
  private WebSocket socket;
  private int calls;

  private ChromiumPage(Process process) {
    this.process = process;
  }

  /** The Chromium to test with, or no test. */
  static Chromium required() {
    String program = System.getenv("CHROME_BIN");
    if (program == null || program.isBlank()) {
      if (Boolean.parseBoolean(System.getenv("EPDI_BROWSER_REQUIRED"))) {
        fail("EPDI_BROWSER_REQUIRED is set, but there is no CHROME_BIN");
      }
      assumeTrue(false, "skipped: set CHROME_BIN to a Chromium to test the report in a browser");
    }
    return Chromium.find(System.getenv());
  }

  static ChromiumPage open(Path profile) throws IOException {
    List<String> command = new ArrayList<>(required().command(profile));
    command.add("--remote-debugging-port=0");
    command.add("about:blank");
    Process process =
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    ChromiumPage page = new ChromiumPage(process);
    try {
      page.connect();
    } catch (IOException | RuntimeException e) {
      page.close();
      throw e;
    }
    return page;
  }

  private void connect() throws IOException {
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + address() + "/json/new?about:blank"))
            .PUT(HttpRequest.BodyPublishers.noBody())
            .timeout(Duration.ofSeconds(LIMIT_SECONDS))
            .build();
    try {
      String tab = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
      URI endpoint = URI.create(JSON.readTree(tab).path("webSocketDebuggerUrl").textValue());
      socket = http.newWebSocketBuilder().buildAsync(endpoint, this).join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      send(domain + ".enable", JSON.createObjectNode());
    }
  }

  /** What Chromium says of itself on standard error, which is read to its end from then on. */
  private String address() throws IOException {
    BufferedReader err =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
    for (String line = err.readLine(); line != null; line = err.readLine()) {
      Matcher endpoint = ENDPOINT.matcher(line);
      if (endpoint.find()) {
        Thread reader = new Thread(() -> err.lines().forEach(rest -> {}), "chromium-stderr");
        reader.setDaemon(true);
        reader.start();
        return endpoint.group(1);
      }
    }
    throw new IOException("Chromium ended before it listened");
  }

  /** Loads a file afresh and waits until it is there; forgets what was said before. */
  void load(Path file, String hash) {
    navigate("about:blank");
    complaints.clear();
    requests.clear();
    navigate(file.toUri() + hash);
  }

  private void navigate(String url) {
    loaded = new CompletableFuture<>();
    send("Page.navigate", JSON.createObjectNode().put("url", url));
    loaded.orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).join();
  }

  /** The value of an expression; promises are awaited. */
  JsonNode evaluate(String expression) {
    JsonNode answer =
        send(
            "Runtime.evaluate",
            JSON.createObjectNode()
                .put("expression", expression)
                .put("awaitPromise", true)
                .put("returnByValue", true));
    assertThat(answer.path("exceptionDetails").toString()).as(expression).isEmpty();
    return answer.path("result").path("value");
  }

  /** Shows the page in a colour scheme and at a width in pixels. */
  void emulate(String scheme, int width) {
    send(
        "Emulation.setEmulatedMedia",
        node ->
            node.putArray("features")
                .addObject()
                .put("name", "prefers-color-scheme")
                .put("value", scheme));
    send(
        "Emulation.setDeviceMetricsOverride",
        node ->
            node.put("width", width)
                .put("height", 900)
                .put("deviceScaleFactor", 1)
                .put("mobile", false));
  }

  /** Sends a command whose parameters are filled in. */
  void send(String method, Consumer<ObjectNode> parameters) {
    ObjectNode node = JSON.createObjectNode();
    parameters.accept(node);
    send(method, node);
  }

  /** Sends a command of the protocol. */
  JsonNode send(String method, ObjectNode parameters) {
    int id = ++calls;
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    answers.put(id, answer);
    ObjectNode command = JSON.createObjectNode().put("id", id).put("method", method);
    command.set("params", parameters);
    socket.sendText(command.toString(), true).join();
    return answer.orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).join();
  }

  /** Errors, exceptions and refusals since the last load. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** What was fetched since the last load, data URIs not counted. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    message.append(data);
    if (last) {
      try {
        receive(JSON.readTree(message.toString()));
      } catch (IOException e) {
        complaints.add(e.toString());
      }
      message.setLength(0);
    }
    from.request(1);
    return null;
  }

  private void receive(JsonNode node) {
    if (node.has("id")) {
      answers.remove(node.path("id").intValue()).complete(node.path("result"));
      return;
    }
    JsonNode parameters = node.path("params");
    switch (node.path("method").textValue()) {
      case "Page.loadEventFired" -> loaded.complete(null);
      case "Runtime.exceptionThrown",
          "Log.entryAdded",
          "Runtime.consoleAPICalled",
          "Page.javascriptDialogOpening" ->
          complaints.add(parameters.toString());
      case "Network.requestWillBeSent" -> {
        String url = parameters.path("request").path("url").textValue();
        if (!url.startsWith("data:")) {
          requests.add(url);
        }
      }
      default -> {}
    }
  }

  /** Ends this Chromium, and waits so that its files can be deleted. */
  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).join();
  }

  /** A resource on the classpath, as text. */
  static String resource(String name) throws IOException {
    try (var in = ChromiumPage.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** A picture of what shows, for a person to look at. */
  void screenshot(Path to) throws IOException {
    JsonNode picture = send("Page.captureScreenshot", JSON.createObjectNode().put("format", "png"));
    Files.write(to, java.util.Base64.getDecoder().decode(picture.path("data").textValue()));
  }
}
