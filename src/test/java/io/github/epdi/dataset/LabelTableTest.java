package io.github.epdi.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.epdi.structure.InputException;
import io.github.epdi.structure.SiteKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelTableTest {
  private static final String HEADER = "material_id,site_id,kind,frac_a,frac_b,energy\n";
  private static SparkSession spark;

  @TempDir private Path directory;

  @BeforeAll
  static void startSpark() {
    // Shared with other tests of this JVM, so it is not stopped here.
    spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "1")
            .getOrCreate();
  }

  @Test
  void csvByNames() throws IOException {
    String uri =
        csv(
            "remark,energy,frac_b,frac_a,material_id,kind,site_id\n"
                + "\"a, b\",-2.5e0, .25,1.5,\"MoS2, doped\",B,B07\n"
                + ",-1,0,0,WS2,,\n");
    assertThat(new LabelTable(spark).read(uri, "energy"))
        .containsExactly(
            new Label(1, "MoS2, doped", "B07", SiteKind.B, 1.5, 0.25, -2.5),
            new Label(2, "WS2", null, null, 0, 0, -1));
  }

  @Test
  void parquetIsTheSame() throws IOException {
    String uri = csv(HEADER + "MoS2,T00,T,0.1,0.2,-2\nMoS2,H00,H,0.3,0.4,-1.75\n");
    String parquet = directory.resolve("labels-as-parquet").toString();
    spark
        .read()
        .option("header", "true")
        .option("inferSchema", "true")
        .csv(uri)
        .write()
        .parquet(parquet);
    LabelTable table = new LabelTable(spark);
    List<Label> labels = table.read(parquet, "energy");
    assertThat(labels).hasSize(2).isEqualTo(table.read(uri, "energy"));
    assertThat(table.sha256(parquet))
        .isEqualTo(table.sha256(parquet))
        .isNotEqualTo(table.sha256(uri));
  }

  @Test
  void digestIsThatOfTheBytes() throws IOException {
    String uri = csv("abc");
    assertThat(new LabelTable(spark).sha256(uri))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void missingColumnNamesTheNearest() throws IOException {
    assertFails(HEADER + "MoS2,T00,T,0,0,-2\n", "enregy")
        .hasMessageEndingWith(
            "labels.csv: expected a column enregy, found material_id, site_id, kind, frac_a,"
                + " frac_b, energy (nearest: energy)");
  }

  @Test
  void badValuesNameRowAndColumn() throws IOException {
    assertFails(HEADER + "MoS2,T00,T,0,0,-2\nMoS2,T01,T,0,x0.5,-2\n", "energy")
        .hasMessageEndingWith(
            "labels.csv: expected a number in column frac_b, found 'x0.5' (row 2)");
    assertFails(HEADER + "MoS2,T00,T,0,0,NaN\n", "energy")
        .hasMessageEndingWith("expected a finite number in column energy, found 'NaN' (row 1)");
    assertFails(HEADER + "MoS2,T00,T,0,0,\n", "energy")
        .hasMessageEndingWith("expected a number in column energy, found nothing (row 1)");
    assertFails(HEADER + ",T00,T,0,0,-1\n", "energy")
        .hasMessageEndingWith("expected a name in column material_id, found nothing (row 1)");
    assertFails(HEADER + "MoS2,T00,top,0,0,-1\n", "energy")
        .hasMessageEndingWith("expected T, H or B in column kind, found 'top' (row 1)");
    assertFails(HEADER + "MoS2,T00,T,0,0,-2\nMoS2,T01,T,0\n", "energy")
        .hasMessageEndingWith(
            "expected as many fields as the header has, found 'MoS2,T01,T,0' (row 2)");
    assertFails(HEADER + "MoS2,T00,T,0,0,-2,5\n", "energy")
        .hasMessageEndingWith(
            "expected as many fields as the header has, found 'MoS2,T00,T,0,0,-2,5' (row 1)");
  }

  @Test
  void nothingThere() throws IOException {
    assertFails(HEADER, "energy").hasMessageEndingWith("expected at least one row, found none");
    String missing = directory.resolve("missing.csv").toString();
    assertThatThrownBy(() -> new LabelTable(spark).read(missing, "energy"))
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith("missing.csv: expected a CSV or Parquet file, found nothing");
  }

  private org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> assertFails(
      String content, String target) throws IOException {
    String uri = csv(content);
    return assertThatThrownBy(() -> new LabelTable(spark).read(uri, target))
        .isInstanceOf(InputException.class);
  }

  private String csv(String content) throws IOException {
    return Files.writeString(directory.resolve("labels.csv"), content).toString();
  }
}
