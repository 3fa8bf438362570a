package io.github.epdi.dataset.calculation;

import io.github.epdi.grid.text.StorageInput;
import java.io.BufferedReader;
import java.io.IOException;

/** Reads the lines of a file one after another and counts them. */
public final class NumberedLines implements AutoCloseable {
  private final String file;
  private final BufferedReader in;
  private int line;

  /** Takes the name of a file and a reader of its text. */
  public NumberedLines(String file, BufferedReader in) {
    this.file = file;
    this.in = in;
  }

  /**
   * Returns the next line, or null at the end.
   *
   * @throws UnusableException BAD_FILE if the file cannot be decompressed
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

  /** Returns the place of the line that was read last. */
  public Place place() {
    return new Place(file, line);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
