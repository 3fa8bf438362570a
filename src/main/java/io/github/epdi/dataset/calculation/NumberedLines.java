package io.github.epdi.dataset.calculation;

import io.github.epdi.grid.text.StorageInput;
import java.io.BufferedReader;
import java.io.IOException;

/** The lines of a file in turn, which are counted. */
public final class NumberedLines implements AutoCloseable {
  private final String file;
  private final BufferedReader in;
  private int line;

  /** Lines of a file of this name. */
  public NumberedLines(String file, BufferedReader in) {
    this.file = file;
    this.in = in;
  }

  /**
   * The next line; null at the end.
   *
   * @throws UnusableException BAD_FILE if what is compressed cannot be decompressed
   * @throws IOException if storage fails
   */
  public String next() throws IOException {
    String text;
    try {
      text = in.readLine();
    } catch (StorageInput.StorageException e) {
      throw e;
    } catch (IOException e) {
      throw SourceFiles.damaged("after " + place(), e);
    }
    if (text != null) {
      line++;
    }
    return text;
  }

  /** Where the line stands that was read last. */
  public Place place() {
    return new Place(file, line);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
