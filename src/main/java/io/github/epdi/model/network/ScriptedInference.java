package io.github.epdi.model.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;

/** Predicts with an {@link InferenceScript}, on the device of its manager. */
public final class ScriptedInference implements InferenceNetwork {
  private final PtSymbolBlock program;
  private final IValue prepared;

  private ScriptedInference(PtSymbolBlock program, IValue prepared) {
    this.program = program;
    this.prepared = prepared;
  }

  /**
   * Loads a program and lays its numbers out.
   *
   * @param archive archive of {@code script}
   */
  public static ScriptedInference of(NDManager manager, InferenceScript script, byte[] archive) {
    PtSymbolBlock program;
    try {
      program =
          JniUtils.loadModule(
              (PtNDManager) manager, new ByteArrayInputStream(archive), false, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try (NDManager scope = manager.newSubManager()) {
      PtNDArray[] tensors =
          script.tensors().stream()
              .map(t -> scope.create(FloatBuffer.wrap(t.values()), new Shape(t.shape())))
              .toArray(PtNDArray[]::new);
      try (IValue list = IValue.listFrom(tensors)) {
        return new ScriptedInference(program, IValueUtils.runMethod(program, "prepare", list));
      }
    }
  }

  @Override
  public float[] features(NDManager scope, float[] images, Shape shape) {
    // This setting belongs to the thread. Without it the first passes would be profiled and later
    // ones rewritten.
    JniUtils.setGraphExecutorOptimize(false);
    try (NDArray input = scope.create(FloatBuffer.wrap(images), shape);
        IValue value = IValue.from((PtNDArray) input);
        IValue result = IValueUtils.runMethod(program, "forward", value, prepared);
        NDArray features = result.toTensor((PtNDManager) scope)) {
      return features.toFloatArray();
    }
  }

  @Override
  public void close() {
    prepared.close();
    program.close();
  }
}
