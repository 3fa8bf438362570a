package io.github.epdi.bench;

import java.io.IOException;
import java.util.List;

/** Measures one row or a few; see {@link BenchmarkMain} for the list of parts. */
interface Part {
  /** Short name, for {@code --only}. */
  String name();

  /** Measures now; everything that is compared with each other is run in this call. */
  List<Measurement> measure(Bench bench) throws IOException;
}
