package io.github.epdi.kubernetes;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import io.fabric8.kubernetes.client.NamespacedKubernetesClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.dsl.HttpMethod;
import io.fabric8.mockwebserver.http.Buffer;
import io.fabric8.mockwebserver.http.Dispatcher;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Kubernetes' API in memory. Writes down what clients ask of it: a line {@code VERB RESOURCE} each
 * in the file {@code requests}, and what they create as files {@code created/NUMBER-RESOURCE.json}.
 * Requests of the stand-in for kubelets are not written down.
 */
final class ApiServer extends Dispatcher {
  /** The user agent of requests that are not a client's. */
  static final String OURS = "kubelet";

  private static final KubernetesSerialization KUBERNETES = new KubernetesSerialization();

  private static final Pattern PATH =
      Pattern.compile(
          "(?<api>/api/v1|/apis/[^/]+/v1)/namespaces/(?<namespace>[^/?]+)/(?<resource>\\w+)"
              + "(?:/(?<name>[^/?]+))?(?:/\\w+)?(?:\\?(?<query>.*))?");

  /** A namespace in which nothing is allowed to anyone. */
  private static final String FORBIDDEN = "forbidden";

  private final KubernetesCrudDispatcher objects = new KubernetesCrudDispatcher();
  private final KubernetesMockServer server =
      new KubernetesMockServer(new Context(), new MockWebServer(), new HashMap<>(), this, false);
  private final AtomicInteger created = new AtomicInteger();
  private final Path folder;

  private ApiServer(Path folder) {
    this.folder = folder;
  }

  /** Starts a server that keeps its notes in a folder. */
  static ApiServer start(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("created"));
    Logger.getLogger("io.fabric8.mockwebserver").setLevel(Level.WARNING);
    ApiServer api = new ApiServer(folder);
    api.server.init(InetAddress.getLoopbackAddress(), 0);
    return api;
  }

  int port() {
    return server.getPort();
  }

  NamespacedKubernetesClient client() {
    return server.createClient(
        builder -> builder.editOrNewConfig().withUserAgent(OURS).endConfig());
  }

  @Override
  public MockResponse dispatch(RecordedRequest request) {
    Matcher path = PATH.matcher(request.getPath());
    boolean known = path.matches();
    if (!OURS.equals(request.getHeader("User-Agent"))) {
      try {
        note(request, known ? verb(request, path) + " " + path.group("resource") : "");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    if (known && path.group("namespace").equals(FORBIDDEN)) {
      return new MockResponse()
          .setResponseCode(403)
          .setHeader("Content-Type", "application/json")
          .setBody(
              "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\",\"code\":403,"
                  + "\"reason\":\"Forbidden\",\"message\":\""
                  + path.group("resource")
                  + " is forbidden: User \\\"nobody\\\" cannot do this\"}");
    }
    byte[] body = request.getBody().getBytes(); // which is read once
    boolean pod =
        known && path.group("resource").equals("pods") && request.getMethod().equals("POST");
    MockResponse response =
        objects.dispatch(pod ? creation(request, path, pending(body)) : request);
    return known && response.code() == 404 && isApplied(request)
        ? dispatch(creation(request, path, body))
        : response;
  }

  /** A pod as Kubernetes takes it, with a status. */
  private static byte[] pending(byte[] body) {
    Pod pod = KUBERNETES.unmarshal(new ByteArrayInputStream(body), Pod.class);
    if (pod.getStatus() == null || pod.getStatus().getPhase() == null) {
      pod.setStatus(new PodStatusBuilder().withPhase("Pending").build());
    }
    return KUBERNETES.asJson(pod).getBytes(StandardCharsets.UTF_8);
  }

  /** Whether a request applies an object, which creates it where it is not there. */
  private static boolean isApplied(RecordedRequest request) {
    return request.getMethod().equals("PATCH")
        && String.valueOf(request.getHeader("Content-Type")).contains("apply-patch");
  }

  /** The request that creates what another one applies. */
  private static RecordedRequest creation(
      RecordedRequest applied, Matcher path, byte[] body) {
    return new RecordedRequest(
        applied.getHttpVersion(),
        HttpMethod.POST,
        path.group("api") + "/namespaces/" + path.group("namespace") + "/" + path.group("resource"),
        applied.getHeaders(),
        new Buffer(body));
  }

  /** The verb by which a role would allow a request. */
  private static String verb(RecordedRequest request, Matcher path) {
    boolean named = path.group("name") != null;
    String query = path.group("query") == null ? "" : path.group("query");
    return switch (request.getMethod()) {
      case "POST" -> "create";
      case "PUT" -> "update";
      case "PATCH" -> "patch";
      case "DELETE" -> named ? "delete" : "deletecollection";
      default -> query.contains("watch=true") ? "watch" : named ? "get" : "list";
    };
  }

  private synchronized void note(RecordedRequest request, String asked) throws IOException {
    String line = asked.isEmpty() ? request.getMethod() + " " + request.getPath() : asked;
    Files.writeString(
        folder.resolve("requests"),
        line + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    if (asked.startsWith("create ")) {
      String name =
          String.format(
              Locale.ROOT, "%03d-%s.json", created.incrementAndGet(), asked.substring(7));
      Files.write(folder.resolve("created").resolve(name), request.getBody().getBytes());
    }
  }
}
