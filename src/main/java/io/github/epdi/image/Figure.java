package io.github.epdi.image;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;

/** Draws a magnified EPD image on white, with atoms, bars and a caption on and around it. */
final class Figure {
  /** Radius of the outline of a chalcogen. */
  static final double CHALCOGEN_RADIUS_ANGSTROM = 0.62;

  private static final double METAL_RADIUS_ANGSTROM = 0.42;
  private static final int LEAST_SIDE = 640;
  private static final Color INK = new Color(0x222222);
  private static final Color QUIET = new Color(0x5a5a5a);
  private static final Color HALO = new Color(0, 0, 0, 150);
  private static final Color LIGHT_HALO = new Color(255, 255, 255, 170);
  private static final double LIGHT_LUMA = 170;

  private final BufferedImage image;
  private final int magnification;
  private final ImageSpec spec;
  private final BufferedImage canvas;
  private final Graphics2D graphics;
  private final int side;
  private final int left;
  private final int upper;
  private final int unit;

  /** Lays out a figure and paints the magnified image. */
  Figure(BufferedImage image, ImageSpec spec, Set<Decoration> decorations) {
    this.spec = spec;
    this.image = image;
    this.magnification = Math.max(1, (LEAST_SIDE + spec.pixels() - 1) / spec.pixels());
    this.side = spec.pixels() * magnification;
    this.unit = Math.max(8, side / 28);
    this.left = unit;
    this.upper = unit + (decorations.contains(Decoration.CAPTION) ? 3 * unit : 0);
    int right = unit + (decorations.contains(Decoration.COLOR_BAR) ? 7 * unit : 0);
    this.canvas =
        new BufferedImage(left + side + right, upper + side + unit, BufferedImage.TYPE_INT_RGB);
    this.graphics = canvas.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
    graphics.drawImage(image, left, upper, side, side, null);
  }

  /** Outlines atoms and marks the site, which is at the centre. */
  void atoms(List<SurfaceAtoms.Projected> atoms) {
    Shape whole = graphics.getClip();
    graphics.clip(new Rectangle2D.Double(left, upper, side, side));
    for (SurfaceAtoms.Projected atom : atoms) {
      atom(atom);
    }
    double x = left + side / 2.0;
    double y = upper + side / 2.0;
    double arm = 0.45 * unit;
    Path2D cross = new Path2D.Double();
    cross.moveTo(x - arm, y);
    cross.lineTo(x + arm, y);
    cross.moveTo(x, y - arm);
    cross.lineTo(x, y + arm);
    outline(cross, unit / 8f, inkAt(x, y));
    graphics.setClip(whole);
  }

  private void atom(SurfaceAtoms.Projected atom) {
    double perAngstrom = side / spec.windowAngstrom();
    boolean chalcogen = atom.element().isChalcogen();
    double radius = perAngstrom * (chalcogen ? CHALCOGEN_RADIUS_ANGSTROM : METAL_RADIUS_ANGSTROM);
    double x = left + side / 2.0 + atom.xAngstrom() * perAngstrom;
    double y = upper + side / 2.0 - atom.yAngstrom() * perAngstrom;
    outline(
        new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius),
        unit / 12f,
        Color.WHITE);
    double inside = spec.windowAngstrom() / 2 - METAL_RADIUS_ANGSTROM;
    if (Math.max(Math.abs(atom.xAngstrom()), Math.abs(atom.yAngstrom())) <= inside) {
      symbol(atom, x, y, radius);
    }
  }

  private void symbol(SurfaceAtoms.Projected atom, double x, double y, double radius) {
    float size = (float) Math.min(1.1 * unit, radius * 1.05);
    Font font = font(Font.BOLD, size);
    GlyphVector glyphs =
        font.createGlyphVector(graphics.getFontRenderContext(), atom.element().symbol());
    Rectangle2D box = glyphs.getVisualBounds();
    // A symbol stands beside the site's mark, not under it.
    boolean atSite = Math.hypot(atom.xAngstrom(), atom.yAngstrom()) < METAL_RADIUS_ANGSTROM / 2;
    double shift = atSite ? radius + box.getWidth() / 2 + unit / 4.0 : 0;
    outline(
        glyphs.getOutline((float) (x + shift - box.getCenterX()), (float) (y - box.getCenterY())),
        0,
        inkAt(x + shift, y));
  }

  /**
   * Draws a shape in white with a dark halo, or in dark with a light halo where the ground is
   * light. A width of 0 fills the shape.
   */
  private void outline(Shape shape, float width, Color ink) {
    boolean white = ink.equals(Color.WHITE);
    graphics.setColor(white ? HALO : LIGHT_HALO);
    graphics.setStroke(
        new BasicStroke(width + unit / 8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(shape);
    graphics.setColor(ink);
    if (width == 0) {
      graphics.fill(shape);
    } else {
      graphics.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      graphics.draw(shape);
    }
  }

  /** Chooses white or dark, whichever reads better at a place of the picture (Rec. 709 luma). */
  private Color inkAt(double x, double y) {
    int column = (int) Math.max(left, Math.min(left + side - 1.0, x));
    int row = (int) Math.max(upper, Math.min(upper + side - 1.0, y));
    Color ground =
        new Color(image.getRGB((column - left) / magnification, (row - upper) / magnification));
    double luma = 0.2126 * ground.getRed() + 0.7152 * ground.getGreen() + 0.0722 * ground.getBlue();
    return luma > LIGHT_LUMA ? INK : Color.WHITE;
  }

  /** Draws a bar of a round length, about a quarter of the window, on a dark ground. */
  void scaleBar() {
    double length = roundBelow(spec.windowAngstrom() / 3.2);
    double width = length * side / spec.windowAngstrom();
    Font font = font(Font.BOLD, unit);
    String label = number(length) + " \u00c5";
    FontMetrics metrics = graphics.getFontMetrics(font);
    double pad = 0.45 * unit;
    double boxWidth = Math.max(width, metrics.stringWidth(label)) + 2 * pad;
    double boxHeight = 1.15 * unit + 0.3 * unit + 2 * pad;
    double x = left + 0.6 * unit;
    double y = upper + side - 0.6 * unit - boxHeight;
    graphics.setColor(new Color(0, 0, 0, 165));
    graphics.fill(new Rectangle2D.Double(x, y, boxWidth, boxHeight));
    graphics.setColor(Color.WHITE);
    graphics.fill(
        new Rectangle2D.Double(
            x + (boxWidth - width) / 2, y + boxHeight - pad - 0.3 * unit, width, 0.3 * unit));
    text(label, font, x + boxWidth / 2, y + pad + 0.8 * unit, Color.WHITE);
  }

  /**
   * Draws the colours with numbers beside them. An end beyond which there are values gets an arrow.
   */
  void colorBar(boolean valuesBelow, boolean valuesAbove) {
    double x = left + side + unit;
    double width = 1.1 * unit;
    for (int i = 0; i < side; i++) {
      int entry = Math.min(Colormap.SIZE - 1, Colormap.SIZE * (side - 1 - i) / side);
      graphics.setColor(new Color(spec.colormap().rgb(entry)));
      graphics.fill(new Rectangle2D.Double(x, upper + i, width, 1));
    }
    graphics.setColor(INK);
    graphics.setStroke(new BasicStroke(unit / 18f));
    graphics.draw(new Rectangle2D.Double(x, upper, width, side));
    if (valuesAbove) {
      arrow(x, upper, width, -0.8 * unit, Colormap.SIZE - 1);
    }
    if (valuesBelow) {
      arrow(x, upper + side, width, 0.8 * unit, 0);
    }
    ticks(x + width);
    String label = "potential relative to vacuum (eV)";
    Font font = font(Font.PLAIN, unit);
    AffineTransform upright = graphics.getTransform();
    graphics.rotate(-Math.PI / 2, canvas.getWidth() - 0.7 * unit, upper + side / 2.0);
    text(label, font, canvas.getWidth() - 0.7 * unit, upper + side / 2.0, INK);
    graphics.setTransform(upright);
  }

  private void arrow(double x, double y, double width, double height, int entry) {
    Path2D arrow = new Path2D.Double();
    arrow.moveTo(x, y);
    arrow.lineTo(x + width / 2, y + height);
    arrow.lineTo(x + width, y);
    arrow.closePath();
    graphics.setColor(new Color(spec.colormap().rgb(entry)));
    graphics.fill(arrow);
    graphics.setColor(INK);
    graphics.draw(arrow);
  }

  private void ticks(double x) {
    double range = spec.vmaxEv() - spec.vminEv();
    double step = roundBelow(range / 4);
    int decimals = Math.max(0, (int) -Math.floor(Math.log10(step * (1 + 1e-9))));
    Font font = font(Font.PLAIN, unit);
    int last = (int) Math.floor(spec.vmaxEv() / step + 1e-9);
    for (int i = (int) Math.ceil(spec.vminEv() / step - 1e-9); i <= last; i++) {
      double y = upper + side * (spec.vmaxEv() - i * step) / range;
      graphics.setColor(INK);
      graphics.fill(new Rectangle2D.Double(x, y - unit / 24.0, 0.35 * unit, unit / 12.0));
      graphics.setFont(font);
      graphics.drawString(
          fixed(i * step, decimals), (float) (x + 0.6 * unit), (float) (y + 0.36 * unit));
    }
  }

  /** Writes the material in bold, and below it a line that says what is shown. */
  void caption(String material, String line) {
    graphics.setColor(INK);
    graphics.setFont(fitting(material, Font.BOLD, 1.35f * unit));
    graphics.drawString(material, left, upper - 2.1f * unit);
    graphics.setColor(QUIET);
    graphics.setFont(fitting(line, Font.PLAIN, unit));
    graphics.drawString(line, left, upper - 0.65f * unit);
  }

  /** Returns the finished figure. */
  BufferedImage finish() {
    graphics.setColor(INK);
    graphics.setStroke(new BasicStroke(unit / 18f));
    graphics.draw(new Rectangle2D.Double(left, upper, side, side));
    graphics.dispose();
    return canvas;
  }

  private Font fitting(String text, int style, float size) {
    Font font = font(style, size);
    double width = graphics.getFontMetrics(font).stringWidth(text);
    double room = canvas.getWidth() - 2.0 * left;
    return width > room ? font.deriveFont((float) (size * room / width)) : font;
  }

  private void text(String text, Font font, double centreX, double baseline, Color color) {
    graphics.setFont(font);
    graphics.setColor(color);
    double width = graphics.getFontMetrics(font).stringWidth(text);
    graphics.drawString(text, (float) (centreX - width / 2), (float) baseline);
  }

  private static Font font(int style, float size) {
    return new Font(Font.SANS_SERIF, style, 12).deriveFont(size);
  }

  /**
   * Returns the largest of the numbers 1, 2 and 5 times a power of ten that is not above a length.
   */
  static double roundBelow(double length) {
    double power = Math.pow(10, Math.floor(Math.log10(length)));
    double digits = length / power * (1 + 1e-12);
    return (digits >= 5 ? 5 : digits >= 2 ? 2 : 1) * power;
  }

  private static String fixed(double value, int decimals) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    return rounded.toPlainString().replace('-', '\u2212');
  }

  /** Writes a number without superfluous zeros and with a true minus sign. */
  static String number(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_EVEN);
    String digits = rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    return digits.replace('-', '\u2212');
  }
}
