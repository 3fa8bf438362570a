package io.github.epdi.model.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.epdi.model.network.FormulaTensors;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file format: against bytes laid out by hand, there and back, and with faults. */
class SafetensorsTest {
  @Test
  void readsBytesLaidOutByHand() {
    // F32 1.5 and -2; F16 0.333252 (0x3555) and the smallest subnormal; BF16 3.140625 (0x4049).
    Safetensors file =
        Safetensors.parse(
            file(
                "{\"__metadata__\":{\"format\":\"pt\"},"
                    + "\"a\":{\"dtype\":\"F32\",\"shape\":[2,1],\"data_offsets\":[0,8]},"
                    + "\"c\":{\"dtype\":\"BF16\",\"shape\":[],\"data_offsets\":[12,14]},"
                    + "\"b\":{\"dtype\":\"F16\",\"shape\":[2],\"data_offsets\":[8,12]}}   ",
                HexFormat.of().parseHex("0000c03f000000c0553501004940")));
    assertThat(file.metadata()).containsEntry("format", "pt").hasSize(1);
    assertThat(file.names()).containsExactly("a", "c", "b");
    assertThat(file.spec("a")).isEqualTo(new TensorSpec("a", List.of(2, 1)));
    assertThat(file.floats("a")).containsExactly(1.5f, -2f);
    assertThat(file.floats("b")).containsExactly(0.33325195f, 0x1p-24f);
    assertThat(file.floats("c")).containsExactly(3.140625f);
    assertThat(file.type("c")).isEqualTo(TensorType.BF16);
  }

  @Test
  void writesWhatItReads() {
    float[] exact = {0f, -0f, 1.25f, Float.MIN_VALUE, Float.MAX_VALUE, Float.NEGATIVE_INFINITY};
    float[] halves = {0f, 65504f, -0x1p-24f, 0.1f};
    byte[] bytes =
        new SafetensorsWriter()
            .metadata("made_by", "test")
            .add(new TensorSpec("half", List.of(4)), halves, TensorType.F16)
            .add(new TensorSpec("empty", List.of(0, 3)), new float[0], TensorType.F32)
            .add(new TensorSpec("exact", List.of(2, 3)), exact, TensorType.F32)
            .toBytes();
    Safetensors file = Safetensors.parse(bytes);
    assertThat(file.floats("exact")).containsExactly(exact);
    assertThat(file.floats("empty")).isEmpty();
    assertThat(file.floats("half")).containsExactly(0f, 65504f, -0x1p-24f, 0.099975586f);
    assertThat(file.metadata()).containsEntry("made_by", "test");
    long header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    assertThat(header % 8).isZero();
  }

  /** Through a file as through memory, over many pieces of it. */
  @Test
  void filesAreWhatBytesAre(@TempDir Path folder) throws IOException {
    float[] large = new FormulaTensors(1).input(700_001);
    SafetensorsWriter writer =
        new SafetensorsWriter()
            .metadata("made_by", "test")
            .add(new TensorSpec("a", List.of(large.length)), large, TensorType.F32)
            .add(new TensorSpec("b", List.of(large.length)), large, TensorType.F16)
            .add(new TensorSpec("c", List.of()), new float[] {7}, TensorType.F32);
    Path path = folder.resolve("x.safetensors");
    writer.write(path);
    assertThat(path).hasBinaryContent(writer.toBytes());
    Safetensors memory = Safetensors.parse(writer.toBytes());
    Safetensors file = Safetensors.open(path);
    assertThat(file.names()).isEqualTo(memory.names()).hasSize(3);
    assertThat(file.metadata()).isEqualTo(memory.metadata());
    assertThat(file.floats("a")).isEqualTo(large);
    assertThat(file.floats("b")).isEqualTo(memory.floats("b"));
    assertThat(file.floats("c")).containsExactly(7);
    assertThatThrownBy(() -> writer.write(path)).isInstanceOf(FileAlreadyExistsException.class);
    Files.write(path, new byte[] {1, 2, 3});
    assertThatThrownBy(() -> Safetensors.open(path))
        .hasMessage("Cannot read safetensors header: expected at least 8 bytes, found 3 bytes");
    assertThatThrownBy(() -> file.floats("a")).hasMessageContaining("Cannot read " + path);
  }

  /** A checkpoint of VGG16 is larger than an array may be; a sparse file stands for it. */
  @Test
  void filesMayBeLargerThanArrays(@TempDir Path folder) throws IOException {
    long first = 3L << 30;
    String header =
        "{'a':{'dtype':'U8','shape':[3,1024,1048576],'data_offsets':[0,%d]},"
            + "'b':{'dtype':'F32','shape':[2],'data_offsets':[%d,%d]}}";
    String text = String.format(header.replace('\'', '"'), first, first, first + 8);
    Path path = Files.write(folder.resolve("large"), file(text, new byte[0]));
    long start = Files.size(path);
    ByteBuffer values = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    values.putFloat(1.5f).putFloat(-2).flip();
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      channel.write(values, start + first);
    }
    assertThat(Safetensors.open(path).floats("b")).containsExactly(1.5f, -2f);
  }

  @Test
  void everyBinary16ComesBackAsItself() {
    for (int bits = 0; bits < 0x10000; bits++) {
      float value = HalfPrecision.fromBinary16((short) bits);
      if (!Float.isNaN(value)) {
        assertThat(HalfPrecision.toBinary16(value)).isEqualTo((short) bits);
      } else {
        assertThat(HalfPrecision.fromBinary16(HalfPrecision.toBinary16(value))).isNaN();
      }
    }
  }

  @Test
  void roundsToTheNearestBinary16() {
    for (int bits = 0; bits < 0x7bff; bits++) {
      float low = HalfPrecision.fromBinary16((short) bits);
      float high = HalfPrecision.fromBinary16((short) (bits + 1));
      float middle = (low + high) / 2;
      int even = bits % 2 == 0 ? bits : bits + 1;
      assertThat(HalfPrecision.toBinary16(middle)).isEqualTo((short) even);
      assertThat(HalfPrecision.toBinary16(Math.nextDown(middle))).isEqualTo((short) bits);
      assertThat(HalfPrecision.toBinary16(Math.nextUp(-middle))).isEqualTo((short) (bits | 0x8000));
      assertThat(HalfPrecision.toBinary16(Math.nextUp(middle))).isEqualTo((short) (bits + 1));
    }
    assertThat(HalfPrecision.fits(65519.99f)).isTrue();
    assertThat(HalfPrecision.fits(65520f)).isFalse();
    assertThat(HalfPrecision.toBinary16(65520f)).isEqualTo((short) 0x7c00);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        // two tensors share bytes
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},"
            + "'b':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}}"
            + "|tensor b: expected data from offset 8 on, without overlap or hole, found offset 4",
        // bytes that belong to none
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}}"
            + "|tensor a: expected data from offset 0 on, without overlap or hole, found offset 4",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}}"
            + "|file: expected 4 bytes of data as its tensors need, found 8 bytes",
        "{'a':{'dtype':'F32','shape':[3],'data_offsets':[0,12]}}"
            + "|tensor a: expected data_offsets in order within 0 to 8, found [0,12]",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[8,0]}}"
            + "|tensor a: expected data_offsets in order within 0 to 8, found [8,0]",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,18446744073709551624]}}"
            + "|tensor a: expected two data_offsets, found [0,18446744073709551624]",
        "{'a':{'dtype':'F32','shape':[3],'data_offsets':[0,8]}}"
            + "|tensor a: expected 12 bytes for F32 of shape [3], found 8 bytes",
        "{'a':{'dtype':'F16','shape':[2],'data_offsets':[0,8]}}"
            + "|tensor a: expected 4 bytes for F16 of shape [2], found 8 bytes",
        "{'a':{'dtype':'F32','shape':[2147483647,2147483647,9],'data_offsets':[0,8]}}"
            + "|tensor a: expected a size that fits a file, found shape [2147483647, ",
        "{'a':{'dtype':'F32','shape':[-2],'data_offsets':[0,8]}}"
            + "|tensor a: expected a shape of sizes of at least 0, found [-2]",
        "{'a':{'dtype':'F32','data_offsets':[0,8]}}|tensor a: expected a shape, found",
        "{'a':{'dtype':'F32','shape':[2]}}|tensor a: expected two data_offsets, found",
        "{'a':{'dtype':'C64','shape':[1],'data_offsets':[0,8]}}"
            + "|tensor a: expected a dtype of [F64, F32,",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},"
            + "'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}"
            + "|header: expected JSON with unique names, found Duplicate field 'a'",
        "{'a':|header: expected JSON with unique names, found Unexpected end-of-input",
        "[1]|header: expected a JSON object from its first byte on, found ARRAY",
        "{'__metadata__':{'n':1}}|metadata entry n: expected text, found 1",
      })
  void rejectsABadHeader(String header, String message) {
    assertThatThrownBy(() -> Safetensors.parse(file(header.replace('\'', '"'), new byte[8])))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("Cannot read safetensors " + message);
  }

  @Test
  void rejectsALengthThatTheFileDoesNotHave() {
    byte[] huge = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putLong(1L << 40).array();
    assertThatThrownBy(() -> Safetensors.parse(huge))
        .hasMessageContaining(
            "header: expected a length of 2 to 8 bytes in a file of 16, found 1099511627776");
    byte[] negative = ByteBuffer.allocate(16).putLong(-1L).array();
    assertThatThrownBy(() -> Safetensors.parse(negative))
        .hasMessageContaining("found 18446744073709551615");
    assertThatThrownBy(() -> Safetensors.parse(new byte[3]))
        .hasMessage("Cannot read safetensors header: expected at least 8 bytes, found 3 bytes");
  }

  @Test
  void namesTheTensorThatCannotBeRead() {
    Safetensors file =
        Safetensors.parse(
            file(
                "{\"steps\":{\"dtype\":\"I64\",\"shape\":[],\"data_offsets\":[0,8]}}",
                new byte[8]));
    assertThatThrownBy(() -> file.floats("steps"))
        .hasMessage("Cannot read tensor steps: expected F32, F16 or BF16, found I64");
    assertThatThrownBy(() -> file.floats("weight"))
        .hasMessageStartingWith("Cannot read tensor weight: expected it in the file");
  }

  @Test
  void refusesWhatItCannotWrite() {
    TensorSpec spec = new TensorSpec("w", List.of(2));
    SafetensorsWriter writer = new SafetensorsWriter();
    assertThatThrownBy(() -> writer.add(spec, new float[3], TensorType.F32))
        .hasMessage("Cannot write tensor w: expected 2 values for shape [2], found 3");
    assertThatThrownBy(() -> writer.add(spec, new float[] {0, 7e4f}, TensorType.F16))
        .hasMessage(
            "Cannot write tensor w: expected values that fit F16 (up to 65504), found 70000.0");
    assertThatThrownBy(() -> writer.add(spec, new float[2], TensorType.BF16))
        .hasMessage("Cannot write tensor w: expected F32 or F16, found BF16");
    writer.add(spec, new float[2], TensorType.F32);
    assertThatThrownBy(() -> writer.add(spec, new float[2], TensorType.F32))
        .hasMessageContaining("expected a name that is not taken");
  }

  private static byte[] file(String header, byte[] data) {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + text.length + data.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(text.length)
        .put(text)
        .put(data)
        .array();
  }
}
