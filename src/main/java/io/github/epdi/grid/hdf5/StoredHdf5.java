package io.github.epdi.grid.hdf5;

import io.github.epdi.grid.text.StorageInput;
import io.jhdf.ObjectHeader;
import io.jhdf.dataset.DatasetLoader;
import io.jhdf.dataset.NoParent;
import io.jhdf.object.message.DataSpaceMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * An HDF5 file on any Hadoop file system. Groups and data sets are found by path ({@code
 * results/positions/ion_types}), and only what is requested is read.
 *
 * <p>Any defect of the file is a {@link DamagedHdf5Exception}, and a {@link
 * StorageInput.StorageException} means that storage failed. Links to other files are not followed.
 * For one thread.
 */
public final class StoredHdf5 {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

  /** Length of the signature in bytes. */
  public static final int SIGNATURE_BYTES = SIGNATURE.length;

  private final Hdf5Storage storage;
  private final Hdf5Links links;
  private final long root;
  private final Map<String, Map<String, Long>> groups = new HashMap<>();

  private StoredHdf5(Hdf5Storage storage) {
    this.storage = storage;
    this.links = new Hdf5Links(storage);
    this.root = links.root();
  }

  /** Tells whether the first eight bytes of a file are the signature of HDF5. */
  public static boolean isSignedIn(byte[] first) {
    return first.length >= SIGNATURE_BYTES
        && Arrays.equals(first, 0, SIGNATURE_BYTES, SIGNATURE, 0, SIGNATURE_BYTES);
  }

  /**
   * Opens a file that begins with the signature. Whoever opened the storage closes it.
   *
   * @throws DamagedHdf5Exception if its first structures do not follow the format
   */
  public static StoredHdf5 open(StorageInput stored) throws IOException {
    return understood(stored, "a whole HDF5 file", () -> new StoredHdf5(Hdf5Storage.open(stored)));
  }

  /** Tells whether there is a group or a data set at a path. */
  public boolean holds(String path) throws IOException {
    return address(path) != null;
  }

  /** Returns the names of a group's members. The set is empty if there is no such group. */
  public Set<String> names(String path) throws IOException {
    Long address = address(path);
    return address == null ? Set.of() : Set.copyOf(members(path, address).keySet());
  }

  /**
   * Returns a data set.
   *
   * @throws DamagedHdf5Exception if there is none at this path
   */
  public Hdf5Data data(String path) throws IOException {
    Long address = address(path);
    if (address == null) {
      throw new DamagedHdf5Exception("the data set " + path, "none");
    }
    return understood(
        storage.stored(),
        "a readable data set " + path,
        () -> {
          ObjectHeader header = ObjectHeader.readObjectHeader(storage, address);
          if (!header.hasMessageOfType(DataSpaceMessage.class)) {
            throw new IllegalArgumentException("a group");
          }
          return new Hdf5Data(
              path,
              storage,
              header,
              DatasetLoader.createDataset(storage, header, path, NoParent.INSTANCE));
        });
  }

  /** Returns the address of a header, or null if there is nothing at the path. */
  private Long address(String path) throws IOException {
    Long address = root;
    StringBuilder walked = new StringBuilder();
    for (String name : path.split("/", -1)) {
      if (!name.isEmpty()) {
        address = members(walked.toString(), address).get(name);
        walked.append('/').append(name);
      }
      if (address == null) {
        return null;
      }
    }
    return address;
  }

  private Map<String, Long> members(String path, long address) throws IOException {
    Map<String, Long> known = groups.get(path);
    if (known == null) {
      known =
          understood(
              storage.stored(),
              "a readable group " + (path.isEmpty() ? "/" : path),
              () -> links.of(ObjectHeader.readObjectHeader(storage, address)));
      groups.put(path, known);
    }
    return known;
  }

  /**
   * Does work that may meet damage. jHDF reports damage by exceptions of any kind, and by a stack
   * overflow where structures refer to themselves. They become a {@link DamagedHdf5Exception}.
   */
  static <T> T understood(StorageInput stored, String expected, Supplier<T> work)
      throws IOException {
    try {
      return work.get();
    } catch (RuntimeException | StackOverflowError e) {
      Throwable innermost = e;
      for (Throwable at = e; at != null; at = at.getCause()) {
        if (at instanceof UncheckedIOException io
            && io.getCause() instanceof StorageInput.StorageException failure) {
          throw failure;
        }
        innermost = at;
      }
      String said = innermost.getMessage();
      String found =
          said == null
              ? innermost.getClass().getSimpleName()
              : said.replace(NoParent.INSTANCE.getPath(), "");
      throw new DamagedHdf5Exception(
          expected, "damage (" + found + ") in a file of " + stored.length() + " bytes", e);
    }
  }
}
