package io.github.epdi.tables.study;

/**
 * What trainings of a study may differ in, seed and fold aside.
 *
 * @param network what was trained
 * @param image what it was shown
 * @param task what it was asked
 */
public record StudySettingValue(Network network, Image image, Task task) {
  /**
   * The network.
   *
   * @param architecture vgg16, resnet50 or densenet121
   * @param start initial weights: random, or a name of the plan
   */
  public record Network(String architecture, String start) {}

  /**
   * The images.
   *
   * @param encoding colormap or planes
   * @param pixels along a side
   */
  public record Image(String encoding, int pixels) {}

  /**
   * The task.
   *
   * @param target direct or bridge-residual
   * @param split random or by-material
   * @param saddleFraction share of the unique saddles that are trained on
   */
  public record Task(String target, String split, double saddleFraction) {}
}
