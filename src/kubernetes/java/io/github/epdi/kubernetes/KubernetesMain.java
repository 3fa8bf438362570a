package io.github.epdi.kubernetes;

import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.client.NamespacedKubernetesClient;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What {@code jobs/test/kubernetes.sh} needs of a Kubernetes. */
public final class KubernetesMain {
  /** The namespace in which pods are run; elsewhere they stay as they were created. */
  private static final String RUNNING = "running";

  private KubernetesMain() {}

  /**
   * {@code serve FOLDER IMAGE SPARK VARIABLES OPTIONS USER}: serves Kubernetes' API until it is
   * killed, with notes of what is asked in a folder, whose file {@code port} appears when it does.
   * Pods of the namespace "running" are run, with what the image has below {@code /opt}, a Spark,
   * the image's environment (lines NAME=VALUE of a file), options of Java and a command that makes a
   * process another user's. {@code arguments CRONJOB}: prints what a job gives to its container, one
   * argument a line, as Kubernetes would give it to the pod "job". {@code check FOLDER REPOSITORY WHAT}: whether what was created is as it
   * should be.
   */
  public static void main(String[] arguments) throws Exception {
    List<String> words = List.of(arguments);
    Path folder = Path.of(words.get(1));
    switch (words.get(0)) {
      case "serve" -> {
        Containers containers =
            new Containers(
                Path.of(words.get(2)),
                Path.of(words.get(3)),
                folder.resolve("pods"),
                variables(Path.of(words.get(4))),
                words(words.get(5)),
                words(words.get(6)));
        serve(folder, containers);
      }
      case "arguments" -> {
        CronJob job =
            new KubernetesSerialization().unmarshal(Files.readString(folder), CronJob.class);
        for (String argument :
            job.getSpec()
                .getJobTemplate()
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0)
                .getArgs()) {
          System.out.println(
              argument.replace("$(POD_IP)", "127.0.0.1").replace("$(POD_NAME)", "job"));
        }
      }
      case "check" -> {
        List<String> complaints = Checks.of(folder, Path.of(words.get(2))).complaints(words.get(3));
        complaints.forEach(System.err::println);
        System.exit(complaints.isEmpty() ? 0 : 1);
      }
      default -> throw new IllegalArgumentException(words.get(0));
    }
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+", -1));
  }

  private static Map<String, String> variables(Path file) throws IOException {
    Map<String, String> variables = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      int equals = line.indexOf('=');
      variables.put(line.substring(0, equals), line.substring(equals + 1));
    }
    return variables;
  }

  private static void serve(Path folder, Containers containers) throws Exception {
    ApiServer api = ApiServer.start(folder);
    NamespacedKubernetesClient client = api.client();
    // What the examples say that a site has.
    client
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withName("epdi-s3")
                .withNamespace(RUNNING)
                .endMetadata()
                .addToData("access-key", "dGVzdC1pZGVudGl0eQ==")
                .addToData("secret-key", "czNjcjN0LWszeS0wZi10aDMtdDNzdHM=")
                .build())
        .create();
    // The pod of a driver that Kubernetes runs and Spark did not create.
    client
        .resource(
            new PodBuilder()
                .withNewMetadata()
                .withName("job")
                .withNamespace(RUNNING)
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("driver")
                .endContainer()
                .endSpec()
                .withNewStatus()
                .withPhase("Running")
                .addNewCondition()
                .withType("Ready")
                .withStatus("True")
                .endCondition()
                .endStatus()
                .build())
        .create();
    new ServiceNames(folder.resolve("hosts")).watch(client, RUNNING);
    new Kubelet(client, containers).watch(RUNNING);
    Path part = folder.resolve("port.part");
    Files.writeString(part, Integer.toString(api.port()));
    Files.move(part, folder.resolve("port"), StandardCopyOption.ATOMIC_MOVE);
    Thread.currentThread().join();
  }
}
