package io.github.epdi.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import io.fabric8.kubernetes.client.NamespacedKubernetesClient;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Runs what each new pod contains as a process of this machine, and tells Kubernetes how it goes on
 * and ends. A pod that is deleted has its process killed.
 */
final class Kubelet implements Watcher<Pod> {
  private static final String ADDRESS = "127.0.0.1";

  private final NamespacedKubernetesClient client;
  private final Containers containers;
  private final Map<String, Process> running = new ConcurrentHashMap<>();

  Kubelet(NamespacedKubernetesClient client, Containers containers) {
    this.client = client;
    this.containers = containers;
  }

  /** Begins to watch for pods of a namespace. */
  void watch(String namespace) {
    client.pods().inNamespace(namespace).watch(this);
  }

  @Override
  public void eventReceived(Action action, Pod pod) {
    String name = pod.getMetadata().getName();
    if (action == Action.DELETED) {
      Process process = running.remove(name);
      if (process != null) {
        process.destroyForcibly();
      }
    } else if (containers.isRunnable(pod) && !running.containsKey(name)) {
      try {
        start(pod, name);
      } catch (IOException | RuntimeException e) {
        e.printStackTrace();
        report(pod, "Failed", -1);
      }
    }
  }

  private void start(Pod pod, String name) throws IOException {
    Process process = containers.start(pod, ADDRESS, client);
    running.put(name, process);
    System.out.println("pod " + name + " has process " + process.pid());
    report(pod, "Running", null);
    process
        .onExit()
        .thenAccept(
            ended -> {
              System.out.println("pod " + name + " ended with code " + ended.exitValue());
              if (running.containsKey(name)) {
                report(pod, ended.exitValue() == 0 ? "Succeeded" : "Failed", ended.exitValue());
              }
            });
  }

  private void report(Pod pod, String phase, Integer code) {
    Container container = pod.getSpec().getContainers().get(0);
    ContainerStatusBuilder status = new ContainerStatusBuilder().withName(container.getName());
    if (code == null) {
      status.withReady(true).withNewState().withNewRunning().endRunning().endState();
    } else {
      ContainerStateTerminated end = new ContainerStateTerminated();
      end.setExitCode(code);
      end.setReason(code == 0 ? "Completed" : "Error");
      status.withReady(false).withNewState().withTerminated(end).endState();
    }
    try {
      client
          .pods()
          .inNamespace(pod.getMetadata().getNamespace())
          .withName(pod.getMetadata().getName())
          .editStatus(
              found -> {
                found.setStatus(
                    new PodStatusBuilder()
                        .withPhase(phase)
                        .withPodIP(ADDRESS)
                        .addNewCondition()
                        .withType("Ready")
                        .withStatus(code == null ? "True" : "False")
                        .endCondition()
                        .withContainerStatuses(status.build())
                        .build());
                return found;
              });
    } catch (RuntimeException e) { // it was deleted meanwhile
      System.out.println("no status of " + pod.getMetadata().getName() + ": " + e.getMessage());
    }
  }

  @Override
  public void onClose(WatcherException cause) {
    throw new IllegalStateException("Kubernetes is not watched any more", cause);
  }
}
