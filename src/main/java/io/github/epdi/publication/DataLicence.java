package io.github.epdi.publication;

import io.github.epdi.structure.InputException;
import java.util.Arrays;
import java.util.Locale;

/**
 * The licences under which results may be published: those that the Citation File Format, Zenodo
 * and the Hugging Face hub all know by name.
 */
public enum DataLicence {
  CC0_1_0("CC0-1.0", "cc0-1.0"),
  CC_BY_4_0("CC-BY-4.0", "cc-by-4.0"),
  CC_BY_SA_4_0("CC-BY-SA-4.0", "cc-by-sa-4.0"),
  CC_BY_NC_4_0("CC-BY-NC-4.0", "cc-by-nc-4.0"),
  CC_BY_NC_SA_4_0("CC-BY-NC-SA-4.0", "cc-by-nc-sa-4.0"),
  CC_BY_NC_ND_4_0("CC-BY-NC-ND-4.0", "cc-by-nc-nd-4.0"),
  ODBL_1_0("ODbL-1.0", "odbl"),
  ODC_BY_1_0("ODC-By-1.0", "odc-by"),
  PDDL_1_0("PDDL-1.0", "pddl"),
  APACHE_2_0("Apache-2.0", "apache-2.0"),
  MIT("MIT", "mit"),
  BSD_3_CLAUSE("BSD-3-Clause", "bsd-3-clause");

  private final String spdx;
  private final String hub;

  DataLicence(String spdx, String hub) {
    this.spdx = spdx;
    this.hub = hub;
  }

  /**
   * Returns the licence of an SPDX identifier, in any case of letters.
   *
   * @throws InputException if there is none
   */
  public static DataLicence of(String identifier) {
    return Arrays.stream(values())
        .filter(licence -> licence.spdx.equalsIgnoreCase(identifier))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "Cannot use licence: expected one of "
                        + Arrays.stream(values()).map(DataLicence::spdx).toList()
                        + ", found "
                        + identifier));
  }

  /** Returns the SPDX identifier. */
  String spdx() {
    return spdx;
  }

  /** Returns the Hugging Face hub's name. */
  String hub() {
    return hub;
  }

  /** Returns Zenodo's name. */
  String zenodo() {
    return spdx.toLowerCase(Locale.ROOT);
  }

  /** Returns the address of the licence's text. */
  String url() {
    return "https://spdx.org/licenses/" + spdx;
  }
}
