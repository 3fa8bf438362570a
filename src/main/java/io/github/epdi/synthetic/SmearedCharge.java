package io.github.epdi.synthetic;

/**
 * A Gaussian charge, {@code exp(-r^2 / (2 width^2))}.
 *
 * @param charge elementary charges, positive for nuclei
 * @param widthAngstrom standard deviation along an axis
 */
record SmearedCharge(double charge, double widthAngstrom) {}
