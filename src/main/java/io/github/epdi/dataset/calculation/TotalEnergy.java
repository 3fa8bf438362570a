package io.github.epdi.dataset.calculation;

/**
 * The total energy of a calculation's last geometry.
 *
 * @param ev the energy, eV
 * @param kind which energy it is: "sigma0", "free" or "total"
 * @param place where it was read, such as "OUTCAR, line 812"
 * @param lastChangeEv size of its change in the last step of the self-consistent field, eV; null
 *     where no change is printed
 */
public record TotalEnergy(double ev, String kind, String place, Double lastChangeEv) {}
