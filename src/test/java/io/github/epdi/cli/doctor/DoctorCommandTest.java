package io.github.epdi.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.model.torch.Bfloat16;
import io.github.epdi.model.torch.Precision;
import io.github.epdi.screening.campaign.Campaign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.package$;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each check alone; the packaged program's integration test starts Spark and natives. */
class DoctorCommandTest {
  @TempDir Path folder;

  private final StorageChecks storage = new StorageChecks(new Configuration());

  private static void assertFinding(Finding finding, Finding.Status status, String found) {
    assertThat(finding.found()).contains(found);
    assertThat(finding.status()).isEqualTo(status);
    assertThat(finding.advice().isEmpty()).isEqualTo(status == Finding.Status.OK);
  }

  @Test
  void javaIsToBeSeventeen() {
    assertFinding(JavaChecks.version(17), Finding.Status.OK, "");
    assertFinding(JavaChecks.version(11), Finding.Status.FAIL, "expected 17");
    assertFinding(JavaChecks.version(21), Finding.Status.WARN, "tested with 17 only");
  }

  @Test
  void aSmallHeapIsAWarning() {
    assertFinding(JavaChecks.heap(2L << 30), Finding.Status.OK, "2.0 GiB");
    assertFinding(JavaChecks.heap(256L << 20), Finding.Status.WARN, "0.3 GiB");
  }

  @Test
  void anArchiveThatJavaDidNotTakeIsNamed() throws IOException {
    Path archive = Files.writeString(folder.resolve("epdi-screen.jsa"), "classes");
    Path maps = folder.resolve("maps");
    assertFinding(ArchiveCheck.judge(null, maps), Finding.Status.WARN, "no class-data archive");
    assertFinding(
        ArchiveCheck.judge(archive.toString(), maps), Finding.Status.OK, "cannot be seen");
    Files.writeString(maps, "7f00-7f01 r--p 00000000 00:00 1  /lib/libc.so\n");
    assertFinding(ArchiveCheck.judge(archive.toString(), maps), Finding.Status.WARN, "not used");
    Files.writeString(maps, "7f00-7f01 rw-p 00000000 00:00 1  " + archive + "\n");
    assertFinding(ArchiveCheck.judge(archive.toString(), maps), Finding.Status.OK, "in use");
  }

  @Test
  void modulesThatAreNotOpenedAreNamed() {
    assertFinding(JavaChecks.modules(List.of()), Finding.Status.OK, "opened");
    assertFinding(JavaChecks.modules(List.of("sun.nio.ch")), Finding.Status.FAIL, "sun.nio.ch");
  }

  @Test
  void bfloat16IsNotTakenForFastWhereItIsSlow() {
    assertFinding(
        TorchChecks.precision(Precision.BFLOAT16, Bfloat16.SLOW), Finding.Status.WARN, "slower");
    assertFinding(
        TorchChecks.precision(Precision.BFLOAT16, Bfloat16.FASTEST), Finding.Status.OK, "bfloat16");
    assertFinding(
        TorchChecks.precision(Precision.FLOAT32, Bfloat16.SLOW), Finding.Status.OK, "float32");
  }

  @Test
  void anInstallationOfAnotherSparkIsNamed() throws IOException {
    assertFinding(SparkChecks.home(null), Finding.Status.OK, "not set");
    Finding none = SparkChecks.home(folder.toString());
    assertFinding(none, Finding.Status.FAIL, "holds no jars/ and bin/spark-submit");

    spark("spark-core_2.12-3.5.1.jar");
    Finding old = SparkChecks.home(folder.toString());
    assertFinding(old, Finding.Status.FAIL, "is Spark 3.5, Scala 2.12");
    String ours = package$.MODULE$.SPARK_VERSION().replaceAll("^(\\d+\\.\\d+).*", "$1");
    assertThat(old.advice())
        .isEqualTo("set SPARK_HOME to Spark " + ours + " for Scala 2.13, or unset it");

    Files.delete(folder.resolve("jars/spark-core_2.12-3.5.1.jar"));
    spark("spark-core_2.13-" + ours + ".0.jar");
    assertFinding(
        SparkChecks.home(folder.toString()), Finding.Status.OK, "Spark " + ours + ", Scala 2.13");
  }

  private void spark(String core) throws IOException {
    Files.createDirectories(folder.resolve("jars"));
    Files.createDirectories(folder.resolve("bin"));
    Files.createFile(folder.resolve("jars").resolve(core));
    Path submit = folder.resolve("bin/spark-submit");
    Files.writeString(submit, "");
    assertThat(submit.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void storageIsListedAndRead() throws Exception {
    Files.writeString(folder.resolve("a"), "a");

    assertFinding(read(folder.toString()), Finding.Status.OK, "1 entries, the first file can be");
    assertFinding(read(folder.resolve("a").toString()), Finding.Status.OK, "can be read");
    assertFinding(read(folder.resolve("none").toString()), Finding.Status.FAIL, "nothing there");
    assertFinding(read("foo://x/"), Finding.Status.FAIL, "No FileSystem for scheme \"foo\"");
    assertFinding(read("hdfs://127.0.0.1:1/x"), Finding.Status.FAIL, "Connection refused");
  }

  private Finding read(String uri) throws InterruptedException {
    return storage.readable("storage", uri).answer();
  }

  @Test
  void inputsThatNameNothingAreAFailure() throws Exception {
    Files.writeString(folder.resolve("a.cube"), "a");

    assertFinding(storage.inputs(folder + "/*.cube").answer(), Finding.Status.OK, "1 files");
    assertFinding(storage.inputs(folder + "/*.xsf").answer(), Finding.Status.FAIL, "no file");
  }

  @Test
  void theProbeOfAnOutputLeavesNothing() throws Exception {
    Path output = folder.resolve("deep/er/out");

    assertFinding(storage.writable(output.toString()).answer(), Finding.Status.OK, "written");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
    Files.createDirectories(output);
    assertFinding(storage.writable(output.toString()).answer(), Finding.Status.OK, "written");
    assertThat(output).isEmptyDirectory();
    Path file = Files.writeString(folder.resolve("file"), "");
    Finding refused = storage.writable(file.resolve("out").toString()).answer();
    assertThat(refused.status()).isEqualTo(Finding.Status.FAIL);
    assertThat(refused.advice()).contains("--set output=FOLDER");
  }

  @Test
  void noCheckHangs() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    Check check =
        new Check(
            "slow",
            Duration.ofMillis(50),
            "wait",
            () -> {
              never.await();
              return Finding.ok("");
            });

    assertFinding(check.answer(), Finding.Status.FAIL, "no answer within 0 s");
  }

  @Test
  void anErrorOfALibraryIsAFailureWithItsMessage() throws Exception {
    Check check =
        new Check(
            "natives",
            Check.SHORT,
            "do this",
            () -> {
              throw new UnsatisfiedLinkError("no libtorch\nmore");
            });

    assertThat(check.answer()).isEqualTo(Finding.fail("no libtorch", "do this"));
  }

  @Test
  void aCacheThatCannotBeWrittenOrAnIdleGraphicsProcessorIsSaid() throws IOException {
    assertFinding(TorchChecks.cache(folder.resolve("new")), Finding.Status.OK, "unpacked at first");
    assertFinding(TorchChecks.graphics(0, false), Finding.Status.OK, "none");
    assertFinding(TorchChecks.graphics(0, true), Finding.Status.WARN, "for the processor");
    assertFinding(TorchChecks.graphics(2, true), Finding.Status.OK, "2 usable");
  }

  @Test
  void aCampaignsDeviceThatIsNotHereIsSaid() {
    assertFinding(
        TorchChecks.device(Campaign.DeviceChoice.GPU, 0), Finding.Status.WARN, "can use none here");
    assertFinding(TorchChecks.device(Campaign.DeviceChoice.GPU, 1), Finding.Status.OK, "on gpu");
    assertFinding(TorchChecks.device(Campaign.DeviceChoice.AUTO, 1), Finding.Status.OK, "on gpu");
    assertFinding(TorchChecks.device(Campaign.DeviceChoice.AUTO, 0), Finding.Status.OK, "on cpu");
    assertFinding(TorchChecks.device(Campaign.DeviceChoice.CPU, 1), Finding.Status.OK, "on cpu");
  }
}
