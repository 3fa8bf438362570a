package io.github.epdi.fuzz;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;

/** Ways in which files go wrong: bytes, numbers, lines, blocks, compression. Pure in its random. */
enum Mutation {
  BYTES {
    @Override
    byte[] apply(byte[] text, Random random) {
      byte[] changed = text.clone();
      for (int n = random.nextInt(8); n >= 0 && changed.length > 0; n--) {
        changed[place(random, changed.length)] = (byte) random.nextInt(256);
      }
      return changed;
    }
  },
  NUMBERS {
    @Override
    byte[] apply(byte[] text, Random random) {
      String changed = string(text);
      for (int n = random.nextInt(3); n >= 0; n--) {
        List<MatchResult> numbers = NUMBER.matcher(changed).results().toList();
        if (!numbers.isEmpty()) {
          MatchResult number = numbers.get(place(random, numbers.size()));
          String other = ABSURD[random.nextInt(ABSURD.length)];
          changed = changed.substring(0, number.start()) + other + changed.substring(number.end());
        }
      }
      return bytes(changed);
    }
  },
  SCALED {
    @Override
    byte[] apply(byte[] text, Random random) {
      List<String> lines = lines(text);
      double factor = Math.pow(10, random.nextInt(13) - 6) * (random.nextBoolean() ? 1 : -1);
      int from = place(random, lines.size());
      int to = Math.min(lines.size(), from + 1 + random.nextInt(400));
      for (int i = from; i < to; i++) {
        lines.set(
            i,
            REAL.matcher(lines.get(i))
                .replaceAll(m -> " " + (float) (factor * Double.parseDouble(m.group().strip()))));
      }
      return joined(lines);
    }
  },
  LINES {
    @Override
    byte[] apply(byte[] text, Random random) {
      List<String> lines = lines(text);
      for (int n = random.nextInt(3); n >= 0 && !lines.isEmpty(); n--) {
        int at = place(random, lines.size());
        switch (random.nextInt(4)) {
          case 0 -> lines.remove(at);
          case 1 -> lines.add(at, lines.get(place(random, lines.size())));
          case 2 -> Collections.swap(lines, at, place(random, lines.size()));
          default -> lines.set(at, WORDS[random.nextInt(WORDS.length)]);
        }
      }
      return joined(lines);
    }
  },
  BLOCKS {
    @Override
    byte[] apply(byte[] text, Random random) {
      int from = random.nextInt(text.length + 1);
      int to = from + random.nextInt(text.length - from + 1);
      byte[] block = Arrays.copyOfRange(text, from, to);
      return switch (random.nextInt(4)) {
        case 0 -> Arrays.copyOf(text, from);
        case 1 -> concat(Arrays.copyOf(text, from), Arrays.copyOfRange(text, to, text.length));
        case 2 -> concat(text, block);
        default -> concat(Arrays.copyOf(text, to), Arrays.copyOfRange(text, from, text.length));
      };
    }
  },
  COMPRESSION {
    @Override
    byte[] apply(byte[] text, Random random) {
      byte[] stored =
          switch (random.nextInt(3)) {
            case 0 -> Zstd.compress(text);
            case 1 -> compressed(text, GZIPOutputStream::new);
            default -> compressed(text, BZip2CompressorOutputStream::new);
          };
      return switch (random.nextInt(4)) {
        case 0 -> stored;
        case 1 -> Arrays.copyOf(stored, random.nextInt(stored.length));
        case 2 -> concat(stored, Arrays.copyOf(text, Math.min(100, text.length)));
        default -> BYTES.apply(stored, random);
      };
    }
  };

  private static final Pattern NUMBER = Pattern.compile("[-+]?\\d*\\.?\\d+([EeDd][-+]?\\d+)?");
  private static final Pattern REAL = Pattern.compile("\\s[-+]?\\d*\\.\\d+([Ee][-+]?\\d+)?");
  private static final String[] ABSURD = {
    "0", "-1", "1", "NaN", "Infinity", "1e30", "-1e40", "1e300", "1e999", "99999999999",
    "2147483648", "-0", "*****", "", "1.5", "-7.25", "1000", "0.001", "1-2", "1.0D+02"
  };
  private static final String[] WORDS = {
    "",
    "   ",
    "Direct",
    "Cartesian",
    "Selective dynamics",
    "CRYSTAL",
    "PRIMVEC",
    "ATOMS",
    "BEGIN_BLOCK_DATAGRID_3D",
    "END_DATAGRID_3D",
    "augmentation occupancies 1 4",
    "1 2 3",
    "0 0 0",
    "NaN NaN NaN",
    "Xx Yy",
    "Li",
    "# comment",
    "-Quickstep-",
    "\u0000\u0001"
  };

  private interface Encoder {
    OutputStream over(OutputStream out) throws IOException;
  }

  abstract byte[] apply(byte[] text, Random random);

  /** A text with one to three mutations, the compression last. */
  static byte[] some(byte[] text, Random random) {
    byte[] changed = text;
    for (int n = random.nextInt(3); n >= 0; n--) {
      Mutation one = values()[random.nextInt(values().length - 1)];
      changed = changed.length == 0 ? changed : one.apply(changed, random);
    }
    return random.nextInt(6) == 0 ? COMPRESSION.apply(changed, random) : changed;
  }

  /** Half of all places are among the first, where headers are. */
  private static int place(Random random, int length) {
    return random.nextBoolean() ? random.nextInt(length) : random.nextInt(Math.min(length, 40));
  }

  private static String string(byte[] text) {
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static List<String> lines(byte[] text) {
    return new ArrayList<>(Arrays.asList(string(text).split("\n", -1)));
  }

  private static byte[] joined(List<String> lines) {
    return bytes(String.join("\n", lines));
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static byte[] compressed(byte[] text, Encoder encoder) {
    ByteArrayOutputStream stored = new ByteArrayOutputStream();
    try (OutputStream out = encoder.over(stored)) {
      out.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return stored.toByteArray();
  }
}
