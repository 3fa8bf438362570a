package io.github.epdi.dataset;

import io.github.epdi.dataset.calculation.Calculation;
import io.github.epdi.dataset.calculation.Remark;
import java.util.List;
import java.util.stream.Stream;

/**
 * All remarks that apply to a row: those on the run itself, on its slab and on the ion's reference,
 * and those on differences between run and slab. Labels have those on the slab's levels, too.
 *
 * @param flags flags of the remarks, sorted and without repetitions
 * @param texts text of each remark, with the file that it is about
 */
record RowRemarks(List<String> flags, List<String> texts) {
  static RowRemarks of(BareSlab slab, Calculation run, IonReference reference) {
    Calculation bare = slab.calculation();
    List<Remark> differences =
        bare.theory() == null || run.theory() == null
            ? List.of()
            : bare.theory().remarks(run.theory());
    List<Remark> all =
        Stream.of(
                about("", run.uri(), run.remarks()),
                about("slab_", bare.uri(), bare.remarks()),
                about("ion_", reference.description(), reference.remarks()),
                about("", run.uri(), differences))
            .flatMap(remarks -> remarks)
            .toList();
    return new RowRemarks(
        all.stream().map(Remark::flag).distinct().sorted().toList(),
        all.stream().map(Remark::text).distinct().toList());
  }

  /** Returns these remarks and one more, whose text names what it is about; null adds nothing. */
  RowRemarks and(Remark remark) {
    return remark == null
        ? this
        : new RowRemarks(
            Stream.concat(flags.stream(), Stream.of(remark.flag())).distinct().sorted().toList(),
            Stream.concat(texts.stream(), Stream.of(remark.text())).distinct().toList());
  }

  private static Stream<Remark> about(String prefix, String source, List<Remark> remarks) {
    return remarks.stream()
        .map(remark -> new Remark(prefix + remark.flag(), source + ": " + remark.text()));
  }
}
