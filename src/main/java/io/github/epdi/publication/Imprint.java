package io.github.epdi.publication;

import io.github.epdi.structure.InputException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.List;

/**
 * What a publisher says of a data set, and nobody else can know.
 *
 * @param title its title
 * @param authors at least one
 * @param licence its licence
 * @param url the page where it will be found; null if that is not known yet
 * @param date the day of publication; null for that on which the newest run ended
 */
public record Imprint(
    String title, List<Author> authors, DataLicence licence, String url, LocalDate date) {
  /**
   * Copies the authors.
   *
   * @throws InputException if the title is blank or of several lines, nobody is an author, or the
   *     page's address is none of the web
   */
  public Imprint {
    authors = List.copyOf(authors);
    if (title.isBlank() || title.codePoints().anyMatch(Character::isISOControl)) {
      throw new InputException(
          "Cannot use title: expected one line of text, found \"" + title + "\"");
    }
    if (authors.isEmpty()) {
      throw new InputException("Cannot publish results: expected an author, found none");
    }
    if (url != null && !isOfTheWeb(url)) {
      throw new InputException(
          "Cannot use url: expected an address such as https://example.org/data, found " + url);
    }
  }

  private static boolean isOfTheWeb(String url) {
    try {
      URI uri = new URI(url);
      return uri.getHost() != null && List.of("https", "http").contains(uri.getScheme());
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
