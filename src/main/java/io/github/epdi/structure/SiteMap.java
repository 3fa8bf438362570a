package io.github.epdi.structure;

/** Where one symmetry operation takes the sites of a side and the hops around each H. */
final class SiteMap {
  final int[] tops;
  final int[] hollows;
  final int[] bridges;

  /** Hop that the arm of an H goes to: indices H, arm. */
  final int[][] arms;

  private SiteMap(SiteGeometry geometry, PlaneOperation operation, double tolerance) {
    tops = images(geometry.tops, operation, tolerance);
    hollows = images(geometry.hollows, operation, tolerance);
    bridges = images(geometry.bridges, operation, tolerance);
    arms = new int[geometry.hollows.size()][3];
    for (int h = 0; h < arms.length; h++) {
      for (int k = 0; k < 3; k++) {
        SiteGeometry.Arm arm = geometry.arms(h).get(k);
        double x = operation.x(arm.bridgeX(), arm.bridgeY());
        double y = operation.y(arm.bridgeX(), arm.bridgeY());
        arms[h][k] = geometry.bridges.find(x, y, tolerance);
      }
    }
  }

  /** The map of an operation, or null if it does not bring every site onto one of its kind. */
  static SiteMap of(SiteGeometry geometry, PlaneOperation operation, double toleranceAngstrom) {
    SiteMap map = new SiteMap(geometry, operation, toleranceAngstrom);
    boolean whole = isWhole(map.tops) && isWhole(map.hollows) && isWhole(map.bridges);
    for (int[] row : map.arms) {
      whole &= isWhole(row);
    }
    return whole ? map : null;
  }

  private static int[] images(SitePlaces places, PlaneOperation operation, double tolerance) {
    int[] images = new int[places.size()];
    for (int i = 0; i < images.length; i++) {
      double x = operation.x(places.x[i], places.y[i]);
      double y = operation.y(places.x[i], places.y[i]);
      images[i] = places.find(x, y, tolerance);
    }
    return images;
  }

  private static boolean isWhole(int[] images) {
    for (int image : images) {
      if (image < 0) {
        return false;
      }
    }
    return true;
  }
}
