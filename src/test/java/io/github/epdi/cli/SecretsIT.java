package io.github.epdi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets that Spark is given stay out of its pages, event logs, our logs and our tables. */
class SecretsIT {
  private static final List<String> KEYS =
      List.of(
          "spark.hadoop.fs.s3a.secret.key",
          "spark.hadoop.fs.s3a.bucket.grids.session.token",
          "spark.hadoop.fs.s3a.encryption.key",
          "spark.hadoop.fs.azure.account.key.me.dfs.core.windows.net");

  private static final Pattern APPLICATION = Pattern.compile("\"id\" : \"([^\"]+)\"");

  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();

  private static String secret(int number) {
    return "s3cr3t" + number + "of-this-test";
  }

  @Test
  void nothingThatIsWrittenOrShownHoldsOne() throws IOException, InterruptedException {
    int port = freePort();
    Path said = folder.resolve("said.txt");
    Process process =
        new ProcessBuilder(command(port))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    String pages;
    try {
      pages = pages(process, port);
      assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    } finally {
      process.destroyForcibly();
    }

    assertThat(process.exitValue()).as(Files.readString(said)).isZero();
    assertThat(pages).contains("spark.hadoop.fs.s3a.secret.key", "*********(redacted)");
    assertHidden("pages", pages);
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> written = files.filter(Files::isRegularFile).toList();
      assertThat(written).anyMatch(file -> file.toString().contains("/events/"));
      assertThat(written).anyMatch(file -> file.toString().contains("/tables/runs/"));
      for (Path file : written) {
        assertHidden(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
  }

  private static void assertHidden(String where, String text) {
    for (int i = 0; i < KEYS.size(); i++) {
      assertThat(text.contains(secret(i)))
          .as("%s holds the value of %s", where, KEYS.get(i))
          .isFalse();
    }
  }

  private List<String> command(int port) throws IOException {
    Path events = Files.createDirectories(folder.resolve("events"));
    List<String> command =
        new ArrayList<>(
            List.of(
                "jobs/epdi",
                "screen",
                "--verbose",
                "--master=local[1]",
                "--campaign=jobs/demo/campaign.yaml",
                "--set=inputs=" + Path.of("jobs/demo/slabs/MoS2-pristine.cube.gz").toAbsolutePath(),
                "--set=output=" + folder.resolve("results"),
                "--conf=spark.ui.enabled=true",
                "--conf=spark.ui.port=" + port,
                "--conf=spark.eventLog.enabled=true",
                "--conf=spark.eventLog.compress=false",
                "--conf=spark.eventLog.dir=" + events.toUri(),
                "--conf=spark.logConf=true"));
    for (int i = 0; i < KEYS.size(); i++) {
      command.add("--conf=" + KEYS.get(i) + "=" + secret(i));
    }
    return command;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** The page of the environment and what the REST interface says of it, while Spark runs. */
  private String pages(Process process, int port) throws IOException, InterruptedException {
    String root = "http://127.0.0.1:" + port;
    while (process.isAlive()) {
      try {
        Matcher id = APPLICATION.matcher(get(root + "/api/v1/applications"));
        if (id.find()) {
          return get(root + "/environment/")
              + get(root + "/api/v1/applications/" + id.group(1) + "/environment");
        }
      } catch (ConnectException e) {
        // It has not started yet.
      }
      Thread.sleep(200);
    }
    return "";
  }

  private String get(String address) throws IOException, InterruptedException {
    return client
        .send(
            HttpRequest.newBuilder(URI.create(address)).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
