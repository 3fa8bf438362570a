package io.github.epdi.grid.blocks;

import io.github.epdi.grid.text.DecimalParser;
import io.github.epdi.grid.text.TextInput;
import io.github.epdi.grid.text.ValueReader;
import io.github.epdi.structure.RejectException;
import java.io.IOException;

/** Reads blocks value by value, whatever their lines look like. */
public final class StreamedBlocks implements BlockSource {
  private final TextInput in;
  private final GridLayout layout;
  private final GridLimits limits;
  private final ValueReader values;

  /**
   * Reads blocks of one layout from a text.
   *
   * @param in the text, where the next block begins
   * @param layout number and order of values
   * @param limits largest sizes
   */
  public StreamedBlocks(TextInput in, GridLayout layout, GridLimits limits) {
    this.in = in;
    this.layout = layout;
    this.limits = limits;
    this.values = new ValueReader(in, new DecimalParser());
  }

  @Override
  public PlaneBlock next(PlaneSelection selection) throws IOException {
    in.allow(layout.mostBytes(limits));
    return new BlockReader(values, layout, selection).read();
  }

  @Override
  public RejectException badNumber() {
    return values.badNumber();
  }
}
