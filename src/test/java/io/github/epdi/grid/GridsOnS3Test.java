package io.github.epdi.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.S3Server;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Planes where they are stored: ranges of objects, not whole ones. */
class GridsOnS3Test extends GridFixture {
  private static final Configuration DIRECT = new Configuration();

  private static S3Server server;

  @BeforeAll
  static void start() throws Exception {
    DIRECT.setBoolean("fs.s3a.impl.disable.cache", true);
    server = S3Server.start();
    server.bucket("grids", DIRECT);
  }

  @AfterAll
  static void stop() throws Exception {
    server.stop();
  }

  @Test
  void planesOfVaspoutAreReadInPlace() throws Exception {
    TestGrids large = TestGrids.of(SLAB.structure(), 60, 60, 96);
    java.nio.file.Path file = new VaspoutFixture(large, 60, 60).write(folder.resolve("vaspout.h5"));
    Path stored = new Path("s3a://grids/MoS2/vaspout.h5");
    try (FileSystem files = stored.getFileSystem(DIRECT)) {
      files.copyFromLocalFile(new Path(file.toUri()), stored);
    }
    GridFiles files = new GridFiles(DIRECT);
    Found found = new Found(files.read(stored.toString(), TestGrids.request()));
    assertThat(found.reject()).isNull();
    assertThat(found.readMode()).isEqualTo("planes");
    assertThat(found.bytesRead()).isLessThan(found.lengthBytes() / 3);
    Found local = new Found(files.read(file.toUri().toString(), TestGrids.request()));
    PlaneReaderTest.agree(found, local);
    assertThat(found.bytesRead()).isEqualTo(local.bytesRead());
  }
}
