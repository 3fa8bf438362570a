package io.github.epdi.tables;

import io.github.epdi.tables.encoding.TableColumn;
import java.util.List;

/** One run, which is a row of {@link RunsTable}. */
public record RunRow(
    CampaignColumns campaign,
    ModelColumns model,
    ExecutionColumns execution,
    @TableColumn(
            name = "flags",
            meaning = "Remarks in alphabetical order; empty if there are none.")
        List<String> flags,
    AddedColumns added) {
  /** Replaces the missing columns of version 2 in rows of version 1 by nulls. */
  public RunRow {
    added = added == null ? new AddedColumns(null, null, null) : added;
  }

  /** The columns that say how the run was computed. */
  public record ExecutionColumns(
      ProgramColumns program, PeriodColumns period, CostColumns costs, PlatformColumns platform) {}

  /** The columns that say what was asked for. */
  public record CampaignColumns(
      @TableColumn(name = "campaign_name", meaning = "Name that the campaign gives itself.")
          String name,
      @TableColumn(
              name = "campaign_json",
              meaning =
                  "All effective settings of the campaign as canonical JSON, secrets redacted.")
          String json) {}

  /** The columns of the model that predicted. */
  public record ModelColumns(
      @TableColumn(name = "model_digest", meaning = "Digest of the model bundle.") String digest,
      @TableColumn(name = "members", meaning = "Members of the bundle's ensemble.") int members,
      @TableColumn(
              name = "averaged_copies",
              meaning =
                  "Turned and mirrored copies of an image that a prediction is averaged over.")
          int averagedCopies) {}

  /** The columns of the program that ran. */
  public record ProgramColumns(
      @TableColumn(name = "application_version", meaning = "Version of this program.")
          String applicationVersion,
      @TableColumn(
              name = "algorithm_version",
              meaning = "Number that is raised when the same inputs give other values.")
          int algorithmVersion) {}

  /** The columns that say when the run took place. */
  public record PeriodColumns(
      @TableColumn(
              name = "started_ms",
              unit = "ms",
              meaning = "Start of the run, milliseconds since 1970-01-01T00:00:00Z.")
          long startedMillis,
      @TableColumn(
              name = "finished_ms",
              unit = "ms",
              meaning = "End of the run's computation, milliseconds since 1970-01-01T00:00:00Z.")
          long finishedMillis) {}

  /** The columns that say how much was done. */
  public record CostColumns(
      @TableColumn(name = "grids", meaning = "Grids that were screened.") long grids,
      @TableColumn(name = "rejects", meaning = "Grids that were rejected.") long rejects,
      @TableColumn(name = "images", meaning = "Distinct images that were rendered.") long images,
      @TableColumn(
              name = "network_evaluations",
              meaning =
                  "Images that went through a network: distinct images times members times "
                      + "averaged copies, if undisturbed.")
          long networkEvaluations,
      @TableColumn(name = "bytes_read", unit = "byte", meaning = "Bytes read from storage.")
          long bytesRead) {}

  /** The columns of the machine and the software that the run was computed on. */
  public record PlatformColumns(
      @TableColumn(name = "device", meaning = "Device that predicted, for example cpu.")
          String device,
      @TableColumn(name = "spark_master", meaning = "Spark master that the run was computed on.")
          String sparkMaster,
      @TableColumn(name = "spark_version", meaning = "Version of Spark.") String sparkVersion,
      @TableColumn(name = "java_version", meaning = "Version of Java.") String javaVersion,
      @TableColumn(
              name = "operating_system",
              meaning = "Operating system and processor of the driver.")
          String operatingSystem) {}

  /** The columns that were added after version 1. All are null in rows of version 1. */
  public record AddedColumns(
      @TableColumn(
              name = "model_json",
              meaning =
                  "The model bundle's own bundle.json: image, level of theory, split, metrics.",
              nullable = true,
              since = 2)
          String modelJson,
      @TableColumn(
              name = "schema_version",
              meaning =
                  "Version of the tables that the run was written with; null before there was one:"
                      + " 1.",
              nullable = true,
              since = 2)
          Integer schemaVersion,
      @TableColumn(
              name = "failed",
              meaning =
                  "Grids among the rejects at which the program itself failed (code FAILED); null"
                      + " in runs that were written before there was that code.",
              nullable = true,
              since = 3)
          Long failed) {}
}
