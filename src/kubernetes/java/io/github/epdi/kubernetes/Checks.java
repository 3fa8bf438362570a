package io.github.epdi.kubernetes;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What clients created in Kubernetes, against what our pages and examples promise. */
final class Checks {
  private static final String SECRET = "s3cr3t";

  /** Where executors keep blocks: Spark's own choice, or their driver's, whose paths are rewritten. */
  private static final String LOCAL_FOLDER = "/var/data/spark-.*|/.*/spark-local-dir-\\d+";

  private static final KubernetesSerialization KUBERNETES = new KubernetesSerialization();

  private final List<Object> created;
  private final String texts;
  private final List<String> requests;
  private final Path repository;
  private final List<String> complaints = new ArrayList<>();

  private Checks(List<Object> created, String texts, List<String> requests, Path repository) {
    this.created = created;
    this.texts = texts;
    this.requests = requests;
    this.repository = repository;
  }

  /** Reads the notes of the API's server. */
  static Checks of(Path folder, Path repository) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.list(folder.resolve("created"))) {
      files = found.sorted().toList();
    }
    List<Object> created = new ArrayList<>();
    StringBuilder texts = new StringBuilder();
    for (Path file : files) {
      String text = Files.readString(file);
      texts.append(text);
      created.add(KUBERNETES.unmarshal(text));
    }
    return new Checks(
        created, texts.toString(), Files.readAllLines(folder.resolve("requests")), repository);
  }

  /** What is wrong with "submitted", what a submission in cluster mode made, or with "executors". */
  List<String> complaints(String what) throws IOException {
    switch (what) {
      case "submitted" -> submitted();
      case "executors" -> executors();
      case "devices" -> devices();
      default -> throw new IllegalArgumentException(what);
    }
    expect(!texts.contains(SECRET), "a secret in what was created");
    Matcher jars = Pattern.compile("spark\\.jars[=,][^\\\\\"]+|file:[^\\\\\"]+jar").matcher(texts);
    expect(!jars.find(), () -> "jars are sent to pods: " + jars.group());
    role();
    return complaints;
  }

  private void submitted() {
    List<Pod> drivers = pods("driver");
    expect(drivers.size() == 1, "expected a driver's pod, found " + drivers.size());
    for (Pod driver : drivers) {
      restricted(driver);
      Container container = container(driver);
      String arguments = String.join(" ", container.getArgs());
      expect(
          arguments.startsWith("driver ")
              && arguments.contains("--class io.github.epdi.cli.Main spark-internal screen "),
          "the driver's arguments are " + arguments);
    }

    String properties =
        all(ConfigMap.class).stream()
            .map(map -> map.getData().getOrDefault("spark.properties", ""))
            .collect(Collectors.joining());
    for (String line :
        List.of(
            "spark.serializer=org.apache.spark.serializer.JavaSerializer",
            "spark.executorEnv.DJL_OFFLINE=true",
            "spark.kubernetes.driver.secretKeyRef.AWS_SECRET_ACCESS_KEY=epdi-s3\\:secret-key")) {
      expect(properties.contains(line), "the driver's settings have no " + line);
    }
    expect(
        all(ConfigMap.class).stream()
            .flatMap(map -> map.getData().values().stream())
            .anyMatch(text -> text.contains("readOnlyRootFilesystem: true")),
        "the template of executors is not given to the driver");

    List<Service> services = all(Service.class);
    expect(
        services.size() == 1 && "None".equals(services.get(0).getSpec().getClusterIP()),
        "expected a headless service, found " + services);
  }

  private void executors() {
    List<Pod> executors = pods("executor");
    expect(executors.size() > 1, "expected executors, found " + executors.size());
    for (Pod executor : executors) {
      restricted(executor);
      expect(
          "job".equals(executor.getMetadata().getOwnerReferences().get(0).getName())
              || pods("driver").size() == 1,
          "an executor is not the driver's own");
    }
  }

  /** Each executor has a graphics processor, and a script that finds it. */
  private void devices() {
    executors();
    for (Pod executor : pods("executor")) {
      Quantity devices = container(executor).getResources().getLimits().get("nvidia.com/gpu");
      expect(
          Objects.equals(devices, new Quantity("1")),
          "expected one graphics processor, found " + devices);
    }
  }

  /** What holds for drivers and executors. */
  private void restricted(Pod pod) {
    String name = pod.getMetadata().getName();
    Container container = container(pod);
    expect(
        container.getImage().equals("registry.example.org/epdi-screen:" + version()),
        name + " has the image " + container.getImage());
    expect("epdi".equals(pod.getSpec().getServiceAccountName()), name + " has another account");
    expect(
        pod.getSpec().getSecurityContext() != null
            && Boolean.TRUE.equals(pod.getSpec().getSecurityContext().getRunAsNonRoot())
            && pod.getSpec().getSecurityContext().getRunAsUser() == 185
            && container.getSecurityContext().getReadOnlyRootFilesystem()
            && !container.getSecurityContext().getAllowPrivilegeEscalation()
            && container.getSecurityContext().getCapabilities().getDrop().contains("ALL"),
        name + " may do too much: " + container.getSecurityContext());

    Set<String> empty =
        pod.getSpec().getVolumes().stream()
            .filter(volume -> volume.getEmptyDir() != null)
            .map(Volume::getName)
            .collect(Collectors.toSet());
    List<String> written =
        container.getVolumeMounts().stream()
            .filter(mount -> empty.contains(mount.getName()))
            .map(VolumeMount::getMountPath)
            .toList();
    expect(
        written.containsAll(List.of("/tmp", "/opt/spark/work-dir"))
            && written.stream().anyMatch(path -> path.matches(LOCAL_FOLDER)),
        name + " can write to " + written);

    for (String variable : List.of("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")) {
      List<EnvVar> given =
          container.getEnv().stream().filter(v -> v.getName().equals(variable)).toList();
      expect(
          given.size() == 1
              && given.get(0).getValue() == null
              && given.get(0).getValueFrom().getSecretKeyRef().getName().equals("epdi-s3"),
          name + " has no reference to a secret for " + variable);
    }
  }

  /** Nothing is asked that the role does not allow. */
  private void role() throws IOException {
    Set<String> allowed = new TreeSet<>();
    for (Object document :
        (List<?>)
            KUBERNETES.unmarshal(
                Files.readString(repository.resolve("jobs/schedule/role.yaml")))) {
      if (document instanceof Role role) {
        for (PolicyRule rule : role.getRules()) {
          rule.getVerbs()
              .forEach(v -> rule.getResources().forEach(resource -> allowed.add(v + " " + resource)));
        }
      }
    }
    Set<String> asked = new TreeSet<>(requests);
    System.out.println("asked of Kubernetes: " + asked);
    asked.removeAll(allowed);
    expect(asked.isEmpty(), "jobs/schedule/role.yaml does not allow " + asked);
    expect(requests.size() > 3, "nothing was asked");
  }

  private String version() {
    try {
      return Files.readString(repository.resolve("pom.xml"))
          .split("<version>", 2)[1]
          .split("</version>", 2)[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Container container(Pod pod) {
    return pod.getSpec().getContainers().get(0);
  }

  private List<Pod> pods(String role) {
    return all(Pod.class).stream()
        .filter(pod -> role.equals(pod.getMetadata().getLabels().get("spark-role")))
        .toList();
  }

  private <T> List<T> all(Class<T> kind) {
    return created.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private void expect(boolean holds, Supplier<String> complaint) {
    if (!holds) {
      complaints.add(complaint.get());
    }
  }

  private void expect(boolean holds, String complaint) {
    if (!holds) {
      complaints.add(complaint);
    }
  }
}
