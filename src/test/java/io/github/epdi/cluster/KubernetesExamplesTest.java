package io.github.epdi.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The examples for Kubernetes hold against the types of its API and of the Spark operator, run no
 * container as root or with rights, and hold no secret.
 */
class KubernetesExamplesTest {
  private static final Path SCHEDULES = Path.of("jobs/schedule");
  private static final List<String> WRITTEN = List.of("/tmp", "/opt/spark/work-dir");

  private static JsonNode example(String name) throws IOException {
    List<JsonNode> documents = KubernetesDocuments.of(SCHEDULES.resolve(name));
    assertThat(documents).hasSize(1);
    return documents.get(0);
  }

  private static void assertRestricted(PodSecurityContext pod) {
    assertThat(pod.getRunAsNonRoot()).isTrue();
    assertThat(pod.getRunAsUser()).isEqualTo(ImageFile.read().user());
    assertThat(pod.getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
  }

  private static void assertRestricted(
      SecurityContext container, List<VolumeMount> mounts, List<Volume> volumes) {
    assertThat(container.getAllowPrivilegeEscalation()).isFalse();
    assertThat(container.getCapabilities().getDrop()).containsExactly("ALL");
    assertThat(container.getReadOnlyRootFilesystem()).isTrue();
    assertThat(mounts.stream().map(VolumeMount::getMountPath)).hasSameElementsAs(WRITTEN);
    assertThat(WRITTEN).contains(ImageFile.read().workingFolder());
    assertThat(volumes.stream().map(Volume::getName))
        .hasSameElementsAs(mounts.stream().map(VolumeMount::getName).toList());
    assertThat(volumes).allSatisfy(volume -> assertThat(volume.getEmptyDir()).isNotNull());
  }

  private static Container restricted(PodSpec pod) {
    assertRestricted(pod.getSecurityContext());
    assertThat(pod.getContainers()).hasSize(1);
    Container container = pod.getContainers().get(0);
    assertRestricted(container.getSecurityContext(), container.getVolumeMounts(), pod.getVolumes());
    return container;
  }

  @Test
  void theTemplateOfPods() throws IOException {
    Pod template = KubernetesDocuments.read(example("pod.yaml"), Pod.class);

    assertThat(template.getApiVersion()).isEqualTo("v1");
    assertThat(template.getKind()).isEqualTo("Pod");
    restricted(template.getSpec());
  }

  @Test
  void theCronJob() throws IOException {
    CronJob job = KubernetesDocuments.read(example("cronjob.yaml"), CronJob.class);

    assertThat(job.getApiVersion()).isEqualTo("batch/v1");
    PodSpec pod = job.getSpec().getJobTemplate().getSpec().getTemplate().getSpec();
    Container container = restricted(pod);
    assertThat(container.getEnv().stream().filter(v -> v.getName().startsWith("AWS_")))
        .hasSize(2)
        .allSatisfy(
            variable -> assertThat(variable.getValueFrom().getSecretKeyRef().getKey()).isNotNull());
    assertThat(container.getEnv().stream().map(EnvVar::getValue)).containsOnlyNulls();
    assertThat(container.getArgs()).noneMatch(arg -> arg.contains("spark.hadoop.fs.s3a"));
  }

  @Test
  void theRoleOfTheDriver() throws IOException {
    List<JsonNode> documents = KubernetesDocuments.of(SCHEDULES.resolve("role.yaml"));
    assertThat(documents).hasSize(3);
    ServiceAccount account = KubernetesDocuments.read(documents.get(0), ServiceAccount.class);
    Role role = KubernetesDocuments.read(documents.get(1), Role.class);
    RoleBinding binding = KubernetesDocuments.read(documents.get(2), RoleBinding.class);

    assertThat(binding.getRoleRef().getName()).isEqualTo(role.getMetadata().getName());
    assertThat(binding.getSubjects()).hasSize(1);
    assertThat(binding.getSubjects().get(0).getName()).isEqualTo(account.getMetadata().getName());
    assertThat(role.getRules())
        .allSatisfy(rule -> assertThat(rule.getResources()).doesNotContain("*", "secrets"))
        .allSatisfy(rule -> assertThat(rule.getVerbs()).doesNotContain("*"));
    CronJob job = KubernetesDocuments.read(example("cronjob.yaml"), CronJob.class);
    assertThat(
            job.getSpec()
                .getJobTemplate()
                .getSpec()
                .getTemplate()
                .getSpec()
                .getServiceAccountName())
        .isEqualTo(account.getMetadata().getName());
    assertThat(job.getMetadata().getNamespace()).isEqualTo(role.getMetadata().getNamespace());
  }

  @Test
  void theScheduledSparkApplication() throws Exception {
    JsonNode application = example("scheduled-spark-application.yaml");

    assertThat(OperatorSchema.read().complaints(application)).isEmpty();
    JsonNode template = application.at("/spec/template");
    assertThat(template.at("/mainApplicationFile").asText())
        .isEqualTo("local://" + ImageFile.PROGRAM + "/epdi-screen.jar");
    List<Volume> volumes =
        List.of(KubernetesDocuments.read(template.at("/volumes"), Volume[].class));
    for (String role : List.of("driver", "executor")) {
      JsonNode pod = template.required(role);
      assertRestricted(
          KubernetesDocuments.read(pod.at("/podSecurityContext"), PodSecurityContext.class));
      assertRestricted(
          KubernetesDocuments.read(pod.at("/securityContext"), SecurityContext.class),
          List.of(KubernetesDocuments.read(pod.at("/volumeMounts"), VolumeMount[].class)),
          volumes);
      assertThat(pod.at("/envFrom/0/secretRef/name").isTextual()).isTrue();
    }
  }

  @Test
  void whatIsUnknownOrOfAWrongTypeIsFound() throws Exception {
    for (String change :
        List.of(
            "imagePullPolicies: Always",
            "sparkVersion: 4",
            "type: Kotlin",
            "driver: {cores: 0}",
            "driver: {securityContext: {readOnlyRoot: true}}",
            "driver: {securityContext: {readOnlyRootFilesystem: 'yes'}}",
            "executor: {envFrom: [{secretReference: {name: epdi}}]}",
            "volumes: [{name: 1}]")) {
      JsonNode application = example("scheduled-spark-application.yaml");
      ((ObjectNode) application.at("/spec/template"))
          .setAll((ObjectNode) KubernetesDocuments.parse(change));
      assertThat(OperatorSchema.read().complaints(application)).as(change).isNotEmpty();
    }
    for (String pod :
        List.of(
            "spec: {containers: [{nam: driver}]}",
            "spec: {containers: {name: driver}}",
            "spec: {containers: [{env: [{name: A, value: 1}]}]}",
            "spec: {securityContext: {runAsUser: root}}",
            "spec: {securityContext: {runAsNonRoot: 'true'}}")) {
      JsonNode document = KubernetesDocuments.parse(pod);
      assertThatThrownBy(() -> KubernetesDocuments.read(document, Pod.class))
          .as(pod)
          .isInstanceOf(JsonProcessingException.class);
    }
  }

  /** The page's own commands, beside what PublicFilesTest asks of the examples. */
  @Test
  void thePageNamesTheImageOfThisVersion() throws IOException {
    assertThat(Files.readString(Path.of("jobs/README.md")))
        .contains("/epdi-screen:" + ImageFile.version())
        .doesNotContainPattern("/epdi-screen:(?!" + ImageFile.version() + "\\b)\\d");
  }
}
