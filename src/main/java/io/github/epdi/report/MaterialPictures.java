package io.github.epdi.report;

import io.github.epdi.report.figure.PlaneImage;
import java.util.List;

/**
 * Pictures of one side of one material, or why there are none.
 *
 * @param siteImages data URIs, one for each site that was asked for; empty if there are none
 * @param caption how the images are coloured; null if there are none
 * @param background the potential under the map; null if there is none
 * @param missing why there are no pictures; null if there are
 */
record MaterialPictures(
    List<String> siteImages, String caption, PlaneImage background, String missing) {
  static MaterialPictures missing(String why) {
    return new MaterialPictures(List.of(), null, null, why);
  }
}
