package io.github.epdi.cli;

import io.github.epdi.report.DetailChoice;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of materials, or the word for all of them. */
final class CountOrAll implements ITypeConverter<Integer> {
  private static final String WORD = "all";

  @Override
  public Integer convert(String value) {
    if (value.equals(WORD)) {
      return DetailChoice.ALL;
    }
    try {
      return Integer.valueOf(value);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("expected a whole number or all, found '" + value + "'");
    }
  }
}
