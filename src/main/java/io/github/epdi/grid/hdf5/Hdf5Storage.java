package io.github.epdi.grid.hdf5;

import io.github.epdi.grid.text.StorageInput;
import io.github.epdi.grid.text.TextPart;
import io.jhdf.Superblock;
import io.jhdf.exceptions.HdfException;
import io.jhdf.storage.HdfBackingStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets jHDF read a stored file. It reads blocks of 64 KiB and keeps the last 64 of them, because
 * the format's own structures are small and near each other. Every length that a file states is
 * compared with the file's own length before memory is allocated. Structures are counted, so that
 * circular references come to an end.
 */
final class Hdf5Storage implements HdfBackingStorage {
  private static final int BLOCK_BYTES = 1 << 16;
  private static final int MOST_BLOCKS = 64;
  private static final int LARGEST_STRUCTURE_BYTES = 1 << 26;
  private static final long MOST_STRUCTURES = 2_000_000;
  private static final long MOST_STRUCTURE_BYTES = 1L << 28;

  private final StorageInput stored;
  private final Superblock superblock;
  private final Map<Long, byte[]> blocks = new LinkedHashMap<>(MOST_BLOCKS, 0.75f, true);
  private long structures;
  private long structureBytes;

  private Hdf5Storage(StorageInput stored, Superblock superblock) {
    this.stored = stored;
    this.superblock = superblock;
  }

  /** Takes a file whose first bytes are the signature. */
  static Hdf5Storage open(StorageInput stored) {
    Hdf5Storage first = new Hdf5Storage(stored, null);
    int length = (int) Math.min(stored.length(), BLOCK_BYTES);
    Superblock superblock = Superblock.readSuperblock(first.bytes(0, length));
    if (superblock.getBaseAddressByte() != 0) {
      throw new HdfException("a user block of " + superblock.getBaseAddressByte() + " bytes");
    }
    Hdf5Storage whole = new Hdf5Storage(stored, superblock);
    whole.blocks.putAll(first.blocks);
    return whole;
  }

  /** The stored file. */
  StorageInput stored() {
    return stored;
  }

  @Override
  public ByteBuffer readBufferFromAddress(long address, int length) {
    structures++;
    structureBytes += Math.max(0, length);
    if (structures > MOST_STRUCTURES || structureBytes > MOST_STRUCTURE_BYTES) {
      throw new HdfException("structures without an end");
    }
    if (length > LARGEST_STRUCTURE_BYTES) {
      throw new HdfException("a structure of " + length + " bytes");
    }
    return bytes(address, length);
  }

  @Override
  public ByteBuffer map(long address, long length) {
    return bytes(address, length);
  }

  @Override
  public ByteBuffer mapNoOffset(long address, long length) {
    return bytes(address, length);
  }

  /** Returns a copy of part of the file in little-endian order. */
  private ByteBuffer bytes(long address, long length) {
    if (address < 0 || length < 0 || length > stored.length() - address) {
      throw new HdfException(
          length + " bytes at " + address + " of a file of " + stored.length() + " bytes");
    }
    int size = Math.toIntExact(length);
    try {
      if (size > BLOCK_BYTES) {
        return whole(address, size).order(ByteOrder.LITTLE_ENDIAN);
      }
      byte[] copy = new byte[size];
      int done = 0;
      while (done < size) {
        long at = address + done;
        byte[] block = block(at / BLOCK_BYTES);
        int from = (int) (at % BLOCK_BYTES);
        int count = Math.min(size - done, block.length - from);
        System.arraycopy(block, from, copy, done, count);
        done += count;
      }
      return ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] block(long index) throws IOException {
    byte[] block = blocks.get(index);
    if (block == null) {
      long from = index * BLOCK_BYTES;
      ByteBuffer read = whole(from, (int) Math.min(BLOCK_BYTES, stored.length() - from));
      block = new byte[read.remaining()];
      read.get(block);
      if (blocks.size() == MOST_BLOCKS) {
        blocks.remove(blocks.keySet().iterator().next());
      }
      blocks.put(index, block);
    }
    return block;
  }

  private ByteBuffer whole(long offset, int length) throws IOException {
    return stored.parts(List.of(new TextPart(offset, length)), 0).get(0).slice();
  }

  @Override
  public long getUserBlockSize() {
    return 0;
  }

  @Override
  public Superblock getSuperblock() {
    return superblock;
  }

  @Override
  public FileChannel getFileChannel() {
    throw new UnsupportedOperationException("There is no channel of a stored file");
  }

  @Override
  public int getSizeOfOffsets() {
    return superblock.getSizeOfOffsets();
  }

  @Override
  public int getSizeOfLengths() {
    return superblock.getSizeOfLengths();
  }

  /** Does nothing, because whoever opened the file closes it. */
  @Override
  public void close() {}

  @Override
  public long size() {
    return stored.length();
  }

  @Override
  public boolean inMemory() {
    return false;
  }
}
