package io.github.epdi.runs.scan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.NoopCache$;
import org.apache.spark.sql.execution.datasources.PartitionSpec;
import org.apache.spark.sql.execution.datasources.PartitioningAwareFileIndex;
import scala.Option;
import scala.collection.immutable.Map$;
import scala.collection.immutable.Seq;
import scala.collection.mutable.LinkedHashMap;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The files that a scan reads. Their lengths are those that were written down when they were
 * committed, so that storage is not asked before the files are opened. Names of folders are no
 * columns.
 */
final class RunFileIndex extends PartitioningAwareFileIndex {
  private static final int REPLICATION = 1;

  private final List<FileStatus> files;
  private final HiddenRows hidden;
  private final Map<Path, Set<String>> hiddenValues = new HashMap<>();

  RunFileIndex(SparkSession spark, List<RunFile> all, HiddenRows hidden) {
    super(spark, Map$.MODULE$.empty(), Option.empty(), NoopCache$.MODULE$);
    this.hidden = hidden;
    List<RunFile> shown =
        all.stream().filter(file -> !hidden.wholeRuns().contains(file.runId())).toList();
    this.files = shown.stream().map(RunFileIndex::status).toList();
    for (RunFile file : shown) {
      Set<String> values = hidden.values().get(file.runId());
      if (values != null) {
        hiddenValues.put(file.path(), values);
      }
    }
  }

  private static FileStatus status(RunFile file) {
    return new FileStatus(file.bytes(), false, REPLICATION, file.bytes(), 0, file.path());
  }

  /** Tells whether some of the files have rows that are hidden. */
  boolean hidesRows() {
    return !hiddenValues.isEmpty();
  }

  /** The column whose values decide. */
  String decidingColumn() {
    return hidden.column();
  }

  /** Returns the hidden values by file, for files that have some. */
  Map<Path, Set<String>> hiddenValues() {
    return Map.copyOf(hiddenValues);
  }

  @Override
  public Seq<FileStatus> allFiles() {
    return CollectionConverters.asScala(files).toSeq();
  }

  @Override
  public Seq<Path> rootPaths() {
    return CollectionConverters.asScala(files.stream().map(FileStatus::getPath).toList()).toSeq();
  }

  @Override
  public PartitionSpec partitionSpec() {
    return PartitionSpec.emptySpec();
  }

  @Override
  public LinkedHashMap<Path, FileStatus> leafFiles() {
    LinkedHashMap<Path, FileStatus> byPath = new LinkedHashMap<>();
    files.forEach(file -> byPath.put(file.getPath(), file));
    return byPath;
  }

  @Override
  public scala.collection.immutable.Map<Path, FileStatus[]> leafDirToChildrenFiles() {
    return Map$.MODULE$.empty();
  }

  /** Does nothing, because the files do not change. */
  @Override
  public void refresh() {}
}
