package io.github.epdi.grid;

import java.util.regex.Pattern;

/** Credentials where none may be: refused in addresses of files, hidden in what is said. */
public final class Credentials {
  private static final String SCHEME = "[A-Za-z][A-Za-z0-9+.-]+://";

  /**
   * User info before an at sign, or a colon that no port follows: a secret key may have slashes, so
   * that its at sign is no longer in what a parser calls the authority. Buckets have no ports.
   */
  private static final Pattern IN_ADDRESS =
      Pattern.compile("s3a://[^/]*:.*|" + SCHEME + "([^/]*@|[^/:@\\[]+:(?!\\d+(/|$)|/|$)).*");

  private static final Pattern SIGNATURE =
      Pattern.compile("(?i).*[?&](x-amz-[a-z-]+|sig|signature|awsaccesskeyid|token)=.*");

  private static final Pattern USER_INFO =
      Pattern.compile("(" + SCHEME + ")([^/\\s@:]*:(?!\\d+/)[^\\s@]*|[^/\\s@]*)@");

  /** As {@code spark.redaction.regex} has it, with a value behind it. */
  private static final Pattern SETTING =
      Pattern.compile(
          "(?i)([\\w.-]*(?:secret|password|token|access[.]?key|account[.]key|encryption[.]key)"
              + "[\\w.-]*=)\\S+");

  private Credentials() {}

  /** Whether an address carries user, key or signature. */
  public static boolean areIn(String address) {
    return IN_ADDRESS.matcher(address).matches() || SIGNATURE.matcher(address).matches();
  }

  /** An address as it may be repeated when it carries credentials: the scheme alone. */
  public static String schemeOf(String address) {
    return address.substring(0, address.indexOf(':') + 1) + "...";
  }

  /** A text with what looks like credentials in it taken out. */
  public static String hidden(String text) {
    String withoutUsers = USER_INFO.matcher(text).replaceAll("$1***@");
    return SETTING.matcher(withoutUsers).replaceAll("$1***");
  }
}
