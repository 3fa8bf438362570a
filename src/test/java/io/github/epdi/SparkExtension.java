package io.github.epdi;

import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one Spark of this JVM, as {@code SparkSession} or as {@link SparkSuite} with its
 * comparisons of data frames. Tests leave it running.
 */
public final class SparkExtension implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == SparkSession.class || type == SparkSuite.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    SparkSuite suite = SparkSuite.started();
    return parameter.getParameter().getType() == SparkSuite.class ? suite : suite.spark();
  }
}
