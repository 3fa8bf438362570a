package io.github.epdi.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.epdi.structure.InputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorTest {
  /** ORCID's own examples, of which one ends with X. */
  @Test
  void readsNamesAndOrcids() {
    assertThat(Author.parse("Carberry, Josiah; 0000-0002-1825-0097"))
        .isEqualTo(new Author("Carberry", "Josiah", "0000-0002-1825-0097"));
    assertThat(Author.parse("Hawking, Stephen ; https://orcid.org/0000-0002-9079-593X").orcidUrl())
        .isEqualTo("https://orcid.org/0000-0002-9079-593X");
    assertThat(Author.parse("de la Cruz, J. M."))
        .isEqualTo(new Author("de la Cruz", "J. M.", null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Lovelace",
        "Lovelace, ",
        "Lovelace, Ada; 0000-0002-1825-0098",
        "Lovelace, Ada; 0000-0002-1825",
        "Lovelace, Ada; ",
        "Lovelace, Ada; 0000-0002-1825-0097; x"
      })
  void refusesOthers(String written) {
    assertThatThrownBy(() -> Author.parse(written))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("Cannot use author: expected ")
        .hasMessageEndingWith("found \"" + written + "\"");
  }

  @Test
  void anImprintSaysWhatIsWrong() {
    List<Author> authors = List.of(Author.parse("Lovelace, Ada"));
    assertThatThrownBy(() -> DataLicence.of("proprietary"))
        .hasMessageStartingWith("Cannot use licence: expected one of [CC0-1.0, CC-BY-4.0")
        .hasMessageEndingWith("found proprietary");
    assertThatThrownBy(() -> new Imprint("a\nb", authors, DataLicence.MIT, null, null))
        .hasMessageStartingWith("Cannot use title: expected one line");
    assertThatThrownBy(() -> new Imprint("a", List.of(), DataLicence.MIT, null, null))
        .hasMessage("Cannot publish results: expected an author, found none");
    assertThatThrownBy(() -> new Imprint("a", authors, DataLicence.MIT, "javascript:x", null))
        .hasMessageStartingWith("Cannot use url: expected an address");
  }
}
