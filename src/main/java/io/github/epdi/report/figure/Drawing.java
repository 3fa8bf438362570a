package io.github.epdi.report.figure;

/**
 * Begins SVG drawings. Colours are presentation attributes, so that a file stands alone. Classes
 * (fig-ink, fig-quiet, fig-accent and their lines) let a page's style sheet replace them.
 */
final class Drawing {
  private Drawing() {}

  /**
   * Returns the opening of a drawing, with its accessible name.
   *
   * @param name what the drawing is, in a few words
   * @param description what the drawing shows, for those who cannot see it
   */
  static Markup of(double width, double height, String name, String description) {
    return new Markup()
        .add(
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ? ?' width='?' height='?'"
                + " role='img' aria-label='?. ?' font-size='11' class='figure' font-family='"
                + "system-ui, -apple-system, \"Segoe UI\", Roboto, \"DejaVu Sans\", sans-serif'>"
                + "<title>?</title><desc>?</desc>",
            width,
            height,
            width,
            height,
            name,
            description,
            name,
            description);
  }
}
