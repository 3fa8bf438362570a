import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/**
 * Composes the README's picture: a potential, five EPD images, a curve and the ranking. All four
 * are what the program's own commands made; jobs/picture.sh runs them and then this one-file
 * program.
 *
 * <p>Arguments: the folder of what the commands made, the SVG file to write. In the folder: {@code
 * path.json} (one row: material, host, dopant, path, its five sites and their energies in eV),
 * {@code ranking.json} (materials, best first), {@code plane.png}, {@code images/} (one PNG a
 * site), {@code curve.svg}.
 */
final class Overview {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 536;
  private static final int LEFT = 24;
  private static final int LEFT_WIDTH = 370;
  private static final int RIGHT = 430;
  private static final int RIGHT_WIDTH = 446;
  private static final int UPPER = 68;
  private static final int LOWER = 426;
  private static final String INK = "#1f2933";
  private static final String QUIET = "#5b6773";
  private static final String ACCENT = "#0b6e6e";
  private static final int LARGEST_BYTES = 300_000;

  private final ObjectMapper json = new ObjectMapper();
  private final StringBuilder svg = new StringBuilder();
  private final Path folder;
  private final JsonNode path;

  private Overview(Path folder) throws IOException {
    this.folder = folder;
    this.path = json.readTree(folder.resolve("path.json").toFile()).required(0);
  }

  public static void main(String[] arguments) throws IOException {
    byte[] picture = new Overview(Path.of(arguments[0])).draw().getBytes("UTF-8");
    if (picture.length > LARGEST_BYTES) {
      throw new IOException(
          "Cannot write the picture: expected at most "
              + LARGEST_BYTES
              + " bytes, found "
              + picture.length);
    }
    Files.write(Path.of(arguments[1]), picture);
  }

  private String draw() throws IOException {
    String material = text(path, "material_id");
    add(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' width='%d' height='%d'"
            + " role='img' font-family='system-ui, -apple-system, \"Segoe UI\", Roboto, \"DejaVu"
            + " Sans\", sans-serif'>%n",
        WIDTH, HEIGHT, WIDTH, HEIGHT);
    add(
        "<title>From a potential grid to a ranking</title><desc>The demo, drawn by epdi: the"
            + " potential above %s, five images along one hop, the predicted energy curve, four"
            + " materials ranked by their barrier.</desc>%n",
        material);
    add("<rect width='%d' height='%d' rx='10' fill='#ffffff'/>%n", WIDTH, HEIGHT);
    add("<path d='M412 24V%d' stroke='#d8dde3'/>%n", HEIGHT - 24);
    plane();
    images();
    curve();
    ranking();
    return svg.append("</svg>\n").toString();
  }

  private void plane() throws IOException {
    heading(
        1,
        LEFT,
        UPPER - 34,
        "A grid that DFT wrote",
        potentialOf() + ": potential 1.5 Å above the surface");
    BufferedImage plane = ImageIO.read(folder.resolve("plane.png").toFile());
    double height = (double) LEFT_WIDTH * plane.getHeight() / plane.getWidth();
    image("jpeg", jpeg(plane), LEFT, UPPER, LEFT_WIDTH, height, "auto");
  }

  private String potentialOf() {
    JsonNode dopants = path.required("dopants");
    String host = text(path, "host");
    return dopants.isEmpty() ? host : host + " with " + text(dopants.required(0), "element");
  }

  private void images() throws IOException {
    heading(
        2,
        LEFT,
        LOWER - 34,
        "An image around each place of a hop",
        "the local potential; below, the energy predicted there");
    JsonNode sites = path.required("sites");
    double side = 66;
    double step = (LEFT_WIDTH - side) / 4;
    for (int i = 0; i < 5; i++) {
      String site = sites.required(i).asText();
      double x = LEFT + i * step;
      byte[] png = Files.readAllBytes(folder.resolve("images").resolve(site + ".png"));
      image("png", png, x, LOWER, side, side, "pixelated");
      label(x + side / 2, LOWER + side + 15, 11.5, "600", INK, "middle", site);
      String energy = number(path.required("energies_ev").required(i).asDouble(), 2);
      label(x + side / 2, LOWER + side + 30, 11.5, "400", QUIET, "middle", energy + " eV");
    }
  }

  private void curve() throws IOException {
    heading(
        3,
        RIGHT,
        UPPER - 34,
        "The hop's energy curve",
        "how strongly lithium is bound on its way, and the barrier to climb");
    String figure = Files.readString(folder.resolve("curve.svg"));
    Matcher size =
        Pattern.compile(" viewBox='0 0 (\\S+) (\\S+)' width='\\S+' height='\\S+'").matcher(figure);
    if (!size.find()) {
      throw new IOException(
          "Cannot place the curve: expected a viewBox, width and height in curve.svg");
    }
    double height = 296;
    double width = height * Double.parseDouble(size.group(1)) / Double.parseDouble(size.group(2));
    String placed =
        String.format(
            Locale.ROOT,
            " viewBox='0 0 %s %s' x='%.1f' y='%d' width='%.1f' height='%.0f'",
            size.group(1),
            size.group(2),
            RIGHT + (RIGHT_WIDTH - width) / 2,
            UPPER,
            width,
            height);
    svg.append(figure, 0, size.start())
        .append(placed)
        .append(figure.substring(size.end()))
        .append('\n');
  }

  private void ranking() throws IOException {
    heading(
        4,
        RIGHT,
        LOWER - 34,
        "A ranking of all materials",
        "lowest barrier that connects the whole surface, in eV");
    JsonNode rows = json.readTree(folder.resolve("ranking.json").toFile());
    double highest = 0;
    for (JsonNode row : rows) {
      highest = Math.max(highest, row.required("percolation_2d_ev").asDouble());
    }
    double step = 96.0 / rows.size();
    double bar = Math.min(16, step - 6);
    for (int i = 0; i < rows.size(); i++) {
      double barrier = rows.required(i).required("percolation_2d_ev").asDouble();
      double y = LOWER + i * step;
      double length = 280 * barrier / highest;
      label(
          RIGHT,
          y + bar - 3.5,
          12,
          i == 0 ? "600" : "400",
          INK,
          "start",
          text(rows.required(i), "material_id"));
      add(
          "<rect x='%d' y='%.1f' width='%.1f' height='%.1f' rx='2' fill='%s' fill-opacity='%s'/>%n",
          RIGHT + 112, y, length, bar, ACCENT, i == 0 ? "1" : "0.45");
      label(
          RIGHT + 118 + length,
          y + bar - 3.5,
          12,
          i == 0 ? "600" : "400",
          INK,
          "start",
          number(barrier, 3));
    }
  }

  private void heading(int panel, int x, int y, String title, String below) {
    add("<circle cx='%d' cy='%d' r='10' fill='%s'/>", x + 10, y - 4, ACCENT);
    label(x + 10, y, 12, "700", "#ffffff", "middle", Integer.toString(panel));
    label(x + 28, y, 14.5, "600", INK, "start", title);
    label(x + 28, y + 18, 11.5, "400", QUIET, "start", below);
  }

  private void label(
      double x, double y, double size, String weight, String colour, String anchor, String text) {
    add(
        "<text x='%.1f' y='%.1f' font-size='%s' font-weight='%s' fill='%s'"
            + " text-anchor='%s'>%s</text>%n",
        x, y, size, weight, colour, anchor, text.replace("&", "&amp;").replace("<", "&lt;"));
  }

  private void image(
      String kind,
      byte[] bytes,
      double x,
      double y,
      double width,
      double height,
      String rendering) {
    add(
        "<image x='%.1f' y='%.1f' width='%.1f' height='%.1f' image-rendering='%s'"
            + " href='data:image/%s;base64,%s'/>%n",
        x, y, width, height, rendering, kind, Base64.getEncoder().encodeToString(bytes));
  }

  /** A PNG of smooth colours is four times as large; at this quality the difference is not seen. */
  private static byte[] jpeg(BufferedImage picture) throws IOException {
    BufferedImage opaque =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    opaque.createGraphics().drawImage(picture, 0, 0, null);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam quality = writer.getDefaultWriteParam();
    quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    quality.setCompressionQuality(0.92f);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(opaque, null, null), quality);
    }
    writer.dispose();
    return bytes.toByteArray();
  }

  private static String number(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value).replace('-', '−');
  }

  private static String text(JsonNode row, String column) {
    return row.required(column).asText();
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values));
  }
}
