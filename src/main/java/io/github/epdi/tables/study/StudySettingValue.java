package io.github.epdi.tables.study;

/**
 * The settings in which trainings of a study may differ, apart from seed and fold.
 *
 * @param network the network that was trained
 * @param image the images that it was shown
 * @param task the task that it was given
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
   * @param pixels number of pixels along a side
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
