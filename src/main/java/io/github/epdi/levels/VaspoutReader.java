package io.github.epdi.levels;

import io.github.epdi.grid.hdf5.DamagedHdf5Exception;
import io.github.epdi.grid.hdf5.StoredHdf5;
import io.github.epdi.grid.text.StorageInput;
import io.github.epdi.structure.Element;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads VASP's vaspout.h5 (version 6 and later), which has eigenvalues by spin channel, k-point and
 * band with full precision. A second set on other k-points (KPOINTS_OPT) is in another group and
 * not read.
 */
final class VaspoutReader {
  private static final String LEVELS = "results/electron_eigenvalues/";
  private static final String DOS = "results/electron_dos/";
  private static final String IONS = "results/positions/";
  private static final int NONCOLLINEAR_COMPONENTS = 4;

  private final StoredHdf5 file;
  private final LevelsDraft draft = new LevelsDraft(LevelsFormat.VASPOUT);

  private VaspoutReader(StoredHdf5 file) {
    this.file = file;
  }

  static LevelsDraft read(StorageInput stored) throws IOException {
    try {
      return new VaspoutReader(StoredHdf5.open(stored)).read();
    } catch (DamagedHdf5Exception e) {
      throw new BadLevelsException(e);
    }
  }

  private LevelsDraft read() throws IOException {
    draft.electrons = file.data(LEVELS + "nelectrons").number();
    draft.weights = file.data(LEVELS + "kpoints_symmetry_weight").numbers();
    levels();
    if (file.holds(DOS + "efermi")) {
      draft.fermiEnergyEv = file.data(DOS + "efermi").number();
    }
    spin();
    atoms();
    return draft;
  }

  private void levels() throws IOException {
    long[] shape = file.data(LEVELS + "eigenvalues").shape();
    if (shape.length != 3 || shape[0] < 1 || shape[0] > 2 || shape[1] < 1 || shape[2] < 1) {
      throw new BadLevelsException(
          "eigenvalues of 1 or 2 spin channels at k-points by bands", Arrays.toString(shape));
    }
    double[] energies = file.data(LEVELS + "eigenvalues").numbers();
    double[] occupations =
        file.holds(LEVELS + "fermiweights")
            ? file.data(LEVELS + "fermiweights").numbers()
            : new double[0];
    boolean occupied = occupations.length == energies.length;
    draft.channels = Stream.generate(BandList::new).limit(shape[0]).toList();
    int at = 0;
    for (BandList channel : draft.channels) {
      for (int k = 0; k < shape[1]; k++) {
        for (int band = 0; band < shape[2]; band++, at++) {
          if (!Double.isFinite(energies[at])) {
            throw new BadLevelsException(
                "a finite energy of band " + (band + 1) + " at k-point " + (k + 1),
                String.valueOf(energies[at]));
          }
          channel.add(energies[at], occupied ? occupations[at] : Double.NaN);
        }
        channel.endPoint(0);
      }
    }
  }

  /**
   * Sets the treatment of spin. Four components of the density mean spinors. Where the file does
   * not give their number, the occupations decide later.
   */
  private void spin() throws IOException {
    if (draft.channels.size() == 2) {
      draft.spin = SpinTreatment.POLARIZED;
    } else if (file.holds(DOS + "ncdij")) {
      draft.spin =
          file.data(DOS + "ncdij").number() == NONCOLLINEAR_COMPONENTS
              ? SpinTreatment.SPINOR
              : SpinTreatment.RESTRICTED;
    }
  }

  private void atoms() throws IOException {
    if (!file.holds(IONS + "ion_types") || !file.holds(IONS + "number_ion_types")) {
      return;
    }
    List<String> kinds = List.of(file.data(IONS + "ion_types").words());
    double[] numbers = file.data(IONS + "number_ion_types").numbers();
    SortedMap<String, Integer> atoms = new TreeMap<>();
    for (int i = 0; i < Math.min(kinds.size(), numbers.length); i++) {
      atoms.merge(symbol(kinds.get(i)), (int) numbers[i], Integer::sum);
    }
    boolean known = atoms.keySet().stream().allMatch(s -> Element.ofSymbol(s).isPresent());
    draft.atoms =
        known && kinds.size() == numbers.length
            ? CalculatedAtoms.of(atoms)
            : CalculatedAtoms.of((int) Arrays.stream(numbers).sum());
  }

  /** Returns the element of a kind such as {@code Mg_pv} or {@code Mg_pv/f474ac0d}. */
  private static String symbol(String kind) {
    return kind.replaceFirst("[_/].*", "");
  }
}
