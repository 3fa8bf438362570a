package io.github.epdi.model.onnx;

import java.util.Arrays;

/** A named setting of an operator: whole numbers or a real number. Immutable. */
public final class OnnxAttribute {
  private static final int NAME = 1;
  private static final int REAL = 2;
  private static final int INTEGER = 3;
  private static final int INTEGERS = 8;
  private static final int TYPE = 20;

  private final WireMessage message;

  private OnnxAttribute(WireMessage message) {
    this.message = message;
  }

  /** Makes an attribute of one whole number. */
  public static OnnxAttribute integer(String name, long value) {
    return new OnnxAttribute(named(name).integer(INTEGER, value).integer(TYPE, 2));
  }

  /** Makes an attribute of one real number. */
  public static OnnxAttribute real(String name, float value) {
    return new OnnxAttribute(named(name).real(REAL, value).integer(TYPE, 1));
  }

  /** Makes an attribute of a list of whole numbers. */
  public static OnnxAttribute integers(String name, long... values) {
    WireMessage message = named(name);
    Arrays.stream(values).forEach(value -> message.integer(INTEGERS, value));
    return new OnnxAttribute(message.integer(TYPE, 7));
  }

  private static WireMessage named(String name) {
    return new WireMessage().text(NAME, name);
  }

  WireMessage message() {
    return message;
  }
}
