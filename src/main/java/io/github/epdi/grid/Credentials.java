package io.github.epdi.grid;

import io.github.epdi.structure.InputException;
import java.util.regex.Pattern;

/**
 * Recognises credentials in the addresses of files, so that such addresses can be refused, and
 * hides them in messages.
 */
public final class Credentials {
  private static final String SCHEME = "[A-Za-z][A-Za-z0-9+.-]+://";

  /**
   * Matches user info before an at sign, or a colon without a port behind it. A secret key may
   * contain slashes, and then its at sign is outside of what a parser takes for the authority.
   * Addresses of buckets have no ports, so any colon in them is suspect.
   */
  private static final Pattern IN_ADDRESS =
      Pattern.compile("s3a://[^/]*:.*|" + SCHEME + "([^/]*@|[^/:@\\[]+:(?!\\d+(/|$)|/|$)).*");

  private static final Pattern SIGNATURE =
      Pattern.compile("(?i).*[?&](x-amz-[a-z-]+|sig|signature|awsaccesskeyid|token)=.*");

  private static final Pattern USER_INFO =
      Pattern.compile("(" + SCHEME + ")([^/\\s@:]*:(?!\\d+/)[^\\s@]*|[^/\\s@]*)@");

  /** Matches the names that {@code spark.redaction.regex} matches, with a value behind them. */
  private static final Pattern SETTING =
      Pattern.compile(
          "(?i)([\\w.-]*(?:secret|password|token|access[.]?key|account[.]key|encryption[.]key)"
              + "[\\w.-]*=)\\S+");

  private Credentials() {}

  /** Tells whether an address carries a user, a key or a signature. */
  public static boolean areIn(String address) {
    return IN_ADDRESS.matcher(address).matches() || SIGNATURE.matcher(address).matches();
  }

  /**
   * Returns an address as it is if it carries no credentials.
   *
   * @param setting what the address was given by, for the message
   * @throws InputException if there are some, which are not repeated
   */
  public static String requireNone(String setting, String address) {
    if (areIn(address)) {
      throw new InputException(
          "Cannot use "
              + setting
              + " "
              + schemeOf(address)
              + ": expected none with credentials in it (configure the file system instead)");
    }
    return address;
  }

  /**
   * Returns the scheme of an address, which is all that may be repeated if it carries credentials.
   */
  public static String schemeOf(String address) {
    return address.substring(0, address.indexOf(':') + 1) + "...";
  }

  /** Returns a text in which everything that looks like credentials is replaced by asterisks. */
  public static String hidden(String text) {
    String withoutUsers = USER_INFO.matcher(text).replaceAll("$1***@");
    return SETTING.matcher(withoutUsers).replaceAll("$1***");
  }
}
