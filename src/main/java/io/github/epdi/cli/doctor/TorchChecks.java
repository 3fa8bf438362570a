package io.github.epdi.cli.doctor;

import io.github.epdi.model.torch.Bfloat16;
import io.github.epdi.model.torch.Precision;
import io.github.epdi.model.torch.TorchInstallation;
import io.github.epdi.screening.campaign.Campaign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks whether the network's native libraries can be unpacked and loaded, and what they run on.
 */
final class TorchChecks {
  private static final long UNPACKED_BYTES = 500L << 20;

  private TorchChecks() {}

  static List<Check> all() {
    return List.of(
        new Check(
            "torch-cache",
            Check.SHORT,
            "set DJL_CACHE_DIR to a local folder that you can write",
            () -> cache(TorchInstallation.folder())),
        new Check(
            "torch",
            Check.LONG,
            "Linux x86-64 with glibc is needed; empty the cache folder if a download was cut off",
            TorchChecks::libraries),
        new Check("gpu", Check.LONG, "", TorchChecks::graphics),
        new Check("bfloat16", Check.SHORT, "", () -> Finding.ok(Bfloat16.here().worth())));
  }

  /** Checks the free space for the libraries where they are not unpacked yet. */
  static Finding cache(Path folder) throws IOException {
    Path existing = Disks.existing(folder);
    long free = Files.getFileStore(existing).getUsableSpace();
    if (isUnpacked(folder)) {
      return Finding.ok(folder + ", unpacked");
    }
    String found = folder + ", " + Sizes.text(free) + " free";
    if (!Files.isWritable(existing)) {
      return Finding.fail(
          existing + " cannot be written",
          "set DJL_CACHE_DIR to a local folder that you can write");
    }
    return free >= UNPACKED_BYTES
        ? Finding.ok(found + "; unpacked at first use")
        : Finding.fail(found, "make 500 MB free, or set DJL_CACHE_DIR to a larger disk");
  }

  private static boolean isUnpacked(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> found = Files.find(folder, 2, (file, is) -> is.isRegularFile())) {
      return found.anyMatch(file -> file.getFileName().toString().contains("torch_cpu"));
    }
  }

  private static Finding libraries() {
    TorchInstallation torch = TorchInstallation.load();
    String found = "PyTorch " + torch.version() + ", threads a task: " + torch.threads();
    return torch.convolutions() == TorchInstallation.Convolutions.ANY
        ? Finding.ok(found)
        : Finding.warn(
            found + ", convolutions held to AVX",
            "this virtual machine hides the processor's caches, without which oneDNN fails; a"
                + " machine that shows them predicts about twice as fast");
  }

  private static Finding graphics() {
    int usable = TorchInstallation.load().graphicsProcessors();
    return graphics(usable, Files.exists(Path.of("/dev/nvidia0")));
  }

  static Finding graphics(int usable, boolean devicePresent) {
    if (usable > 0) {
      return Finding.ok(usable + " usable by these libraries");
    }
    return devicePresent
        ? Finding.warn(
            "there is one, but the libraries are for the processor",
            "to use it, give libtorch 2.7.1+cu128 by PYTORCH_LIBRARY_PATH, PYTORCH_VERSION=2.7.1,"
                + " PYTORCH_FLAVOR=cu128 (jobs/README.md)")
        : Finding.ok("none; networks run on the processor");
  }

  /** Makes a check of whether a campaign's device is available here. */
  static Check device(Campaign.DeviceChoice choice) {
    return new Check(
        "device",
        Check.LONG,
        "",
        () -> device(choice, TorchInstallation.load().graphicsProcessors()));
  }

  /** Makes a check of whether a campaign's precision pays off here. */
  static Check precision(Precision precision) {
    return new Check("precision", Check.SHORT, "", () -> precision(precision, Bfloat16.here()));
  }

  static Finding precision(Precision precision, Bfloat16 worth) {
    String found = "model.precision: " + precision.label();
    return precision == Precision.BFLOAT16 && (worth == Bfloat16.ABSENT || worth == Bfloat16.SLOW)
        ? Finding.warn(
            found + ", " + worth.worth(),
            "set model.precision: float32, or run doctor where the workers are")
        : Finding.ok(found);
  }

  static Finding device(Campaign.DeviceChoice choice, int usable) {
    if (choice == Campaign.DeviceChoice.GPU && usable == 0) {
      return Finding.warn(
          "model.device: gpu, and PyTorch can use none here",
          "the workers need one: run doctor there; or set model.device: cpu");
    }
    boolean onGraphics = choice != Campaign.DeviceChoice.CPU && usable > 0;
    return Finding.ok("in this JVM networks would run on " + (onGraphics ? "gpu" : "cpu"));
  }
}
