package io.github.epdi.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import io.github.epdi.model.onnx.OnnxGraph;
import io.github.epdi.model.onnx.OnnxModel;
import io.github.epdi.model.torch.TorchEngine;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What ONNX has no operator for, against torch's. */
class OnnxLayersTest {
  private static final int CELLS = 7;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {8, 9, 13, 14, 20})
  void adaptivePoolingIsTorchs(int pixels) throws Exception {
    OnnxGraph graph = new OnnxGraph("pooling");
    graph.input("x", "any", List.of("N", 2, pixels, pixels));
    String pooled =
        new OnnxLayers(graph, new FormulaTensors(1).source(List.of()), "")
            .meanTo(CELLS, "x", pixels);
    graph.output(pooled, "means", List.of("N", 2, CELLS, CELLS));
    Path file = folder.resolve("pooling.onnx");
    new OnnxModel(graph, "0", "pooling", Map.of()).write(file);
    float[] values = new FormulaTensors(3).input(3 * 2 * pixels * pixels);
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    long[] shape = {3, 2, pixels, pixels};
    TorchEngine.start();
    try (NDManager manager = NDManager.newBaseManager();
        NDArray expected =
            Pooling.meanTo(CELLS, manager.create(FloatBuffer.wrap(values), new Shape(shape)));
        OrtSession session = environment.createSession(file.toString());
        OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape);
        OrtSession.Result result = session.run(Map.of("x", input))) {
      float[] found = new float[3 * 2 * CELLS * CELLS];
      ((OnnxTensor) result.get(0)).getFloatBuffer().get(found);
      assertThat(found).containsExactly(expected.toFloatArray(), within(1e-6f));
    }
  }
}
