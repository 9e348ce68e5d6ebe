package io.tokenrevocation.rest.sigv4;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Paths and queries in the one form in which they are signed. */
final class CanonicalUri {

  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  private static final Pattern LONE_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  private CanonicalUri() {}

  /** A path without dots and empty segments, encoded once more than it was sent. */
  static String path(String raw) {
    var segments = new ArrayDeque<String>();
    var last = "";
    for (var segment : raw.split("/", -1)) {
      last = segment;
      if (segment.equals("..")) {
        segments.pollLast();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.addLast(segment);
      }
    }
    var isDirectory = last.isEmpty() || last.equals(".") || last.equals("..");
    var path =
        segments.stream().map(segment -> "/" + encode(segment)).collect(Collectors.joining());
    return isDirectory ? path + "/" : path;
  }

  /** The parameters of a query, sorted by name, then by value. */
  static String query(String raw) {
    return Arrays.stream(raw.split("&", -1))
        .filter(parameter -> !parameter.isEmpty())
        .map(CanonicalUri::parameter)
        .sorted(Map.Entry.<String, String>comparingByKey().thenComparing(Map.Entry::getValue))
        .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
        .collect(Collectors.joining("&"));
  }

  private static Map.Entry<String, String> parameter(String raw) {
    var parts = raw.split("=", 2);
    return Map.entry(recode(parts[0]), parts.length == 2 ? recode(parts[1]) : "");
  }

  /** A plus sign stands for itself, and so does a percent sign that starts no octet. */
  private static String recode(String raw) {
    var escaped = LONE_PERCENT.matcher(raw.replace("+", "%2B")).replaceAll("%25");
    return encode(URLDecoder.decode(escaped, StandardCharsets.UTF_8));
  }

  private static String encode(String text) {
    var encoded = new StringBuilder();
    for (var octet : Sha256.utf8(text)) {
      var character = (char) (octet & 0xFF);
      if (UNRESERVED.indexOf(character) >= 0) {
        encoded.append(character);
      } else {
        encoded.append(String.format(Locale.ROOT, "%%%02X", octet));
      }
    }
    return encoded.toString();
  }
}
