package io.github.epdi.grid.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.grid.TestGrids;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalParserTest {
  private final DecimalParser parser = new DecimalParser();

  @Test
  void isExactlyWhatTheLanguageParses() {
    Random random = new Random(20261101);
    for (int n = 0; n < 2_000_000; n++) {
      String token = randomToken(random);
      double expected = Double.parseDouble(token);
      double found = parse(token);
      if (Double.isInfinite(expected)) {
        assertThat(found).as(token).isNaN();
      } else if (Double.doubleToRawLongBits(expected) != Double.doubleToRawLongBits(found)) {
        assertThat(found).as(token).isEqualTo(expected);
      }
    }
  }

  @Property(tries = 20_000)
  void readsBackEveryFiniteDouble(@ForAll long bits) {
    double value = Double.longBitsToDouble(bits);
    if (Double.isFinite(value)) {
      assertThat(parse(Double.toString(value))).isEqualTo(value);
      assertThat(parse(Double.toString(value).replace('E', 'D'))).isEqualTo(value);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "-.366E+01, -3.66",
    ".5, 0.5",
    "5., 5",
    "+7, 7",
    "1.234-101, 1.234E-101",
    "-.12345678901-123, -.12345678901E-123",
    "1.234+101, 1.234E101",
    "0.1D+02, 10",
    "1d-3, 0.001",
    "9007199254740993, 9007199254740993",
    "4.9E-324, 4.9E-324",
    "1E-400, 0",
    "0.30000000000000004, 0.30000000000000004",
    "8.98846567431158e307, 8.98846567431158e307"
  })
  void readsFortransForms(String token, double expected) {
    assertThat(parse(token)).isEqualTo(expected);
    assertThat(parser.end()).isEqualTo(token.length());
  }

  @Test
  void keepsTheSignOfZero() {
    assertThat(Double.doubleToRawLongBits(parse("-0.0")))
        .isEqualTo(Double.doubleToRawLongBits(-0.0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "********",
        "NaN",
        "nan",
        "Inf",
        "-Infinity",
        "1E400",
        "-",
        "+",
        ".",
        "E5",
        "1E",
        "1E+",
        "1.5f",
        "0x1p3",
        "1_0",
        "1,5",
        "1.0.0",
        "1.0E5.0",
        "--1",
        "1.234-1",
        "5-101",
        "1.2-345.6",
        "1.2-3456",
        "é",
        "1e5x"
      })
  void anythingElseIsNoNumber(String token) {
    assertThat(parse(token)).isNaN();
    assertThat(parser.end()).isEqualTo(token.getBytes(StandardCharsets.UTF_8).length);
  }

  private double parse(String token) {
    return parser.parse((token + "\0").getBytes(StandardCharsets.UTF_8), 0);
  }

  private static String randomToken(Random random) {
    return switch (random.nextInt(5)) {
      case 0 ->
          Double.toString(Double.longBitsToDouble(random.nextLong()))
              .replace("NaN", "0")
              .replace("Infinity", "1");
      case 1 -> TestGrids.fortran(random.nextGaussian() * 100);
      case 2 -> String.format(Locale.ROOT, "%.5E", random.nextGaussian());
      case 3 ->
          digits(random, 1 + random.nextInt(25))
              + "."
              + digits(random, random.nextInt(25))
              + "E"
              + (random.nextInt(640) - 340);
      default ->
          "-" + digits(random, random.nextInt(4)) + "." + digits(random, 1 + random.nextInt(17));
    };
  }

  private static String digits(Random random, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append((char) ('0' + random.nextInt(10)));
    }
    return text.toString();
  }
}
