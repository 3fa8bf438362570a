package io.github.epdi.grid.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that fill their fields, as Fortran writes them; what is expected is what was written. */
class TouchingFieldsTest {
  private static final String[] LINE_ENDS = {"\n", "\r\n", " \n"};

  /** E13.5E3 as CP2K 2026.2, F13.5, ES12.4E3, E12.5, F9.5, D12.5, and no letter before +101. */
  @ParameterizedTest
  @CsvSource({
    "E, 13, 5, 3",
    "F, 13, 5, 0",
    "ES, 12, 4, 3",
    "ES, 11, 4, 3",
    "E, 12, 5, 2",
    "E, 11, 5, 2",
    "F, 9, 5, 0",
    "D, 12, 5, 2",
    "X, 12, 5, 0",
    "E, 10, 4, 2",
    "F, 12, 9, 0"
  })
  void areReadWhateverTouches(String form, int width, int digits, int exponent) throws IOException {
    Random random = new Random(width * 31 + digits);
    for (int perLine : new int[] {2, 5, 6, 10}) {
      for (String prefix : List.of("", " ")) {
        List<String> fields = new ArrayList<>();
        for (int n = 0; n < 500; n++) {
          fields.add(field(random, form, width, digits, exponent));
        }
        String lines = text(fields, perLine, 0, prefix, "\n");
        areRead(lines, fields);
        LineLayout layout = LineLayout.at(new TextInput(bytes(lines)), fields.size());
        assertThat(layout.valuesPerLine()).isEqualTo(perLine);
        areRead(text(fields, perLine, 50, prefix, "\r\n"), fields);
      }
    }
  }

  @Property(tries = 400)
  void areReadInLinesOfColumnsWithRests(
      @ForAll @IntRange(min = 2, max = 9) int digits,
      @ForAll @IntRange(min = 2, max = 8) int perLine,
      @ForAll @IntRange(min = 3, max = 40) int column,
      @ForAll long seed)
      throws IOException {
    Random random = new Random(seed);
    String form = List.of("E", "ES", "F", "D").get(random.nextInt(4));
    int exponent = form.equals("F") ? 0 : 2 + random.nextInt(2);
    int width = digits + 4 + (exponent > 0 ? exponent + 2 : random.nextInt(4));
    List<String> fields = new ArrayList<>();
    for (int n = 0; n < 20 * column; n++) {
      fields.add(field(random, form, width, digits, exponent));
    }
    areRead(text(fields, perLine, column, "", LINE_ENDS[random.nextInt(LINE_ENDS.length)]), fields);
  }

  /** A damaged byte spoils its own field, or is another digit of it; no other number moves. */
  @Property(tries = 1000)
  void damageStaysInItsField(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    List<String> fields = new ArrayList<>();
    for (int n = 0; n < 60; n++) {
      fields.add(field(random, "E", 13, 5, 3));
    }
    StringBuilder text = new StringBuilder(text(fields, 6, 0, "", "\n"));
    int at = 13 * 6 + 1 + random.nextInt(13 * 6 * 8);
    if (text.charAt(at) == '\n') {
      at++;
    }
    text.setCharAt(at, (char) (33 + random.nextInt(90)));
    double[] found = new double[fields.size()];
    ValueReader values = reader(text.toString());
    values.read(found, found.length);
    int damaged = at / 79 * 6 + at % 79 / 13;
    for (int n = 0; n < found.length; n++) {
      if (n != damaged) {
        assertThat(found[n]).as("field %d of %s", n, text).isEqualTo(number(fields.get(n)));
      }
    }
    String field = text.substring(at - at % 79 % 13, at - at % 79 % 13 + 13).strip();
    assertThat(found[damaged]).as("%s", field).isIn(Double.NaN, general(field));
    assertThat(values.badNumber() != null).isEqualTo(Double.isNaN(found[damaged]));
    if (values.badNumber() != null) {
      assertThat(values.badNumber().reject().line()).isEqualTo(at / 79 + 1);
    }
  }

  @Test
  void whatDidNotFitItsFieldIsABadNumberAndThatAlone() throws IOException {
    String text =
        "-0.12345E+001 0.23456E+001 0.34567E+001\n"
            + "-0.12345E+001*************-0.34567E+001\n"
            + "          NaN-0.23456E+001-0.34567E+001\n";
    ValueReader values = reader(text);
    double[] found = new double[9];
    values.read(found, 9);
    assertThat(found)
        .containsExactly(
            -1.2345, 2.3456, 3.4567, -1.2345, Double.NaN, -3.4567, Double.NaN, -2.3456, -3.4567);
    assertThat(values.badNumber())
        .hasMessage(
            "Cannot read the values: expected a finite number, found \"*************\" (line 2)");
    assertThat(values.atEnd()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.5 2.25-3.125 4.5\n5.5 6.5\n",
        "1.2.3 4.5 5.5\n1.5 2.5 3.5\n",
        "1.5-2.5 1.5 2.5",
        "1.5 1-2 1 2\n",
        "0.1234E+01 0.1234E+010.1234E+01 0.5\n"
      })
  void numbersThatTouchWithoutAWidthAreNone(String text) throws IOException {
    ValueReader values = reader(text);
    values.read(new double[3], 3);
    assertThat(values.badNumber()).isNotNull();
  }

  /** Whatever stands in a file, it is read in the time that its length takes. */
  @Test
  void badTokensWithoutAnEndAreNotSearchedForEver() throws IOException {
    ValueReader values = reader("1.2.3 1.2.3.4\n".repeat(200_000));
    long start = System.nanoTime();
    values.read(new double[400_000], 400_000);
    assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    assertThat(values.badNumber()).isNotNull();
  }

  private static void areRead(String text, List<String> fields) throws IOException {
    double[] found = new double[fields.size()];
    ValueReader values = reader(text);
    values.read(found, found.length);
    for (int n = 0; n < found.length; n++) {
      assertThat(found[n]).as("field %d of%n%s", n, text).isEqualTo(number(fields.get(n)));
    }
    assertThat(values.badNumber()).isNull();
    assertThat(values.atEnd()).isTrue();
  }

  /** Lines of fields; with a column, lines are broken behind so many too. */
  private static String text(
      List<String> fields, int perLine, int column, String prefix, String lineEnd) {
    StringBuilder text = new StringBuilder();
    int inLine = 0;
    for (int n = 0; n < fields.size(); n++) {
      text.append(inLine == 0 ? prefix : "").append(fields.get(n));
      inLine++;
      boolean columnEnds = column > 0 && (n + 1) % column == 0;
      if (inLine == perLine || columnEnds || n + 1 == fields.size()) {
        text.append(lineEnd);
        inLine = 0;
      }
    }
    return text.toString();
  }

  /** One field as Fortran has it; every third fills all of it. */
  private static String field(Random random, String form, int width, int digits, int exponent) {
    while (true) {
      double value = random.nextGaussian() * (random.nextBoolean() ? 1 : 30);
      String number =
          switch (form) {
            case "F" -> String.format(Locale.ROOT, "%." + digits + "f", value * 100);
            case "ES" -> scientific(value, digits, exponent);
            case "X" -> fortran(value, digits, 3).replace("E", "");
            default -> fortran(value, digits, exponent).replace("E", form);
          };
      int room = width - number.length();
      if (room >= 0 && (room == 0 || random.nextInt(3) > 0 || !form.equals("F"))) {
        return " ".repeat(room) + number;
      }
    }
  }

  private static String scientific(double value, int digits, int exponent) {
    String java = String.format(Locale.ROOT, "%." + digits + "E", value);
    int at = java.indexOf('E');
    int power = Integer.parseInt(java.substring(at + 1));
    return java.substring(0, at) + String.format(Locale.ROOT, "E%+0" + (exponent + 1) + "d", power);
  }

  /** A digit 0 before the point, as E13.5E3 has it. */
  private static String fortran(double value, int digits, int exponent) {
    String java = String.format(Locale.ROOT, "%." + (digits - 1) + "E", Math.abs(value));
    int at = java.indexOf('E');
    int power = Integer.parseInt(java.substring(at + 1)) + 1;
    return (value < 0 ? "-0." : "0.")
        + java.substring(0, at).replace(".", "")
        + String.format(Locale.ROOT, "E%+0" + (exponent + 1) + "d", power);
  }

  private static double number(String field) {
    Matcher noLetter = Pattern.compile("(.*\\d)([-+]\\d{3})").matcher(field.strip());
    String text = noLetter.matches() ? noLetter.group(1) + "E" + noLetter.group(2) : field.strip();
    return Double.parseDouble(text.replace('D', 'E'));
  }

  private static double general(String token) {
    return new DecimalParser().parse((token + "\0").getBytes(StandardCharsets.US_ASCII), 0);
  }

  private static ValueReader reader(String text) {
    return new ValueReader(new TextInput(bytes(text)), new DecimalParser());
  }

  private static ByteArrayInputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
  }
}
