package io.github.epdi.bench;

import ai.djl.ModelException;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.TranslateException;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.epdi.model.BenchmarkBundles;
import io.github.epdi.model.BindingEnergyModel;
import io.github.epdi.model.BindingEnergyPredictor;
import io.github.epdi.model.BundleExport;
import io.github.epdi.model.torch.ComputeDevice;
import io.github.epdi.model.torch.Precision;
import io.github.epdi.structure.InputException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A process that predicts the same images with all engines in turn and prints, as JSON, images per
 * second of the one thread's processor time: {engine: {batch: rate}}.
 */
final class NetworkMain {
  private static final int PIXELS = 224;
  private static final int[] BATCHES = {1, 4, 8};

  private interface Engine {
    void predict(float[] images, int batch) throws IOException;
  }

  private final Map<String, Engine> engines = new LinkedHashMap<>();
  private final int rounds;

  private NetworkMain(int rounds) {
    this.rounds = rounds;
  }

  /** Arguments: rounds, a folder that gets our network as ONNX, TorchScript file or "". */
  public static void main(String[] arguments) throws IOException {
    NetworkMain main = new NetworkMain(Integer.parseInt(arguments[0]));
    main.engines.put("float32", ours(Precision.FLOAT32));
    try {
      main.engines.put("bfloat16", ours(Precision.BFLOAT16));
    } catch (InputException e) {
      System.err.println(e.getMessage());
    }
    if (!arguments[2].isEmpty()) {
      main.engines.put("torchscript", torchScript(Path.of(arguments[2])));
    }
    main.engines.put("onnx", onnx(Path.of(arguments[1])));
    System.out.println(new ObjectMapper().writeValueAsString(main.rates()));
    System.exit(0);
  }

  private Map<String, Map<String, Double>> rates() throws IOException {
    Map<String, Map<String, Double>> rates = new LinkedHashMap<>();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (int batch : BATCHES) {
      float[] images = BenchmarkBundles.noise(batch * 3 * PIXELS * PIXELS);
      Rounds turns = new Rounds(rounds);
      for (Engine engine : engines.values()) {
        for (int i = 0; i < 3; i++) {
          engine.predict(images, batch);
        }
        turns.add(
            () -> {
              long start = threads.getCurrentThreadCpuTime();
              engine.predict(images, batch);
              return batch * 1e9 / (threads.getCurrentThreadCpuTime() - start);
            });
      }
      double[] medians = turns.medians();
      int i = 0;
      for (String engine : engines.keySet()) {
        rates.computeIfAbsent(engine, e -> new LinkedHashMap<>()).put("" + batch, medians[i++]);
      }
    }
    return rates;
  }

  private static Engine ours(Precision precision) {
    BindingEnergyModel model =
        new BindingEnergyModel(BenchmarkBundles.of(PIXELS), ComputeDevice.CPU, precision);
    Map<Integer, BindingEnergyPredictor> predictors = new LinkedHashMap<>();
    return (images, batch) ->
        predictors.computeIfAbsent(batch, model::newPredictor).predict(images, batch);
  }

  private static Engine torchScript(Path file) throws IOException {
    ZooModel<NDList, NDList> model;
    try {
      model =
          Criteria.builder()
              .setTypes(NDList.class, NDList.class)
              .optModelPath(file)
              .optEngine("PyTorch")
              .build()
              .loadModel();
    } catch (ModelException e) {
      throw new IOException(e);
    }
    Predictor<NDList, NDList> predictor = model.newPredictor();
    return (images, batch) -> {
      try (NDManager scope = model.getNDManager().newSubManager()) {
        NDArray input = scope.create(FloatBuffer.wrap(images), new Shape(batch, 3, PIXELS, PIXELS));
        NDList output = predictor.predict(new NDList(input));
        check(output.head().toFloatArray(), batch);
        output.close();
      } catch (TranslateException e) {
        throw new IOException(e);
      }
    };
  }

  /** Our network as {@code epdi export --format onnx} writes it, so both compute the same. */
  private static Engine onnx(Path folder) throws IOException {
    Path exported = folder.resolve("onnx-" + ProcessHandle.current().pid());
    BundleExport.ofOnnx(BenchmarkBundles.of(PIXELS), "bench").write(exported);
    try {
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      OrtSession.SessionOptions options = new OrtSession.SessionOptions();
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      OrtSession session =
          environment.createSession(exported.resolve("model.onnx").toString(), options);
      return (images, batch) -> {
        long[] shape = {batch, 3, PIXELS, PIXELS};
        try (OnnxTensor input =
                OnnxTensor.createTensor(environment, FloatBuffer.wrap(images), shape);
            OrtSession.Result result = session.run(Map.of("images", input))) {
          check((float[]) result.get(0).getValue(), batch);
        } catch (OrtException e) {
          throw new IOException(e);
        }
      };
    } catch (OrtException e) {
      throw new IOException(e);
    }
  }

  private static void check(float[] energies, int batch) throws IOException {
    if (energies.length != batch) {
      throw new IOException("Expected " + batch + " energies, found " + Arrays.toString(energies));
    }
  }
}
