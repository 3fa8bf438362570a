package io.github.epdi.synthetic;

import io.github.epdi.structure.Lattice;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.util.SerializableConfiguration;

/** Writes the grids of some numbers; each appears whole or not at all. */
final class WriteSyntheticGrids implements FlatMapFunction<Iterator<Integer>, Integer> {
  private static final long serialVersionUID = 1L;
  private static final int EVEN = 2;

  private final String directory;
  private final int count;
  private final long seed;
  private final double spacingAngstrom;
  private final SerializableConfiguration configuration;

  WriteSyntheticGrids(SynthesisRequest request, SerializableConfiguration configuration) {
    this.directory = request.directory();
    this.count = request.count();
    this.seed = request.seed();
    this.spacingAngstrom = request.spacingAngstrom();
    this.configuration = configuration;
  }

  @Override
  public Iterator<Integer> call(Iterator<Integer> numbers) throws IOException {
    SynthesisRequest request = new SynthesisRequest(directory, count, seed, spacingAngstrom);
    int written = 0;
    while (numbers.hasNext()) {
      SyntheticSlab slab = MaterialDraw.of(seed, numbers.next());
      Path path = new Path(request.uri(slab.name()));
      FileSystem files = path.getFileSystem(configuration.value());
      if (!files.exists(path)) {
        write(files, slab, path);
        written++;
      }
    }
    return List.of(written).iterator();
  }

  private void write(FileSystem files, SyntheticSlab slab, Path path) throws IOException {
    Lattice lattice = slab.lattice();
    int nx = points(length(lattice.vector(0)));
    int ny = points(length(lattice.vector(1)));
    int nz = points(lattice.heightAngstrom());
    double[] values = new SlabPotential(slab).values(nx, ny, nz);
    Path temporary = new Path(path.getParent(), "." + path.getName() + ".tmp");
    String title = "SYNTHETIC, no calculation: " + slab.name();
    try (OutputStream out = new BufferedOutputStream(files.create(temporary, true), 1 << 16)) {
      LocpotText.write(out, title, slab, values, nx, ny, nz);
    }
    FileContext.getFileContext(files.getUri(), configuration.value())
        .rename(files.makeQualified(temporary), files.makeQualified(path), Rename.OVERWRITE);
  }

  private int points(double lengthAngstrom) {
    return EVEN * (int) Math.ceil(lengthAngstrom / spacingAngstrom / EVEN);
  }

  private static double length(double[] vector) {
    return Math.sqrt(vector[0] * vector[0] + vector[1] * vector[1] + vector[2] * vector[2]);
  }
}
