package io.github.epdi.model.onnx;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;

/** A graph with what is to be known of it, as a file. */
public final class OnnxModel {
  /** The operator set of the graph's operators. */
  public static final int OPERATOR_SET = 17;

  /** The format version that came with the operator set. */
  private static final int FORMAT_VERSION = 8;

  /** A message of protocol buffers is shorter than 2 GiB. */
  private static final long LARGEST_BYTES = Integer.MAX_VALUE;

  private final OnnxGraph graph;
  private final String programVersion;
  private final String meaning;
  private final Map<String, String> facts;

  /**
   * Makes a model.
   *
   * @param graph the complete graph
   * @param programVersion version of this program
   * @param meaning what the model computes, for people
   * @param facts what else is known of it, by name
   */
  public OnnxModel(
      OnnxGraph graph, String programVersion, String meaning, Map<String, String> facts) {
    this.graph = graph;
    this.programVersion = programVersion;
    this.meaning = meaning;
    this.facts = new TreeMap<>(facts);
  }

  /**
   * Writes the model to a new local path. It is on the disk when this returns. The same model gives
   * the same bytes.
   *
   * @throws IllegalStateException if the file would be 2 GiB or larger, which no network here is
   */
  public void write(Path file) throws IOException {
    WireMessage message = message();
    if (message.size() > LARGEST_BYTES) {
      throw new IllegalStateException(
          "Cannot write " + file + ": expected less than 2 GiB, found " + message.size());
    }
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      message.write(
          chunk -> {
            while (chunk.hasRemaining()) {
              channel.write(chunk);
            }
          });
      channel.force(true);
    }
  }

  private WireMessage message() {
    WireMessage message =
        new WireMessage()
            .integer(1, FORMAT_VERSION)
            .text(2, "EPDI Screen")
            .text(3, programVersion)
            .text(4, "io.github.epdi")
            .integer(5, 1)
            .text(6, meaning)
            .message(7, graph.message())
            .message(8, new WireMessage().text(1, "").integer(2, OPERATOR_SET));
    facts.forEach(
        (key, value) -> message.message(14, new WireMessage().text(1, key).text(2, value)));
    return message;
  }
}
