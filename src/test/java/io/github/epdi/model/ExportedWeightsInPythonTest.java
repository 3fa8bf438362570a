package io.github.epdi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.epdi.model.network.FormulaTensors;
import io.github.epdi.model.torch.ComputeDevice;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines of jobs/training.md that load exported weights in Python, run word for word. */
class ExportedWeightsInPythonTest {
  private static final int IMAGES = 2;

  /** Stands for the package safetensors where it is not installed: the format in ten lines. */
  private static final String SAFETENSORS =
      """
      import sys, types
      try:
          import safetensors.torch
      except ImportError:
          import json, struct, numpy, torch
          def load_file(name):
              data = open(name, "rb").read()
              length = struct.unpack("<Q", data[:8])[0]
              header = json.loads(data[8:8 + length])
              header.pop("__metadata__", None)
              kinds = dict(F32="<f4", F16="<f2")
              return {k: torch.from_numpy(numpy.frombuffer(data[8 + length + v["data_offsets"][0]:
                  8 + length + v["data_offsets"][1]], kinds[v["dtype"]]).reshape(v["shape"]).copy())
                  for k, v in header.items()}
          sys.modules["safetensors"] = types.ModuleType("safetensors")
          sys.modules["safetensors.torch"] = types.ModuleType("safetensors.torch")
          sys.modules["safetensors.torch"].load_file = load_file
      """;

  @TempDir private Path folder;

  @Test
  void predictTheSame() throws Exception {
    String python = python();
    ModelBundle bundle = ModelBundle.read(Path.of("jobs/demo/bundle"));
    BundleMetadata metadata = bundle.metadata();
    new BundleExport(bundle, null).write(folder.resolve("exported"));
    int pixels = metadata.image().pixels();
    float[] images = new FormulaTensors(2).input(IMAGES * metadata.image().length());
    ByteBuffer raw = ByteBuffer.allocate(4 * images.length).order(ByteOrder.LITTLE_ENDIAN);
    raw.asFloatBuffer().put(images);
    Files.write(folder.resolve("images.raw"), raw.array());
    String before =
        String.format(
            Locale.ROOT,
            "import numpy, torch%nimages = torch.from_numpy(numpy.fromfile('images.raw', '<f4')"
                + ".reshape(%d, 3, %d, %d))%nmean_ev, scale_ev = %s, %s%n",
            IMAGES,
            pixels,
            pixels,
            metadata.target().meanEv(),
            metadata.target().scaleEv());
    String script =
        SAFETENSORS + before + thePageSays() + "print(*energies_ev.tolist(), sep='\\n')\n";
    String said = run(python, Files.writeString(folder.resolve("lines.py"), script).toString());
    List<Double> found = said.lines().map(Double::valueOf).toList();
    try (BindingEnergyModel model = new BindingEnergyModel(bundle, ComputeDevice.CPU);
        BindingEnergyPredictor predictor = model.newPredictor(IMAGES)) {
      double[] expected = predictor.predict(images, IMAGES)[0];
      assertThat(found).hasSize(IMAGES);
      for (int i = 0; i < IMAGES; i++) {
        assertThat(found.get(i)).isCloseTo(expected[i], within(1e-4));
      }
      assertThat(expected[0]).isNotCloseTo(expected[1], within(1e-3));
    }
  }

  private static String thePageSays() throws IOException {
    String page = Files.readString(Path.of("jobs/training.md"));
    String fence = "```python\n";
    int at = page.indexOf("from safetensors.torch import load_file");
    assertThat(at).isPositive();
    int begin = page.lastIndexOf(fence, at) + fence.length();
    String lines = page.substring(begin, page.indexOf("```", at));
    assertThat(lines.lines()).hasSize(5);
    return lines;
  }

  /** An interpreter that has torchvision; skips where there is none. */
  private String python() throws Exception {
    for (String name : List.of("python3", "/usr/bin/python3")) {
      if (hasTorchvision(name)) {
        return name;
      }
    }
    assumeTrue(false, "skipped: no python3 with torchvision");
    return null;
  }

  private boolean hasTorchvision(String interpreter) throws Exception {
    try {
      run(interpreter, "-c", "import numpy, torchvision");
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private String run(String... command) throws Exception {
    Path errors = folder.resolve("errors.txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(errors.toFile())
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + ": " + Files.readString(errors));
    }
    return said;
  }
}
