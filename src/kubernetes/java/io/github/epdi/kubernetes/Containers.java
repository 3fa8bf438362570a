package io.github.epdi.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.client.NamespacedKubernetesClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Containers of Spark's image as processes, as the image's entry point starts them. Folders of the
 * image and of volumes are folders below one of this machine, so each path of the container is
 * rewritten.
 */
final class Containers {
  private final Path image;
  private final Path spark;
  private final Path pods;
  private final Map<String, String> environment;
  private final List<String> options;
  private final List<String> user;

  /**
   * Makes the rules.
   *
   * @param image what the image has below {@code /opt}
   * @param spark a Spark of this machine, in place of {@code /opt/spark}
   * @param pods where volumes and what containers say are kept
   * @param environment what the image's file sets
   * @param options of Java, for processes of short life
   * @param user a command in front of each, that makes it another user's
   */
  Containers(
      Path image,
      Path spark,
      Path pods,
      Map<String, String> environment,
      List<String> options,
      List<String> user) {
    this.image = image;
    this.spark = spark;
    this.pods = pods;
    this.environment = environment;
    this.options = options;
    this.user = user;
  }

  /** Whether a pod has a container of Spark's; others, as the job's of a driver outside, have not. */
  boolean isRunnable(Pod pod) {
    List<String> arguments = pod.getSpec().getContainers().get(0).getArgs();
    return arguments != null
        && !arguments.isEmpty()
        && List.of("driver", "executor").contains(arguments.get(0));
  }

  /** Starts a pod's container. */
  Process start(Pod pod, String address, NamespacedKubernetesClient client) throws IOException {
    Container container = pod.getSpec().getContainers().get(0);
    Path home = pods.resolve(pod.getMetadata().getName());
    Map<String, Path> mounts = mounts(pod, container, home, client);
    Map<String, String> variables = new TreeMap<>(environment);
    for (EnvVar variable : container.getEnv()) {
      variables.put(variable.getName(), value(variable, pod, address, client));
    }
    variables.replaceAll((name, value) -> here(value, mounts));

    List<String> arguments =
        container.getArgs().stream().map(argument -> here(argument, mounts)).toList();
    List<String> command = new ArrayList<>(user);
    command.addAll(
        arguments.get(0).equals("executor")
            ? executor(variables)
            : driver(variables, arguments));
    List<String> java = new ArrayList<>(options);
    java.add("-Djava.io.tmpdir=" + mounts.get("/tmp"));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(mounts.get("/opt/spark/work-dir").toFile())
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("log").toFile());
    builder.environment().keySet().removeIf(name -> name.matches("(AWS|SPARK)_.*"));
    builder.environment().put("JDK_JAVA_OPTIONS", String.join(" ", java));
    builder.environment().putAll(variables);
    return builder.start();
  }

  /** What the entry point of Spark's image does for an executor. */
  private List<String> executor(Map<String, String> variables) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    variables.forEach(
        (name, value) -> {
          if (name.startsWith("SPARK_JAVA_OPT_")) {
            command.add(value);
          }
        });
    command.add("-Xms" + variables.get("SPARK_EXECUTOR_MEMORY"));
    command.add("-Xmx" + variables.get("SPARK_EXECUTOR_MEMORY"));
    command.add("-cp");
    command.add(
        String.join(
            ":",
            variables.getOrDefault("SPARK_CONF_DIR", spark + "/conf"),
            spark + "/jars/*",
            variables.getOrDefault("SPARK_EXTRA_CLASSPATH", ""),
            ".",
            variables.get("SPARK_DIST_CLASSPATH")));
    command.add("org.apache.spark.scheduler.cluster.k8s.KubernetesExecutorBackend");
    command.addAll(List.of("--driver-url", variables.get("SPARK_DRIVER_URL")));
    command.addAll(List.of("--executor-id", variables.get("SPARK_EXECUTOR_ID")));
    command.addAll(List.of("--cores", variables.get("SPARK_EXECUTOR_CORES")));
    command.addAll(List.of("--app-id", variables.get("SPARK_APPLICATION_ID")));
    command.addAll(List.of("--hostname", variables.get("SPARK_EXECUTOR_POD_IP")));
    command.addAll(List.of("--resourceProfileId", variables.get("SPARK_RESOURCE_PROFILE_ID")));
    command.addAll(List.of("--podName", variables.get("SPARK_EXECUTOR_POD_NAME")));
    return command;
  }

  /** What it does for a driver. */
  private List<String> driver(Map<String, String> variables, List<String> arguments) {
    String address = variables.get("SPARK_DRIVER_BIND_ADDRESS");
    List<String> command = new ArrayList<>();
    command.add(spark + "/bin/spark-submit");
    command.addAll(List.of("--conf", "spark.driver.bindAddress=" + address));
    command.addAll(List.of("--conf", "spark.executorEnv.SPARK_DRIVER_POD_IP=" + address));
    command.addAll(List.of("--deploy-mode", "client"));
    command.addAll(arguments.subList(1, arguments.size()));
    return command;
  }

  /** A folder of this machine for each of a container's volumes, with what is in it. */
  private Map<String, Path> mounts(
      Pod pod, Container container, Path home, NamespacedKubernetesClient client)
      throws IOException {
    Map<String, Path> mounts = new TreeMap<>();
    for (VolumeMount mount : container.getVolumeMounts()) {
      Volume volume =
          pod.getSpec().getVolumes().stream()
              .filter(found -> found.getName().equals(mount.getName()))
              .findFirst()
              .orElseThrow();
      Path folder = Files.createDirectories(home.resolve(volume.getName()));
      if (volume.getEmptyDir() != null) { // as Kubernetes makes it, for any user
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
      }
      mounts.put(mount.getMountPath(), folder);
    }
    for (Volume volume : pod.getSpec().getVolumes()) {
      if (volume.getConfigMap() != null) {
        Path folder = home.resolve(volume.getName());
        Map<String, String> data =
            configMap(client, pod.getMetadata().getNamespace(), volume.getConfigMap().getName());
        for (KeyToPath item : volume.getConfigMap().getItems()) {
          String text = data.get(item.getKey());
          // The paths of a template are those of the pods that will be made of it.
          Files.writeString(
              folder.resolve(item.getPath()),
              item.getPath().endsWith(".properties") ? here(text, mounts) : text);
        }
      }
    }
    return mounts;
  }

  /** What a map holds. Spark creates a driver's after its pod, and Kubernetes lets the pod wait for it. */
  private static Map<String, String> configMap(
      NamespacedKubernetesClient client, String namespace, String name) {
    return client
        .configMaps()
        .inNamespace(namespace)
        .withName(name)
        .waitUntilCondition(Objects::nonNull, 60, TimeUnit.SECONDS)
        .getData();
  }

  private static String value(
      EnvVar variable, Pod pod, String address, NamespacedKubernetesClient client) {
    EnvVarSource source = variable.getValueFrom();
    if (source == null) {
      return variable.getValue() == null ? "" : variable.getValue();
    }
    if (source.getSecretKeyRef() != null) {
      String encoded =
          client
              .secrets()
              .inNamespace(pod.getMetadata().getNamespace())
              .withName(source.getSecretKeyRef().getName())
              .get()
              .getData()
              .get(source.getSecretKeyRef().getKey());
      return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    }
    return switch (source.getFieldRef().getFieldPath()) {
      case "status.podIP" -> address;
      case "metadata.name" -> pod.getMetadata().getName();
      default -> throw new IllegalArgumentException(source.getFieldRef().getFieldPath());
    };
  }

  /** A text of the container with its paths as they are on this machine. */
  private String here(String text, Map<String, Path> mounts) {
    Map<String, Path> places = new TreeMap<>(mounts);
    places.put("/opt/spark", spark);
    places.put("/opt/epdi", image.resolve("opt/epdi"));
    places.put("/opt/djl", image.resolve("opt/djl"));
    places.put(image.getParent().toString(), image.getParent()); // what is of this machine already
    String any =
        places.keySet().stream()
            .sorted(Comparator.comparing(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "(?<![\\w/.-])(?:", ")(?![\\w.-])"));
    return Pattern.compile(any)
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(places.get(found.group()).toString()));
  }
}
