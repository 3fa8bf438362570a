package io.github.epdi.grid.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.grid.TestGrids;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Against the language's own parser, through the reader that uses it. */
class FixedFieldReaderTest {
  private static final String[] LINE_ENDS = {"\n", "\r\n", " \n", "  \n", "\n\n", "\t\n"};

  @Property(tries = 600)
  void isExactlyWhatTheLanguageParses(
      @ForAll @IntRange(min = 1, max = 18) int digits,
      @ForAll @IntRange(min = 0, max = 6) int blanks,
      @ForAll @IntRange(min = 1, max = 9) int perLine,
      @ForAll long seed)
      throws IOException {
    Random random = new Random(seed);
    String lineEnd = LINE_ENDS[random.nextInt(LINE_ENDS.length)];
    int form = random.nextInt(4);
    List<String> tokens = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int n = 0; n < 400; n++) {
      String token = token(random, form, digits);
      tokens.add(token);
      text.append(" ".repeat(Math.max(1, digits + 8 + blanks - token.length()))).append(token);
      text.append((n + 1) % perLine == 0 ? lineEnd : "");
    }
    areRead(text.toString(), tokens);
  }

  /** Whatever byte is damaged: what the general parser says of each token, at its line. */
  @Property(tries = 2000)
  void noDamageIsOverlooked(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int n = 0; n < 40; n++) {
      text.append(' ').append(TestGrids.fortran(random.nextGaussian() * 10));
      text.append((n + 1) % 5 == 0 ? "\n" : "");
    }
    int at = 1 + random.nextInt(text.length() - 1);
    // Where a blank is damaged two fields touch: TouchingFieldsTest.
    Assume.that(text.charAt(at) != ' ');
    text.setCharAt(at, (char) (1 + random.nextInt(127)));
    List<String> tokens = tokens(text.toString());
    double[] found = new double[tokens.size()];
    ValueReader values = reader(text.toString());
    values.read(found, found.length);
    for (int n = 0; n < found.length; n++) {
      assertThat(found[n]).isEqualTo(Double.valueOf(general(tokens.get(n))));
    }
    boolean bad = tokens.stream().anyMatch(t -> Double.isNaN(general(t)));
    assertThat(values.badNumber() != null).isEqualTo(bad);
    if (bad) {
      long line = text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
      assertThat(values.badNumber().reject().line()).isBetween(line, line + 1);
    }
  }

  @Test
  void signsOfZeroAndValuesAtTheEdgeOfExactnessAreKept() throws IOException {
    List<String> tokens =
        List.of(
            "0.0000000000000000E+00",
            "-.0000000000000000E+00",
            "9.0071992547409910E+15",
            "9.0071992547409920E+15",
            "9.0071992547409930E+15",
            "0.9007199254740993E+16",
            "0.9007199254740992E+00",
            "1.0000000000000000E+22",
            "1.0000000000000000E+38",
            "1.0000000000000000E+39",
            "1.0000000000000000E-06",
            "1.0000000000000000E-07",
            "1.7976931348623157D+99",
            "-2.2250738585072014E-99");
    areRead(" " + String.join(" ", tokens), tokens);
    areRead(" " + String.join("\n ", tokens), tokens);
  }

  @Test
  void fieldsThatTouchAreTwoNumbersInOneToken() throws IOException {
    String text = " 0.12345678901E+02 0.12345678901E+02-0.12345678901E+02 1.0";
    ValueReader values = reader(text);
    double[] found = new double[3];
    values.read(found, 3);
    assertThat(found).containsExactly(12.345678901, Double.NaN, 1.0);
    assertThat(values.badNumber()).hasMessageContaining("0.12345678901E+02-0.12345678901E+02");
  }

  /** Where nothing is buffered yet, and where the buffer has just run out, as anywhere else. */
  @Test
  void aControlCharacterIsNoBlankWhereverTheBufferEnds() throws IOException {
    for (String text : List.of(" \u0005 1.0", "\u0005 1.0", "\u00051.0", " 1.0 \u0005")) {
      ValueReader values = reader(text);
      values.read(new double[2], 2);
      assertThat(values.badNumber()).as(text).isNotNull();
    }
  }

  private static void areRead(String text, List<String> tokens) throws IOException {
    double[] found = new double[tokens.size()];
    ValueReader values = reader(text);
    values.read(found, found.length);
    for (int n = 0; n < found.length; n++) {
      double expected = Double.parseDouble(tokens.get(n).replace('D', 'E').replace('d', 'e'));
      if (Double.doubleToRawLongBits(found[n]) != Double.doubleToRawLongBits(expected)) {
        assertThat(found[n]).as(tokens.get(n)).isEqualTo(expected);
      }
    }
    assertThat(values.badNumber()).isNull();
    assertThat(values.atEnd()).isTrue();
  }

  private static ValueReader reader(String text) {
    TextInput in =
        new TextInput(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));
    return new ValueReader(in, new DecimalParser());
  }

  /** As the general reader cuts: blanks and line ends part; a control character is a token. */
  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int end = at;
      while (end < text.length() && text.charAt(end) > ' ') {
        end++;
      }
      boolean blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
      if (!blank) {
        tokens.add(text.substring(at, end));
      }
      at = Math.max(end, at + 1);
    }
    return tokens;
  }

  private static double general(String token) {
    return new DecimalParser().parse((token + "\0").getBytes(StandardCharsets.US_ASCII), 0);
  }

  private static String token(Random random, int form, int digits) {
    double value = random.nextGaussian() * Math.pow(10, random.nextInt(7) - 4);
    if (random.nextInt(50) == 0) {
      value = random.nextGaussian() * Math.pow(10, random.nextInt(180) - 90);
    }
    String scientific = String.format(Locale.ROOT, "%." + digits + "E", value);
    return switch (form) {
      case 0 -> scientific;
      case 1 -> scientific.replace('E', random.nextBoolean() ? 'd' : 'D');
      case 2 -> scientific.replaceFirst("\\d\\.", random.nextBoolean() ? "." : "0.");
      default -> String.format(Locale.ROOT, "%." + digits + "f", value % 1000);
    };
  }
}
