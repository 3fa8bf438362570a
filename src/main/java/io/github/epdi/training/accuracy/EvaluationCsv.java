package io.github.epdi.training.accuracy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * Writes {@code evaluation.csv}, which has one row for each labelled site with its label and its
 * prediction in eV.
 */
public final class EvaluationCsv {
  private static final String HEADER =
      "material_id,side,site_id,kind,frac_a,frac_b,part,label_ev,prediction_ev\n";

  private EvaluationCsv() {}

  /** Writes all rows to one file, with the names of the columns in the first line. */
  public static void write(Path file, List<EvaluationRow> rows) throws IOException {
    StringBuilder csv = new StringBuilder(HEADER);
    for (EvaluationRow row : rows) {
      StringJoiner line = new StringJoiner(",", "", "\n");
      line.add(quoted(row.materialId())).add(row.side()).add(row.siteId()).add(row.kind().name());
      line.add(Double.toString(row.fracA())).add(Double.toString(row.fracB()));
      line.add(row.part().label()).add(Double.toString(row.labelEv()));
      csv.append(line.add(String.format(Locale.ROOT, "%.7f", row.predictionEv())));
    }
    Files.writeString(file, csv);
  }

  /**
   * Quotes a name for CSV. A name that a spreadsheet would run as a formula gets an apostrophe
   * first.
   */
  private static String quoted(String name) {
    String safe = !name.isEmpty() && "=+-@\t\r".indexOf(name.charAt(0)) >= 0 ? "'" + name : name;
    boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
