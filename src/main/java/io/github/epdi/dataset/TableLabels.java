package io.github.epdi.dataset;

import io.github.epdi.dataset.calculation.ImportCode;
import io.github.epdi.dataset.calculation.SourceFiles;
import io.github.epdi.dataset.calculation.UnusableException;
import io.github.epdi.grid.GridReading;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.tables.dataset.LabelRow;
import io.github.epdi.tables.dataset.SourceFileValue;
import io.github.epdi.tables.dataset.TheoryValue;
import io.github.epdi.tables.encoding.SurfaceKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/** Makes rows from the labels of a table, each at its site on the material's grid. */
final class TableLabels {
  private final DatasetRequest.LabelSource source;
  private final SlabReader slabs;
  private final SourceFiles files;
  private final ImportRejects rejects;

  TableLabels(
      DatasetRequest.LabelSource source,
      SlabReader slabs,
      SourceFiles files,
      ImportRejects rejects) {
    this.source = source;
    this.slabs = slabs;
    this.files = files;
    this.rejects = rejects;
  }

  /** Returns the rows, ordered by material. */
  List<LabelRow> rows(List<Label> labels) throws IOException {
    Map<String, List<Label>> byMaterial = new TreeMap<>();
    labels.forEach(l -> byMaterial.computeIfAbsent(l.materialId(), m -> new ArrayList<>()).add(l));
    List<LabelRow> rows = new ArrayList<>();
    for (Map.Entry<String, List<Label>> entry : byMaterial.entrySet()) {
      String uri = source.gridUri(entry.getKey());
      try {
        GridReading.Accepted reading = slabs.read(uri);
        SiteMatcher matcher =
            new SiteMatcher(reading.structure().lattice(), reading.graph(slabs.side()));
        FileStatus grid = files.status(uri);
        List<SourceFileValue> sources = new ArrayList<>(tableSources());
        sources.add(files.source("grid", grid));
        SurfaceLevels levels = slabs.levels(grid.getPath().toString(), reading);
        for (Label label : entry.getValue()) {
          add(rows, label, matcher, grid.getPath().toString(), sources, levels);
        }
      } catch (UnusableException e) {
        rejects.add(uri, entry.getKey(), e);
        entry.getValue().forEach(label -> rejects.add(place(label), label.materialId(), e));
      }
    }
    return rows;
  }

  /** Returns the files of the table, each with its digest. A table in a folder has several. */
  private List<SourceFileValue> tableSources() throws IOException {
    List<SourceFileValue> sources = new ArrayList<>();
    Path path = new Path(source.uri());
    for (FileStatus part : files.system(path).listStatus(path)) {
      if (part.isFile()) {
        sources.add(files.source("table", part));
      }
    }
    return sources;
  }

  private String place(Label label) {
    return source.uri() + "#row=" + label.row();
  }

  private void add(
      List<LabelRow> rows,
      Label label,
      SiteMatcher matcher,
      String gridUri,
      List<SourceFileValue> sources,
      SurfaceLevels levels) {
    SiteMatch match = matcher.match(label);
    if (!match.isMatched()) {
      rejects.add(
          place(label),
          label.materialId(),
          new UnusableException(ImportCode.UNUSABLE_LABEL, match.problem()));
      return;
    }
    try {
      PlausibleBinding.require(label.energyEv(), "");
    } catch (UnusableException e) {
      rejects.add(place(label), label.materialId(), e);
      return;
    }
    AdsorptionSite site = match.site();
    RowRemarks remarks = new RowRemarks(List.of(), List.of()).and(levels.remark());
    rows.add(
        new LabelRow(
            new SurfaceKey(label.materialId(), slabs.side().label()),
            LabelRow.SiteColumns.of(site),
            new LabelRow.IonColumns(
                label.fracA(),
                label.fracB(),
                matcher.distanceAngstrom(label.fracA(), label.fracB(), site),
                null),
            new LabelRow.EnergyColumns(label.energyEv(), null, "table", null, null),
            new LabelRow.SourceColumns(
                place(label),
                gridUri,
                null,
                new TheoryValue(source.theory(), null),
                levels.addedTo(sources)),
            remarks.flags(),
            remarks.flags().isEmpty()
                ? null
                : new LabelRow.ConvergenceColumns(null, null, null, remarks.texts()),
            levels.columns()));
  }
}
