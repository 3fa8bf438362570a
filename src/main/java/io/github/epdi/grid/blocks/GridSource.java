package io.github.epdi.grid.blocks;

import io.github.epdi.grid.hdf5.StoredHdf5;
import io.github.epdi.grid.text.Compression;
import io.github.epdi.grid.text.GzipInput;
import io.github.epdi.grid.text.StorageInput;
import io.github.epdi.grid.text.TextInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/**
 * One opened file for the readers of formats. They read either its decompressed text from the
 * beginning or its stored bytes.
 */
public final class GridSource {
  private final StorageInput stored;
  private Compression compression;
  private boolean hdf5;
  private InputStream decoded;
  private TextInput text;

  /** Takes an opened file. */
  public GridSource(StorageInput stored) {
    this.stored = stored;
  }

  /** Opens the text at its beginning, whatever was read before. */
  public void open() throws IOException {
    close();
    stored.seek(0);
    PushbackInputStream view = Compression.view(stored);
    byte[] first = Compression.first(view);
    compression = Compression.of(first);
    hdf5 = StoredHdf5.isSignedIn(first);
    decoded = compression.decode(view, stored);
    text = new TextInput(decoded);
  }

  /** Closes the decompressed text. The stored file stays open. */
  public void close() throws IOException {
    if (decoded != null) {
      decoded.close();
      decoded = null;
    }
  }

  /** The stored bytes of the file. */
  public StorageInput stored() {
    return stored;
  }

  /** How the file is compressed as a whole. */
  public Compression compression() {
    return compression;
  }

  /** Whether the stored bytes are an HDF5 file. */
  public boolean isHdf5() {
    return hdf5;
  }

  /** The text at the position where the last reading left it. */
  public TextInput text() {
    return text;
  }

  /**
   * Returns the line of the text's next byte. It is 0 before the text was opened and where there
   * are no lines.
   */
  public long line() {
    return text == null || hdf5 ? 0 : text.line;
  }

  /** Returns access to parts of the text without parsing what lies between them. */
  public PlaneText planeText() throws IOException {
    return decoded instanceof GzipInput gzip
        ? new InflatedPlaneText(text, gzip, stored.length(), GzipInput.statedLength(stored))
        : new StoredPlaneText(stored);
  }
}
