package io.github.epdi.bench;

import ai.onnxruntime.OrtEnvironment;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.epdi.model.torch.ComputeDevice;
import io.github.epdi.model.torch.Precision;
import io.github.epdi.structure.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * DenseNet121 on images of 224 pixels, one thread, each engine with its best batch: ours against
 * torchvision's in the same libtorch and in ONNX Runtime, and bfloat16 against float32.
 */
final class NetworkPart implements Part {
  private static final String OURS = "DenseNet121, 224 pixels, float32, one core";
  private static final Target AS_TORCH = Target.atLeast(1);
  private static final Target AS_ONNX = Target.atLeast(1.1);
  private static final Target HALF = Target.atLeast(1.6);

  @Override
  public String name() {
    return "network";
  }

  @Override
  public List<Measurement> measure(Bench bench) throws IOException {
    Path folder = bench.folder("network");
    String missing = bench.python().missing("torch", "torchvision");
    JsonNode peers =
        missing == null
            ? bench.python().run("densenet.py", List.of(folder.toString())).answer()
            : null;
    List<String> arguments = new ArrayList<>(List.of("" + bench.quickOrFull(4, 12)));
    arguments.add(folder.toString());
    arguments.add(peers == null ? "" : peers.get("torchscript").asText());
    JsonNode rates =
        ChildProcess.java(folder, List.of("-Xmx1g"), NetworkMain.class, arguments).answer();
    List<Measurement> rows = new ArrayList<>();
    rows.add(
        row(
            rates,
            "torchscript",
            "torchvision, frozen TorchScript, same libtorch",
            AS_TORCH,
            missing));
    String version = OrtEnvironment.getEnvironment().getVersion();
    rows.add(row(rates, "onnx", "ONNX Runtime " + version + ", our export", AS_ONNX, ""));
    rows.add(half(rates));
    return rows;
  }

  private static Measurement row(
      JsonNode rates, String peer, String title, Target target, String why) {
    String figure = rate(rates, "float32");
    if (!rates.has(peer)) {
      return Measurement.withoutPeer(OURS, figure, title, why, target);
    }
    double ratio = best(rates, "float32") / best(rates, peer);
    return new Measurement(OURS, figure, title, rate(rates, peer), ratio, target);
  }

  private static Measurement half(JsonNode rates) {
    String part = "the same in bfloat16";
    if (!rates.has("bfloat16")) {
      String why;
      try {
        Precision.BFLOAT16.requireOn(ComputeDevice.Kind.CPU);
        why = "not measured";
      } catch (InputException e) {
        why = e.getMessage();
      }
      return Measurement.withoutPeer(part, "", "our float32", why, HALF);
    }
    double ratio = best(rates, "bfloat16") / best(rates, "float32");
    return new Measurement(
        part, rate(rates, "bfloat16"), "our float32", rate(rates, "float32"), ratio, HALF);
  }

  private static double best(JsonNode rates, String engine) {
    double best = 0;
    for (JsonNode rate : rates.get(engine)) {
      best = Math.max(best, rate.asDouble());
    }
    return best;
  }

  /** "16.2 images/s (batch 8)". */
  private static String rate(JsonNode rates, String engine) {
    double best = best(rates, engine);
    String batch = "";
    for (var entry : rates.get(engine).properties()) {
      batch = entry.getValue().asDouble() == best ? entry.getKey() : batch;
    }
    return String.format(Locale.ROOT, "%.1f images/s (batch %s)", best, batch);
  }
}
