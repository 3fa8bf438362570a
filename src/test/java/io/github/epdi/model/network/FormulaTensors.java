package io.github.epdi.model.network;

import io.github.epdi.model.safetensors.Safetensors;
import io.github.epdi.model.safetensors.SafetensorsWriter;
import io.github.epdi.model.safetensors.TensorSource;
import io.github.epdi.model.safetensors.TensorSpec;
import io.github.epdi.model.safetensors.TensorType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** Tensors made by the formula of the torchvision reference: splitmix64 of seed, tensor, index. */
public final class FormulaTensors {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final long FIRST = 0xBF58476D1CE4E5B9L;
  private static final long SECOND = 0x94D049BB133111EBL;
  private static final int INPUT = 1_000_000;

  private final long seed;

  public FormulaTensors(long seed) {
    this.seed = seed;
  }

  /** Image values in [-1, 1). */
  public float[] input(int length) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) uniform(INPUT, i);
    }
    return values;
  }

  /** Tensors made each time that they are asked for, so that none of them is held. */
  public TensorSource source(List<TensorSpec> tensors) {
    return new Source(tensors);
  }

  /** All tensors of a network as a safetensors file; the seed's numbering is by sorted name. */
  public Safetensors weights(List<TensorSpec> tensors) {
    return Safetensors.parse(bytes(tensors, "", TensorType.F32));
  }

  byte[] bytes(List<TensorSpec> tensors, String prefix, TensorType type) {
    SafetensorsWriter writer = new SafetensorsWriter();
    add(writer, tensors, prefix, type);
    return writer.toBytes();
  }

  public void add(
      SafetensorsWriter writer, List<TensorSpec> tensors, String prefix, TensorType type) {
    List<String> names = tensors.stream().map(TensorSpec::name).sorted().toList();
    for (TensorSpec spec : tensors) {
      float[] values = values(spec, names.indexOf(spec.name()));
      TensorType kept = spec.shape().size() > 1 ? type : TensorType.F32;
      writer.add(new TensorSpec(prefix + spec.name(), spec.shape()), values, kept);
    }
  }

  private float[] values(TensorSpec spec, int number) {
    float[] values = new float[Math.toIntExact(spec.elements())];
    List<Integer> shape = spec.shape();
    long fanIn = IntStream.range(1, shape.size()).mapToLong(shape::get).reduce(1, (a, b) -> a * b);
    if (shape.size() > 1) {
      double scale = Math.sqrt(6.0 / fanIn);
      fill(values, number, u -> scale * u);
    } else if (spec.name().endsWith("running_var")) {
      fill(values, number, u -> 1 + .5 * Math.abs(u));
    } else if (spec.name().endsWith("running_mean") || spec.name().endsWith("bias")) {
      fill(values, number, u -> .1 * u);
    } else {
      fill(values, number, u -> 1 + .1 * u);
    }
    return values;
  }

  private void fill(float[] values, int number, DoubleUnaryOperator formula) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) formula.applyAsDouble(uniform(number, i));
    }
  }

  private double uniform(long tensor, long index) {
    long x = seed * GOLDEN + tensor * FIRST + index + GOLDEN;
    x = (x ^ (x >>> 30)) * FIRST;
    x = (x ^ (x >>> 27)) * SECOND;
    x ^= x >>> 31;
    return (x >>> 40) / 0x1p23 - 1;
  }

  private final class Source implements TensorSource {
    private final Map<String, TensorSpec> specs = new TreeMap<>();

    Source(List<TensorSpec> tensors) {
      tensors.forEach(spec -> specs.put(spec.name(), spec));
    }

    @Override
    public List<String> names() {
      return List.copyOf(specs.keySet());
    }

    @Override
    public boolean contains(String name) {
      return specs.containsKey(name);
    }

    @Override
    public TensorSpec spec(String name) {
      return specs.get(name);
    }

    @Override
    public float[] floats(String name) {
      return values(specs.get(name), names().indexOf(name));
    }
  }
}
