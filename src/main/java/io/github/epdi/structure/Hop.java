package io.github.epdi.structure;

/**
 * A step of lithium from a T site in the home cell over a bridge to an H site in cell (du, dv). Its
 * number is that of its bridge site B.
 *
 * @param number of the hop and of its bridge site
 * @param top number of the T site
 * @param hollow number of the H site
 * @param du cell of the H site along a
 * @param dv cell of the H site along b
 */
public record Hop(int number, int top, int hollow, int du, int dv) {
  /** Id, equal to its bridge site's: "B4". */
  public String id() {
    return "B" + number;
  }
}
