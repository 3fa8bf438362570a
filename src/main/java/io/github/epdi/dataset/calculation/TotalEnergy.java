package io.github.epdi.dataset.calculation;

/**
 * The total energy that a calculation ended with.
 *
 * @param ev eV
 * @param kind which energy that is: "sigma0", "free", "total"
 * @param place where it stands: "OUTCAR, line 812"
 * @param lastChangeEv by how much the last step of the self-consistent field changed it, eV, not
 *     negative; null where no change is printed
 */
public record TotalEnergy(double ev, String kind, String place, Double lastChangeEv) {}
