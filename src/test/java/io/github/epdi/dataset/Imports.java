package io.github.epdi.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.dataset.DatasetRequest.Ion;
import io.github.epdi.dataset.DatasetRequest.LabelSource;
import io.github.epdi.dataset.DatasetRequest.SlabChoice;
import io.github.epdi.dataset.calculation.EnergyKind;
import io.github.epdi.dataset.calculation.ScfLimits;
import io.github.epdi.dataset.calculation.Unverified;
import io.github.epdi.grid.PotentialConventions;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.Side;
import io.github.epdi.tables.dataset.ImportRejectRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** What imports of tests ask for; every step gives a new value. */
record Imports(DatasetRequest request) {
  static final double LITHIUM_EV = -0.3;

  static Imports of(Path... roots) {
    return new Imports(
        new DatasetRequest(
            List.of(roots).stream().map(Path::toString).toList(),
            null,
            null,
            new Ion(Element.Li, LITHIUM_EV, null, "isolated atom"),
            Side.TOP,
            EnergyKind.SIGMA0,
            Unverified.REJECT,
            0.6,
            PotentialConventions.DEFAULT,
            null,
            ScfLimits.DEFAULT));
  }

  private Imports with(
      SlabChoice slab,
      LabelSource table,
      Ion ion,
      Side side,
      EnergyKind energy,
      Unverified unverified) {
    return new Imports(
        new DatasetRequest(
            request.roots(),
            slab,
            table,
            ion,
            side,
            energy,
            unverified,
            request.relaxationAngstrom(),
            request.conventions(),
            request.labelKind(),
            request.limits()));
  }

  Imports slab(SlabChoice slab) {
    return with(
        slab,
        request.table(),
        request.ion(),
        request.side(),
        request.energy(),
        request.unverified());
  }

  Imports table(LabelSource table) {
    return with(
        request.slab(),
        table,
        request.ion(),
        request.side(),
        request.energy(),
        request.unverified());
  }

  Imports ion(Ion ion) {
    return with(
        request.slab(),
        request.table(),
        ion,
        request.side(),
        request.energy(),
        request.unverified());
  }

  Imports side(Side side) {
    return with(
        request.slab(),
        request.table(),
        request.ion(),
        side,
        request.energy(),
        request.unverified());
  }

  Imports energy(EnergyKind energy) {
    return with(
        request.slab(),
        request.table(),
        request.ion(),
        request.side(),
        energy,
        request.unverified());
  }

  Imports limits(ScfLimits limits) {
    return new Imports(
        new DatasetRequest(
            request.roots(),
            request.slab(),
            request.table(),
            request.ion(),
            request.side(),
            request.energy(),
            request.unverified(),
            request.relaxationAngstrom(),
            request.conventions(),
            request.labelKind(),
            limits));
  }

  Imports withoutRoots() {
    return new Imports(
        new DatasetRequest(
            List.of(),
            null,
            request.table(),
            request.ion(),
            request.side(),
            request.energy(),
            request.unverified(),
            request.relaxationAngstrom(),
            request.conventions(),
            null,
            request.limits()));
  }

  Imports trusting() {
    return with(
        request.slab(),
        request.table(),
        request.ion(),
        request.side(),
        request.energy(),
        Unverified.TRUST);
  }

  ImportedDataset run(SparkSession spark) throws IOException {
    return new DatasetImport(spark, request).run();
  }

  /** The only reject. */
  ImportRejectRow reject(SparkSession spark) throws IOException {
    List<ImportRejectRow> rejects = run(spark).rejects();
    assertThat(rejects).hasSize(1);
    return rejects.get(0);
  }
}
