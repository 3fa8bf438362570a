package io.github.epdi.training.loop;

import ai.djl.ndarray.types.Shape;
import java.util.Arrays;

/** Small images of stripes; the target is how strong they are, whatever their direction. */
final class StripeImages implements TrainingImages {
  static final int PIXELS = 8;
  private final float[] strengths;

  StripeImages(float... strengths) {
    this.strengths = strengths.clone();
  }

  @Override
  public Shape shape() {
    return new Shape(3, PIXELS, PIXELS);
  }

  @Override
  public int[] members() {
    int[] members = new int[strengths.length];
    for (int i = 0; i < members.length; i++) {
      members[i] = i % 3 + 1;
    }
    return members;
  }

  @Override
  public int[] repeats() {
    int[] repeats = new int[strengths.length];
    Arrays.fill(repeats, 1);
    return repeats;
  }

  @Override
  public void render(View view, float[] out, int offset) {
    double cos = Math.cos(view.frame().angleRadians());
    double sin = Math.sin(view.frame().angleRadians());
    for (int i = 0; i < 3 * PIXELS * PIXELS; i++) {
      double x = i % PIXELS * cos + i / PIXELS % PIXELS * sin;
      out[offset + i] = (float) (strengths[view.sample()] * (1 + Math.sin(2 * x + view.member())));
    }
  }

  @Override
  public int outputs() {
    return 1;
  }

  @Override
  public void target(int sample, float[] out, int offset) {
    out[offset] = strengths[sample];
  }
}
