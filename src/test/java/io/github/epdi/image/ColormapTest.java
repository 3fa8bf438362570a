package io.github.epdi.image;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColormapTest {
  /** Entries 0, 1, 64, 128, 192, 254, 255 as matplotlib 3.6.3 gives them with bytes=True. */
  @ParameterizedTest
  @CsvSource({
    "VIRIDIS, 440154 440255 3a528b 20908c 5ec961 fae622 fde724",
    "JET, 00007f 000084 0080ff 7cff79 ff9400 840000 7f0000"
  })
  void entriesAreThoseOfMatplotlib(Colormap map, String entries) {
    String ours =
        IntStream.of(0, 1, 64, 128, 192, 254, 255)
            .mapToObj(i -> String.format(Locale.ROOT, "%06x", map.rgb(i)))
            .collect(Collectors.joining(" "));
    assertThat(ours).isEqualTo(entries);
  }

  /** SHA-256 of the 256 entries as one string of hex digits, by matplotlib 3.6.3. */
  @ParameterizedTest
  @CsvSource({
    "VIRIDIS, 62c323c171e6793417850fc5f37a56d7bf57516808261e80d1f29d0a55c4dd6a",
    "JET, 3720a6cf5d0b90533aee9fec7c8649b480aeef429bb1ed138afdc8635b9bb0f4"
  })
  void wholeTablesAreThoseOfMatplotlib(Colormap map, String digest) throws Exception {
    String digits =
        IntStream.range(0, 256)
            .mapToObj(i -> String.format(Locale.ROOT, "%06x", map.rgb(i)))
            .collect(Collectors.joining());
    byte[] ours = MessageDigest.getInstance("SHA-256").digest(digits.getBytes(US_ASCII));
    assertThat(HexFormat.of().formatHex(ours)).isEqualTo(digest);
  }

  @Test
  void greyIsLinear() {
    for (int i = 0; i < 256; i++) {
      assertThat(Colormap.GREY.rgb(i)).isEqualTo(i << 16 | i << 8 | i);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "-2.0, 0",
    "-2.5, 0",
    "0.5, 255",
    "0.7, 255",
    "-0.75, 128",
    "-0.7500001, 127",
    "0.4999, 255",
    "-1.9902343751, 0",
    "-1.990234374, 1"
  })
  void anEntryIsTheFloorOfItsShareOf256(double potentialEv, int entry) {
    assertThat(ColorScale.index(potentialEv, -2.0, 0.5)).isEqualTo(entry);
  }

  @Test
  void mapsAreFoundByNameOrSaidNotToBeThere() {
    assertThat(Colormap.ofLabel("Viridis")).isEqualTo(Colormap.VIRIDIS);
    assertThatThrownBy(() -> Colormap.ofLabel("magma"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot find colour map: expected one of viridis, jet, grey, found magma");
  }
}
