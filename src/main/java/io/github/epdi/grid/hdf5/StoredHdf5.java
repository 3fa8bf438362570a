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
 * An HDF5 file where it is stored, on any Hadoop file system: groups and data sets are found by
 * path ({@code results/positions/ion_types}), and only what is asked for is read.
 *
 * <p>Whatever is wrong with the file itself is a {@link DamagedHdf5Exception}; a {@link
 * StorageInput.StorageException} means that storage failed. Links to other files are not followed.
 * For one thread.
 */
public final class StoredHdf5 {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

  /** Bytes of the signature. */
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

  /** Whether a file's first bytes, eight at least, are the signature of HDF5. */
  public static boolean isSignedIn(byte[] first) {
    return first.length >= SIGNATURE_BYTES
        && Arrays.equals(first, 0, SIGNATURE_BYTES, SIGNATURE, 0, SIGNATURE_BYTES);
  }

  /**
   * Opens a file that begins with the signature; closing it is for who opened the storage.
   *
   * @throws DamagedHdf5Exception if its first structures do not follow the format
   */
  public static StoredHdf5 open(StorageInput stored) throws IOException {
    return understood(stored, "a whole HDF5 file", () -> new StoredHdf5(Hdf5Storage.open(stored)));
  }

  /** Whether a group or a data set is there. */
  public boolean holds(String path) throws IOException {
    return address(path) != null;
  }

  /** Names of a group's members; none if there is no such group. */
  public Set<String> names(String path) throws IOException {
    Long address = address(path);
    return address == null ? Set.of() : Set.copyOf(members(path, address).keySet());
  }

  /**
   * A data set.
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

  /** The address of a header, null if there is nothing at the path. */
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
   * Does what may meet damage. jHDF tells it by whatever exception comes of it, an overflow of the
   * stack where structures refer to themselves.
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
