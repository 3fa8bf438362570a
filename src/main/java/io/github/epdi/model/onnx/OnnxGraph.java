package io.github.epdi.model.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Collects a graph's inputs, weights, operators and outputs. Everything has a name of its own, and
 * an operator takes only what was added before it. Not thread-safe.
 */
public final class OnnxGraph {
  private static final int NODE = 1;
  private static final int NAME = 2;
  private static final int INITIALIZER = 5;
  private static final int INPUT = 11;
  private static final int OUTPUT = 12;

  /** Element types of tensors. */
  private static final int FLOAT = 1;

  private static final int INT64 = 7;

  private final Set<String> names = new HashSet<>();
  private final WireMessage message;

  /**
   * Makes an empty graph.
   *
   * @param name its name, for people
   */
  public OnnxGraph(String name) {
    message = new WireMessage().text(NAME, name);
  }

  /**
   * Adds float32 that the caller of the network gives.
   *
   * @param meaning what they are, for people
   * @param shape sizes of the axes; a text names an axis of any size
   * @return the name
   */
  public String input(String name, String meaning, List<Object> shape) {
    take(name);
    message.message(INPUT, value(name, meaning, shape));
    return name;
  }

  /**
   * Tells what the network returns, float32.
   *
   * @param name name of an operator
   * @param meaning what they are, for people
   * @param shape as for inputs
   */
  public void output(String name, String meaning, List<Object> shape) {
    require(name);
    message.message(OUTPUT, value(name, meaning, shape));
  }

  /**
   * Adds float32 weights.
   *
   * @param shape sizes of the axes
   * @param values row-major, made each time that the file is written
   * @return the name
   */
  public String weights(String name, List<Integer> shape, Supplier<float[]> values) {
    take(name);
    WireMessage tensor = new WireMessage();
    shape.forEach(size -> tensor.integer(1, size));
    long count = shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    message.message(INITIALIZER, tensor.integer(2, FLOAT).text(8, name).floats(9, count, values));
    return name;
  }

  /**
   * Adds a list of whole numbers.
   *
   * @return the name
   */
  public String integers(String name, long... values) {
    take(name);
    ByteBuffer bytes =
        ByteBuffer.allocate(Long.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(values);
    message.message(
        INITIALIZER,
        new WireMessage()
            .integer(1, values.length)
            .integer(2, INT64)
            .text(8, name)
            .bytes(9, bytes.array()));
    return name;
  }

  /**
   * Adds an operator of one result, which has the operator's name.
   *
   * @param name its name
   * @param operator its kind, as in the operator set
   * @param inputs names of what it takes
   * @return the name
   */
  public String node(
      String name, String operator, List<String> inputs, OnnxAttribute... attributes) {
    inputs.forEach(this::require);
    take(name);
    WireMessage node = new WireMessage();
    inputs.forEach(input -> node.text(1, input));
    node.text(2, name).text(3, name).text(4, operator);
    for (OnnxAttribute attribute : attributes) {
      node.message(5, attribute.message());
    }
    message.message(NODE, node);
    return name;
  }

  WireMessage message() {
    return message;
  }

  private static WireMessage value(String name, String meaning, List<Object> shape) {
    WireMessage axes = new WireMessage();
    for (Object size : shape) {
      WireMessage axis = new WireMessage();
      axes.message(
          1,
          size instanceof Integer fixed ? axis.integer(1, fixed) : axis.text(2, size.toString()));
    }
    WireMessage tensor = new WireMessage().integer(1, FLOAT).message(2, axes);
    WireMessage type = new WireMessage().message(1, tensor);
    return new WireMessage().text(1, name).message(2, type).text(3, meaning);
  }

  private void take(String name) {
    if (!names.add(name)) {
      throw new IllegalArgumentException(
          "Cannot add " + name + " to a graph: expected a new name, found that it is taken");
    }
  }

  private void require(String name) {
    if (!names.contains(name)) {
      throw new IllegalArgumentException(
          "Cannot use " + name + " in a graph: expected what was added before, found no such name");
    }
  }
}
