package io.github.epdi.screening;

import io.github.epdi.grid.GridReading;
import io.github.epdi.grid.SidePotential;
import io.github.epdi.image.Frame;
import io.github.epdi.image.ImageSpec;
import io.github.epdi.image.SiteImages;
import io.github.epdi.levels.SideLevels;
import io.github.epdi.model.physics.AffinityModel;
import io.github.epdi.model.physics.SideDescriptors;
import io.github.epdi.model.physics.SiteDescriptors;
import io.github.epdi.model.physics.Trust;
import io.github.epdi.pes.EnergySpread;
import io.github.epdi.pes.ExtraPoints;
import io.github.epdi.pes.SurfaceDoubt;
import io.github.epdi.pes.SurfaceEnergies;
import io.github.epdi.pes.SurfacePredictions;
import io.github.epdi.pes.SurfaceResult;
import io.github.epdi.screening.batch.ImageBatches;
import io.github.epdi.screening.campaign.Campaign;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.DiffusionPath;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.SurfaceGraph;
import io.github.epdi.tables.Doubts;
import io.github.epdi.tables.LevelColumns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One side of a grid whose energies come in with batches of images, or are known at once. Only
 * symmetry-unique sites are predicted, and their energies are spread over their orbits. A pending
 * side holds no planes.
 */
final class PendingSide {
  private final SurfaceGraph graph;
  private final SurfaceEnergies meanLocalPotentials;
  private final LevelColumns levels;
  private final Map<String, MeanEnergy> bySite = new HashMap<>();
  private final Map<String, PathPoints> pathPoints = new LinkedHashMap<>();
  private final Map<String, List<MeanEnergy>> byPath = new HashMap<>();
  private final SideDoubts doubts = new SideDoubts();
  private SurfaceDoubt doubt;
  private String abstained;
  private int images;
  private double clipped;

  private PendingSide(
      SurfaceGraph graph, SurfaceEnergies meanLocalPotentials, LevelColumns levels) {
    this.graph = graph;
    this.meanLocalPotentials = meanLocalPotentials;
    this.levels = levels;
  }

  /**
   * Makes a side that gets no energies.
   *
   * @param flag the word for the column flags that says why
   */
  static PendingSide abstained(SurfaceGraph graph, String flag) {
    PendingSide pending = new PendingSide(graph, null, null);
    pending.abstained = flag;
    return pending;
  }

  /** Draws all images of one side of an accepted reading and adds them to the batches. */
  static PendingSide draw(
      GridReading.Accepted reading,
      Side side,
      ScreeningSpec spec,
      ImageSpec imageSpec,
      List<Frame> frames,
      ImageBatches batches) {
    SurfaceGraph graph = reading.graph(side);
    SidePotential potential = reading.potential(side);
    PendingSide pending =
        new PendingSide(
            graph,
            SurfaceEnergies.spread(graph, site -> spec.descriptor().ofSite(potential, site)),
            null);
    SiteImages drawer = new SiteImages(potential, imageSpec);
    for (AdsorptionSite site : graph.all()) {
      if (site.isRepresentative()) {
        pending.bySite.put(site.id(), pending.draw(drawer, site, frames, batches));
      }
    }
    if (spec.pointsPerHop() > 0) {
      pending.drawPaths(spec.pointsPerHop() / 2, drawer, frames, batches);
    }
    return pending;
  }

  /** Predicts all unique sites of a side from the slab's levels and the local potential. */
  static PendingSide predict(
      GridReading.Accepted reading,
      Side side,
      ScreeningSpec spec,
      SlabLevels slab,
      AffinityModel affinity,
      Trust trust) {
    SurfaceGraph graph = reading.graph(side);
    SidePotential potential = reading.potential(side);
    SideLevels levels = slab.of(reading, side);
    PendingSide pending =
        new PendingSide(
            graph,
            SurfaceEnergies.spread(graph, site -> spec.descriptor().ofSite(potential, site)),
            new LevelColumns(levels.electronAffinityEv(), levels.workFunctionEv(), levels.gapEv()));
    SideDescriptors descriptors = new SideDescriptors(reading, side, levels);
    List<AdsorptionSite> unique =
        graph.all().stream().filter(AdsorptionSite::isRepresentative).toList();
    List<SiteDescriptors> described = unique.stream().map(descriptors::of).toList();
    pending
        .doubts
        .potential(reading)
        .theory(spec.theory(), spec.levelMismatch(), reading, slab.all())
        .slab(trust, reading, side)
        .sites(affinity, unique, described);
    if (trust != null) {
      double[][] covariance = affinity.errorCovariance(described);
      pending.doubts.spread(trust, largest(covariance));
      pending.doubt =
          new SurfaceDoubt(new EnergySpread(graph, unique, covariance), trust.intervals());
    }
    double[] energies = affinity.energiesEv(described);
    for (int s = 0; s < energies.length; s++) {
      MeanEnergy energy = new MeanEnergy(1);
      energy.accept(new double[] {energies[s]});
      pending.bySite.put(unique.get(s).id(), energy);
    }
    return pending;
  }

  /** Returns the largest standard deviation. */
  private static double largest(double[][] covariance) {
    return Math.sqrt(
        IntStream.range(0, covariance.length).mapToDouble(i -> covariance[i][i]).max().orElse(0));
  }

  private void drawPaths(
      int perStretch, SiteImages drawer, List<Frame> frames, ImageBatches batches) {
    for (DiffusionPath path : graph.paths()) {
      PathPoints points = PathPoints.of(graph, path, perStretch);
      pathPoints.put(path.id(), points);
      byPath.put(
          path.id(),
          points.places().stream().map(place -> draw(drawer, place, frames, batches)).toList());
    }
  }

  private MeanEnergy draw(
      SiteImages drawer, AdsorptionSite place, List<Frame> frames, ImageBatches batches) {
    MeanEnergy energy = new MeanEnergy(frames.size());
    images++;
    for (Frame frame : frames) {
      batches.add(
          (out, offset) ->
              clipped += drawer.renderPlausible(place, frame, out, offset) / frames.size(),
          energy);
    }
    return energy;
  }

  /** Returns the slab's levels as seen from this side, or null if the model needs no levels. */
  LevelColumns levels() {
    return levels;
  }

  /** Returns what of this side the model was not trained for, once it is complete. */
  Doubts doubts() {
    return doubts.all(images == 0 ? 0 : clipped / images);
  }

  /** Returns words for the column flags beside those of the doubts. */
  List<String> flags() {
    return abstained == null ? List.of() : List.of(abstained);
  }

  /** Returns the number of distinct images, without their turned and mirrored copies. */
  int images() {
    return images;
  }

  /**
   * Returns the sum, over the distinct images, of the fraction of pixels that the colour range
   * clips.
   */
  double clipped() {
    return clipped;
  }

  boolean isComplete() {
    return bySite.values().stream().allMatch(MeanEnergy::isComplete)
        && byPath.values().stream().flatMap(List::stream).allMatch(MeanEnergy::isComplete);
  }

  /**
   * Derives all results of the side once its energies are complete. There are none where the
   * campaign wants no energies of sides that are doubted.
   *
   * @throws io.github.epdi.structure.RejectException IMPLAUSIBLE if an energy is implausible for
   *     lithium
   */
  SurfaceResult result(int members, ScreeningSpec spec) {
    boolean doubted = spec.onDoubt() == Campaign.OnDoubt.ABSTAIN && !doubts().isEmpty();
    if (abstained != null || doubted) {
      return SurfaceResult.withoutEnergies(graph);
    }
    List<SurfaceEnergies> energies = new ArrayList<>();
    for (int m = 0; m < members; m++) {
      int member = m;
      energies.add(
          SurfaceEnergies.spread(
              graph,
              site -> EnergyRange.require(bySite.get(site.id()).ofMember(member), site.id())));
    }
    Map<String, ExtraPoints> extra = new HashMap<>();
    pathPoints.forEach((path, points) -> extra.put(path, extraPoints(path, points, members)));
    return SurfaceResult.of(
        new SurfacePredictions(graph, energies, meanLocalPotentials, extra, doubt),
        spec.estimates());
  }

  private ExtraPoints extraPoints(String path, PathPoints points, int members) {
    List<List<Double>> energies =
        IntStream.range(0, members)
            .mapToObj(
                m ->
                    byPath.get(path).stream()
                        .map(e -> EnergyRange.require(e.ofMember(m), "path " + path))
                        .toList())
            .toList();
    return new ExtraPoints(points.positionsAngstrom(), energies);
  }
}
