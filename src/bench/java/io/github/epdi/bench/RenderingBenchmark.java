package io.github.epdi.bench;

import io.github.epdi.grid.GridFiles;
import io.github.epdi.grid.GridReading;
import io.github.epdi.grid.PotentialConventions;
import io.github.epdi.grid.ReadingRequest;
import io.github.epdi.grid.blocks.GridLimits;
import io.github.epdi.image.Frame;
import io.github.epdi.image.ImageSpec;
import io.github.epdi.image.SiteImages;
import io.github.epdi.model.BenchmarkBundles;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.Side;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One image of one site after the other, encoded by a colour map, as tasks draw them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class RenderingBenchmark {
  /** System property that names the grid. */
  static final String GRID = "epdi.bench.grid";

  static final int PIXELS = 224;

  private List<AdsorptionSite> sites;
  private SiteImages images;
  private float[] out;
  private int next;

  /** Reads the grid. */
  @Setup
  public void read() {
    ImageSpec spec = BenchmarkBundles.images(PIXELS);
    ReadingRequest request =
        new ReadingRequest(
            List.of(Side.TOP),
            spec.heightsAngstrom(),
            PotentialConventions.DEFAULT,
            GridLimits.DEFAULT,
            0.05,
            ReadingRequest.Depth.STOP_AT_REJECT);
    GridReading.Accepted reading =
        new GridFiles(new Configuration(false)).read(System.getProperty(GRID), request).accepted();
    sites = reading.graph(Side.TOP).all();
    images = new SiteImages(reading.potential(Side.TOP), spec);
    out = new float[spec.length()];
  }

  /** In the frame of the lattice. */
  @Benchmark
  public double untouched() {
    return images.render(site(), Frame.NATIVE, out, 0);
  }

  /** In a turned frame. */
  @Benchmark
  public double turned() {
    return images.render(site(), new Frame(1, Frame.Handedness.NATIVE), out, 0);
  }

  private AdsorptionSite site() {
    next = (next + 1) % sites.size();
    return sites.get(next);
  }
}
