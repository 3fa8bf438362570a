package io.github.epdi.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3a://AKIA:s3cr3t@bucket/a",
        "s3a://AKIA:with/slash@bucket/a",
        "s3a://AKIA:12/with-digits@bucket/a",
        "s3a://AKIA:s3cr3t",
        "s3a://AKIA@bucket/a",
        "hdfs://user:pass@namenode/a",
        "https://host/a?x=1&X-Amz-Signature=abc",
      })
  void addressesThatCarrySome(String address) {
    assertThat(Credentials.areIn(address)).isTrue();
    assertThat(Credentials.schemeOf(address)).doesNotContain("s3cr3t").endsWith(":...");
    assertThatThrownBy(
            () -> new GridFiles(new Configuration()).read(address, GridFixture.BOTH_SIDES))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(
            "Cannot read "
                + Credentials.schemeOf(address)
                + ": expected a path without credentials in it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3a://bucket/a@b:c",
        "hdfs://namenode:8020/a@b",
        "hdfs://namenode:8020",
        "hdfs://[::1]:8020/a",
        "hdfs:/a/b",
        "hdfs:///a:b",
        "file:/home/me@host/LOCPOT",
        "file:///C:/grids",
        "runs/MoS2:1@2/LOCPOT",
      })
  void addressesThatDoNot(String address) {
    assertThat(Credentials.areIn(address)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Cannot read s3a://AKIA:a/b@bucket/x: gone     | Cannot read s3a://***@bucket/x: gone
          Cannot read s3a://bucket/x: mail me@here.org  | Cannot read s3a://bucket/x: mail me@here.org
          bad --conf spark.hadoop.fs.s3a.secret.key=abc | bad --conf spark.hadoop.fs.s3a.secret.key=***
          fs.azure.account.key.me.core=abc, and more    | fs.azure.account.key.me.core=*** and more
          Unexpected token: one of [a]                  | Unexpected token: one of [a]
          """)
  void textsLoseThem(String text, String said) {
    assertThat(Credentials.hidden(text)).isEqualTo(said);
  }

  @Test
  void harmlessTextsStay() {
    String text = "Cannot list hdfs://namenode:8020/a@b: expected a file, found none";
    assertThat(Credentials.hidden(text)).isEqualTo(text);
  }
}
