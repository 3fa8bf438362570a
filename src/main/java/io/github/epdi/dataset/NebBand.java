package io.github.epdi.dataset;

import io.github.epdi.dataset.calculation.Calculation;
import io.github.epdi.dataset.calculation.ImportCode;
import io.github.epdi.dataset.calculation.RunFolder;
import io.github.epdi.dataset.calculation.UnusableException;
import io.github.epdi.dataset.vaspruns.VaspRuns;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.LateralPosition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A nudged-elastic-band calculation of VASP, whose images are in folders 00 to NN.
 *
 * @param folder the folder above the images
 * @param slab the bare slab
 * @param images calculation of each image
 * @param places place of the ion in each image
 * @param laterals the same as fractional (u, v), each in the copy of the cell that is nearest to
 *     the image before
 * @param walk the way over sites that the images follow
 */
record NebBand(
    RunFolder folder,
    BareSlab slab,
    List<Calculation> images,
    List<IonPlace> places,
    List<double[]> laterals,
    HopWalk walk) {
  /**
   * Reads a whole band.
   *
   * @throws UnusableException if one of its parts cannot be used, naming the image where there is
   *     one
   */
  static NebBand read(RunFolder folder, VaspRuns vasp, SlabChooser slabs, Element ion)
      throws IOException {
    List<RunFolder> folders = folder.images();
    requireWhole(folders);
    List<Calculation> images = new ArrayList<>();
    for (int i = 0; i < folders.size(); i++) {
      boolean end = i == 0 || i == folders.size() - 1;
      images.add(image(folders.get(i), end, vasp));
    }
    BareSlab slab = slabs.of(folder, images.get(0).structure());
    List<IonPlace> places = new ArrayList<>();
    List<double[]> laterals = new ArrayList<>();
    for (int i = 0; i < images.size(); i++) {
      try {
        places.add(slab.surface().place(images.get(i).structure(), ion));
      } catch (UnusableException e) {
        throw inImage(folders.get(i), e);
      }
      double[] f = {places.get(i).fracA(), places.get(i).fracB()};
      laterals.add(i == 0 ? f : nearTo(laterals.get(i - 1), f, slab.surface()));
    }
    HopWalk walk = new HopWalks(slab.surface().lattice(), slab.surface().graph()).nearest(laterals);
    return new NebBand(folder, slab, images, places, laterals, walk);
  }

  private static void requireWhole(List<RunFolder> folders) {
    List<String> names = folders.stream().map(RunFolder::name).toList();
    for (int i = 0; i < names.size(); i++) {
      if (!names.get(i).equals(String.format(Locale.ROOT, "%02d", i)) || names.size() < 3) {
        throw UnusableException.of(
            ImportCode.MISSING_FILE,
            "images 00, 01, ... without a gap, three or more",
            String.join(", ", names));
      }
    }
  }

  private static Calculation image(RunFolder folder, boolean end, VaspRuns vasp)
      throws IOException {
    if (end && folder.file(VaspRuns.OUTCAR) == null && folder.file(VaspRuns.OSZICAR) == null) {
      throw UnusableException.of(
          ImportCode.MISSING_FILE,
          "an OUTCAR in the end image "
              + folder.name()
              + " (VASP does not calculate the ends: copy that of the relaxed structure there)",
          "none");
    }
    // VASP reads the POSCAR of an end image and does not move its atoms.
    boolean moved = !end || folder.file(VaspRuns.CONTCAR) != null;
    try {
      return vasp.read(folder, moved ? VaspRuns.CONTCAR : VaspRuns.POSCAR);
    } catch (UnusableException e) {
      throw inImage(folder, e);
    }
  }

  private static UnusableException inImage(RunFolder folder, UnusableException e) {
    return new UnusableException(e.code(), "Image " + folder.name() + ": " + e.getMessage());
  }

  private static double[] nearTo(double[] before, double[] f, SlabSurface surface) {
    HopWalks lateral = new HopWalks(surface.lattice(), surface.graph());
    LateralPosition origin = lateral.place(before[0], before[1]);
    double u = f[0] + Math.rint(before[0] - f[0]);
    double v = f[1] + Math.rint(before[1] - f[1]);
    double[] nearest = {u, v};
    for (int i = -1; i <= 1; i++) {
      for (int j = -1; j <= 1; j++) {
        LateralPosition at = lateral.place(u + i, v + j);
        LateralPosition best = lateral.place(nearest[0], nearest[1]);
        if (HopWalk.distance(at, origin) < HopWalk.distance(best, origin)) {
          nearest = new double[] {u + i, v + j};
        }
      }
    }
    return nearest;
  }

  /** Returns the cumulative lateral distance of each image, Angstrom. */
  List<Double> positionsAngstrom() {
    HopWalks lateral = new HopWalks(slab.surface().lattice(), slab.surface().graph());
    List<Double> positions = new ArrayList<>(List.of(0.0));
    for (int i = 1; i < laterals.size(); i++) {
      LateralPosition from = lateral.place(laterals.get(i - 1)[0], laterals.get(i - 1)[1]);
      LateralPosition to = lateral.place(laterals.get(i)[0], laterals.get(i)[1]);
      positions.add(positions.get(i - 1) + HopWalk.distance(from, to));
    }
    return positions;
  }

  /** Returns where image i lies along the way, Angstrom. */
  double walkPositionAngstrom(int i) {
    HopWalks lateral = new HopWalks(slab.surface().lattice(), slab.surface().graph());
    return walk.project(lateral.place(laterals.get(i)[0], laterals.get(i)[1])).positionAngstrom();
  }

  /** Returns the number of the highest image between the ends. */
  int highest() {
    int highest = 1;
    for (int i = 2; i < images.size() - 1; i++) {
      if (images.get(i).energyEv() > images.get(highest).energyEv()) {
        highest = i;
      }
    }
    return highest;
  }

  /** Returns the site that an image is at. Null if there is none or more than one. */
  AdsorptionSite site(int i) {
    List<AdsorptionSite> near =
        slab.surface().sites().within(places.get(i).fracA(), places.get(i).fracB());
    return near.size() == 1 ? near.get(0) : null;
  }
}
