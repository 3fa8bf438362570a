package io.github.epdi.kubernetes;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.client.NamespacedKubernetesClient;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The names of services, in a file of hosts that Java reads ({@code jdk.net.hosts.file}). */
final class ServiceNames implements Watcher<Service> {
  private final Path file;

  ServiceNames(Path file) {
    this.file = file;
  }

  void watch(NamespacedKubernetesClient client, String namespace) throws IOException {
    add("localhost");
    add(InetAddress.getLocalHost().getHostName());
    client.services().inNamespace(namespace).watch(this);
  }

  private void add(String name) throws IOException {
    Files.writeString(
        file, "127.0.0.1 " + name + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  @Override
  public void eventReceived(Action action, Service service) {
    if (action == Action.ADDED) {
      try {
        add(service.getMetadata().getName() + "." + service.getMetadata().getNamespace() + ".svc");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void onClose(WatcherException cause) {
    throw new IllegalStateException("Services are not watched any more", cause);
  }
}
