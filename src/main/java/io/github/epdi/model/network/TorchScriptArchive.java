package io.github.epdi.model.network;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes the file format from which libtorch loads modules, for a module of code alone. It is an
 * uncompressed zip of the source in TorchScript, a pickled object without tensors, and a version.
 * The archive is written in memory and never read from a bundle, which holds weights and nothing
 * that runs.
 */
final class TorchScriptArchive {
  /** The name of the only class. */
  static final String CLASS = "Network";

  private static final String ROOT = "network/";
  private static final byte[] VERSION = "3\n".getBytes(StandardCharsets.US_ASCII);

  /** The empty tuple as a pickle of protocol 2. */
  private static final byte[] NO_CONSTANTS = {(byte) 0x80, 2, ')', '.'};

  private TorchScriptArchive() {}

  /**
   * Returns the archive of a module.
   *
   * @param methods its methods, each line indented by two spaces
   */
  static byte[] of(String methods) {
    String source =
        "class "
            + CLASS
            + "(Module):\n  __parameters__ = []\n  __buffers__ = []\n  training : bool\n"
            + methods;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setMethod(ZipOutputStream.STORED);
      add(zip, "data.pkl", module());
      add(zip, "code/__torch__.py", source.getBytes(StandardCharsets.UTF_8));
      add(zip, "constants.pkl", NO_CONSTANTS);
      add(zip, "version", VERSION);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Pickles, by protocol 2, an object of the class with the state {"training": False}. */
  private static byte[] module() throws IOException {
    ByteArrayOutputStream pickle = new ByteArrayOutputStream();
    pickle.write(new byte[] {(byte) 0x80, 2});
    pickle.write(("c__torch__\n" + CLASS + "\n").getBytes(StandardCharsets.US_ASCII));
    byte[] key = "training".getBytes(StandardCharsets.US_ASCII);
    pickle.write(new byte[] {')', (byte) 0x81, '}', '(', 'X', (byte) key.length, 0, 0, 0});
    pickle.write(key);
    pickle.write(new byte[] {(byte) 0x89, 'u', 'b', '.'});
    return pickle.toByteArray();
  }

  private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(content);
    ZipEntry entry = new ZipEntry(ROOT + name);
    entry.setTime(0);
    entry.setSize(content.length);
    entry.setCrc(sum.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
