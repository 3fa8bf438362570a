package io.github.epdi.synthetic;

import io.github.epdi.structure.Element;
import java.util.List;

/**
 * An atom of a synthetic slab: a narrow positive core within a wider cloud of electrons.
 *
 * @param element its name in the file
 * @param x Cartesian, Angstrom
 * @param y Cartesian, Angstrom
 * @param z Cartesian, Angstrom, along the normal
 * @param core positive
 * @param cloud negative; the two differ by the ion's charge
 */
record ChargedAtom(
    Element element, double x, double y, double z, SmearedCharge core, SmearedCharge cloud) {
  /** Net charge, elementary charges. */
  double ionicCharge() {
    return core.charge() + cloud.charge();
  }

  /** Both charges. */
  List<SmearedCharge> charges() {
    return List.of(core, cloud);
  }

  ChargedAtom movedBy(double dx, double dy, double dz) {
    return new ChargedAtom(element, x + dx, y + dy, z + dz, core, cloud);
  }

  /** The same with more (or fewer) electrons. */
  ChargedAtom withIonicCharge(double ionicCharge) {
    SmearedCharge other = new SmearedCharge(ionicCharge - core.charge(), cloud.widthAngstrom());
    return new ChargedAtom(element, x, y, z, core, other);
  }
}
