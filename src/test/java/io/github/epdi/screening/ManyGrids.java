package io.github.epdi.screening;

import io.github.epdi.grid.TestGrids;
import io.github.epdi.screening.campaign.Campaign;
import io.github.epdi.structure.Element;
import io.github.epdi.tables.FlatTable;
import io.github.epdi.tables.ResultTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** A folder with any number of small synthetic grids, and campaigns over it. */
final class ManyGrids {
  private static final List<Element> METALS = List.of(Element.Mo, Element.W, Element.Nb);

  private final Path folder;
  private final Path bundle;

  ManyGrids(Path folder, Path bundle, int count) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.bundle = bundle;
    add(0, count);
  }

  /** Writes grids with numbers from one to below another. */
  void add(int from, int to) throws IOException {
    for (int i = from; i < to; i++) {
      Element metal = METALS.get(i % METALS.size());
      Files.writeString(file(i), TestGrids.of(GridFolder.pristine(metal)).locpot());
    }
  }

  Path file(int number) {
    return folder.resolve(String.format(Locale.ROOT, "g%02d.locpot", number));
  }

  /** The text of a campaign; its grids come from the faulty file system. */
  Path campaignFile(Path output) throws IOException {
    return Files.writeString(
        output.resolveSibling(output.getFileName() + ".yaml"),
        "name: many\ninputs: ['"
            + FaultyFileSystem.SCHEME
            + "://"
            + folder
            + "/*.locpot']\nmodel: {bundle: '"
            + bundle
            + "', batch_size: 4}\noutput: '"
            + output
            + "'\n");
  }

  Campaign campaign(Path output, String... settings) throws IOException {
    return Campaign.read(campaignFile(output).toString(), List.of(settings), new Configuration());
  }

  /** All rows of all tables that are projections of results, as text, without run ids. */
  static Map<String, List<String>> rows(ScreeningResult result) {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    for (FlatTable<?> table : ResultTable.projections()) {
      Column[] key =
          table.key().stream()
              .filter(name -> !name.equals(FlatTable.RUN_ID))
              .map(functions::col)
              .toArray(Column[]::new);
      List<String> ofTable = new ArrayList<>();
      result
          .visible()
          .views(SparkSession.active())
          .table(table.name())
          .drop(FlatTable.RUN_ID)
          .orderBy(key)
          .toJSON()
          .toLocalIterator()
          .forEachRemaining(ofTable::add);
      rows.put(table.name(), ofTable);
    }
    return rows;
  }
}
