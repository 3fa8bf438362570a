package io.github.epdi.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.Test;

class HdfsTest extends GridFixture {
  @Test
  void readsFromHdfs() throws IOException {
    Configuration configuration = new Configuration();
    configuration.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.resolve("dfs").toString());
    try (MiniDFSCluster cluster =
        new MiniDFSCluster.Builder(configuration).numDataNodes(1).build()) {
      FileSystem hdfs = cluster.getFileSystem();
      Path path = new Path(hdfs.getUri().toString(), "/grids/MoS2/LOCPOT.gz");
      byte[] stored = TestEncoding.GZIP.encode(GRIDS.locpot().getBytes(StandardCharsets.UTF_8));
      try (OutputStream out = hdfs.create(path)) {
        out.write(stored);
      }
      GridFiles files = new GridFiles(configuration);
      Found found = new Found(files.read(path.toString(), BOTH_SIDES));
      Found local = read(stored, BOTH_SIDES);
      assertThat(found.reject()).isNull();
      assertThat(found.statistics()).isEqualTo(local.statistics());
      assertThat(found.vacuum()).isEqualTo(local.vacuum());
      assertThat(found.lengthBytes()).isEqualTo(stored.length);
      assertThat(found.modifiedMillis()).isEqualTo(hdfs.getFileStatus(path).getModificationTime());
      Path plain = new Path(path.getParent(), "LOCPOT");
      try (OutputStream out = hdfs.create(plain)) {
        out.write(GRIDS.locpot().getBytes(StandardCharsets.UTF_8));
      }
      Found planes = new Found(files.read(plain.toString(), PlaneReaderTest.PLANES));
      assertThat(planes.readMode()).isEqualTo("planes");
      PlaneReaderTest.agree(planes, read(GRIDS.locpot(), PlaneReaderTest.WHOLE));
      Path hdf5 = new Path(path.getParent(), "vaspout.h5");
      hdfs.copyFromLocalFile(new Path("src/test/resources/hdf5/vaspout.h5"), hdf5);
      Found stored5 = new Found(files.read(hdf5.toString(), BOTH_SIDES));
      assertThat(stored5.reject()).isNull();
      assertThat(stored5.readMode()).isEqualTo("planes");
      PlaneReaderTest.agree(
          stored5,
          new Found(files.read("file://" + VaspoutTest.AS_VASP.toAbsolutePath(), BOTH_SIDES)));
      String missing = path + "x";
      assertThatThrownBy(() -> files.read(missing, BOTH_SIDES))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessage("Cannot read " + missing + ": expected a grid file, found nothing there");
    }
  }
}
