package io.github.epdi.model.network;

import io.github.epdi.model.safetensors.ModelFormatException;
import io.github.epdi.model.torch.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A network's prediction as a program for libtorch, and the numbers that it needs. An architecture
 * writes it line by line, for one batch size and image size.
 *
 * <p>On the processor the program calls the convolutions of oneDNN, with weights that were laid out
 * for them once and with the cut below zero included. Elsewhere it calls torch's own convolutions.
 * It lets go of every intermediate after its last use. What it computes is fixed here, in our code,
 * and a bundle gives numbers only.
 */
public final class InferenceScript {
  /** The library whose convolutions a program calls. */
  public enum Convolutions {
    /**
     * The convolutions are those of oneDNN for the processor. Sums stay float32 until the bias is
     * in.
     */
    ONEDNN,
    /**
     * The convolutions are those of torch, on any device. They are deterministic, never measured
     * against each other, and without the 10-bit products (TF32) that a graphics processor would
     * use for float32 by itself.
     */
    TORCH
  }

  /** The function that follows a convolution. */
  enum Activation {
    NONE,
    RELU;

    private String torchName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Numbers as they are handed to {@code prepare}. */
  static final class Tensor {
    private final float[] values;
    private final long[] shape;

    Tensor(float[] values, long... shape) {
      this.values = values;
      this.shape = shape;
    }

    /** Returns the values, row-major and not copied. */
    float[] values() {
      return values;
    }

    long[] shape() {
      return shape;
    }
  }

  /** Convolution weights (outputs, inputs, size, size), with a bias for each output. */
  static final class Weights {
    private final float[] values;
    private final float[] bias;
    private final int outputs;
    private final int inputs;

    /** Holds weights and a bias or null. Nothing is copied. */
    Weights(float[] values, float[] bias, int outputs, int inputs) {
      this.values = values;
      this.bias = bias;
      this.outputs = outputs;
      this.inputs = inputs;
    }

    /** Returns the number of output channels. */
    int outputs() {
      return outputs;
    }
  }

  private static final int FLOAT32 = Precision.FLOAT32.torchType();

  private Precision precision = Precision.FLOAT32;
  private final Convolutions convolutions;
  private final int batchSize;
  private final List<Tensor> tensors = new ArrayList<>();
  private final StringBuilder prepare = new StringBuilder();
  private final StringBuilder forward = new StringBuilder();

  /**
   * Makes an empty program that begins in float32, with the images, channels last, in {@code y}.
   *
   * @param batchSize images of one pass
   */
  public InferenceScript(int batchSize, Convolutions convolutions) {
    this.batchSize = batchSize;
    this.convolutions = convolutions;
    line("y = torch.contiguous(x, memory_format=2)");
  }

  /** Returns the precision in which the next lines compute. */
  Precision precision() {
    return precision;
  }

  /** Goes on in another precision. The variable {@code y} is converted. */
  void goOnIn(Precision other) {
    if (other != precision) {
      precision = other;
      line("y = torch.to(y, %d)", other.torchType());
    }
  }

  /** Returns the number of images of one pass. */
  int batchSize() {
    return batchSize;
  }

  /** Adds a line to the forward pass. */
  void line(String format, Object... values) {
    forward.append("    ").append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  /**
   * Returns the expression of an uninitialised tensor (N, channels, P, P) on the images' device.
   */
  String empty(int channels, int pixels) {
    String device =
        convolutions == Convolutions.ONEDNN
            ? ""
            : "layout=0, device=ops.prim.device(x), pin_memory=False, ";
    return String.format(
        Locale.ROOT,
        "torch.empty([%d, %d, %d, %d], dtype=%d, %smemory_format=2)",
        batchSize,
        channels,
        pixels,
        pixels,
        precision.torchType(),
        device);
  }

  /**
   * Keeps one number for each channel, in the current precision, and returns the expression for
   * them.
   */
  String perChannel(float[] values) {
    return keep(values, precision, 1, values.length, 1, 1);
  }

  /** Keeps one number for each channel, in float32, and returns the expression for them. */
  String perChannelFloat32(float[] values) {
    return keep(values, Precision.FLOAT32, 1, values.length, 1, 1);
  }

  /**
   * Returns the expression of a convolution.
   *
   * @param input expression of the input, (N, inputs, P, P)
   * @param pixels P
   * @param then function that follows the convolution
   */
  String convolution(
      String input, int pixels, Convolution.Kernel kernel, Weights weights, Activation then) {
    return convolutions == Convolutions.ONEDNN
        ? ofOneDnn(input, pixels, kernel, weights, then)
        : ofTorch(input, kernel, weights, then);
  }

  /** Adds the bias to sums that were rounded, as graphics processors do in any case. */
  private String ofTorch(
      String input, Convolution.Kernel kernel, Weights weights, Activation then) {
    int size = kernel.size();
    String kept =
        keep(
            finite(weights.values),
            "torch.contiguous(" + next(precision) + ", memory_format=2)",
            weights.outputs,
            weights.inputs,
            size,
            size);
    String result =
        "torch._convolution("
            + String.join(", ", input, kept, "None", pair(kernel.stride()), pair(kernel.padding()))
            + ", [1, 1], False, [0, 0], 1, False, True, True, False)";
    if (weights.bias != null) {
      result = "torch.add_(" + result + ", " + perChannel(finite(weights.bias)) + ")";
    }
    return then == Activation.RELU ? "torch.relu_(" + result + ")" : result;
  }

  private String ofOneDnn(
      String input, int pixels, Convolution.Kernel kernel, Weights weights, Activation then) {
    String padding = pair(kernel.padding());
    String stride = pair(kernel.stride());
    String packed = layOut(weights, kernel, pixels, padding + ", " + stride);
    String bias =
        weights.bias == null
            ? "None"
            : keep(finite(weights.bias), Precision.FLOAT32, weights.bias.length);
    return "ops.mkldnn._convolution_pointwise("
        + String.join(", ", input, packed, bias, padding, stride)
        + ", [1, 1], 1, \""
        + then.torchName()
        + "\", annotate(List[Optional[number]], []), \"\")";
  }

  /** Keeps weights in the memory order that the convolution of this shape works with. */
  private String layOut(
      Weights weights, Convolution.Kernel kernel, int pixels, String paddingAndStride) {
    int size = kernel.size();
    String laidOut =
        String.format(
            Locale.ROOT,
            "ops.mkldnn._reorder_convolution_weight(%s, %s, [1, 1], 1, %s)",
            next(precision),
            paddingAndStride,
            List.of(batchSize, weights.inputs, pixels, pixels));
    return keep(finite(weights.values), laidOut, weights.outputs, weights.inputs, size, size);
  }

  private String keep(float[] values, Precision type, long... shape) {
    return keep(values, next(type), shape);
  }

  /**
   * Returns the expression of the next numbers in a type. They are copied, because the numbers that
   * are handed over lie in Java's memory.
   */
  private String next(Precision type) {
    return "torch.clone(torch.to(w[" + tensors.size() + "], " + type.torchType() + "))";
  }

  private String keep(float[] values, String how, long... shape) {
    int number = tensors.size();
    tensors.add(new Tensor(values, shape));
    prepare.append("    _ = torch.append(out, ").append(how).append(")\n");
    return "p[" + number + "]";
  }

  /**
   * Returns the values if all are finite. The check is needed because a cut below zero would hide a
   * value that is not a number.
   */
  static float[] finite(float[] values) {
    float sum = 0; // stays that unless a value is not finite, which is quicker than to ask each
    for (float value : values) {
      sum += 0 * value;
    }
    if (sum != 0) {
      for (float value : values) {
        if (!Float.isFinite(value)) {
          throw new ModelFormatException(
              "Cannot use weights: expected finite numbers, found " + value);
        }
      }
    }
    return values;
  }

  private static String pair(int value) {
    return "[" + value + ", " + value + "]";
  }

  /** Returns the numbers that {@code prepare} takes, in order. */
  List<Tensor> tensors() {
    return tensors;
  }

  /**
   * Returns the program. Its method {@code prepare(List[Tensor]) -> List[Tensor]} lays the numbers
   * out, and {@code forward(images, those) -> features} uses them.
   *
   * @param result the expression of the features (N, F), float32
   */
  byte[] archive(String result) {
    String self = "self: __torch__." + TorchScriptArchive.CLASS;
    return TorchScriptArchive.of(
        "  def prepare("
            + self
            + ", w: List[Tensor]) -> List[Tensor]:\n    out = annotate(List[Tensor], [])\n"
            + prepare
            + "    return out\n  def forward("
            + self
            + ", x: Tensor, p: List[Tensor]) -> Tensor:\n"
            + forward
            + "    return torch.to("
            + result
            + ", "
            + FLOAT32
            + ")\n");
  }
}
