package io.github.epdi.runs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.apache.hadoop.fs.Path;

/**
 * Publishes on a local disk by a hard link to a temporary file that was written and synchronised
 * before.
 */
final class LinkPublication implements Publication {
  @Override
  public boolean publish(Path name, byte[] content) throws IOException {
    java.nio.file.Path target = java.nio.file.Path.of(name.toUri().getPath());
    java.nio.file.Path folder = Files.createDirectories(target.getParent());
    java.nio.file.Path temporary = folder.resolve(".tmp-" + UUID.randomUUID());
    try {
      write(temporary, content);
      Files.createLink(target, temporary);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static void write(java.nio.file.Path file, byte[] content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }
}
