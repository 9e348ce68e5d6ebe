package io.tokenrevocation.rest.sigv4;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The headers a signature is about.
 *
 * @param names in lower case, sorted, each once
 */
record SignedHeaders(List<String> names) {

  private static final String HOST = "host";
  private static final String TARGET = "x-amz-target";
  private static final int MOST = 64;
  private static final int LONGEST_VALUE = 8 * 1024;
  private static final Pattern NAME = Pattern.compile("[a-z0-9!#$%&'*+.^_`|~-]{1,64}");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  /** Takes an unmodifiable copy. */
  SignedHeaders {
    names = List.copyOf(names);
  }

  static SignedHeaders parse(String text) {
    var names = Arrays.asList(text.split(";", -1));
    if (names.size() > MOST
        || !names.stream().allMatch(NAME.asMatchPredicate())
        || !names.equals(names.stream().distinct().sorted().toList())) {
      throw AccessRefusedException.incomplete(
          "'SignedHeaders' must be names in lower case, sorted and separated by semicolons");
    }
    return new SignedHeaders(names);
  }

  /**
   * Refuses a request of which too little is signed, or something that is not there.
   *
   * <p>What must be signed is what is acted upon. Other {@code x-amz-*} headers need not be: some
   * proxies add one of their own.
   *
   * @throws AccessRefusedException if it is so
   */
  void require(RawRequest request, RequestTime time) {
    requireSigned(HOST, "'Host' or ':authority'");
    requireSigned(time.header(), time.header().equals("date") ? "'Date'" : "'X-Amz-Date'");
    if (request.has(TARGET)) {
      requireSigned(TARGET, "'X-Amz-Target'");
    }
    for (var name : names) {
      requireClear(name, request.header(name));
    }
  }

  private void requireSigned(String name, String shown) {
    if (!names.contains(name)) {
      throw AccessRefusedException.badSignature(
          shown + " must be a 'SignedHeader' in the AWS Authorization.");
    }
  }

  /** Whoever reads a header that is there twice may read the one or the other. */
  private static void requireClear(String name, List<String> values) {
    if (values.isEmpty() && !name.equals(HOST)) {
      throw AccessRefusedException.incomplete(
          "'" + name + "' is named as a SignedHeader, but it does not exist in the HTTP request.");
    }
    if (values.stream().distinct().count() > 1
        || values.stream().mapToInt(String::length).sum() > LONGEST_VALUE) {
      throw AccessRefusedException.incomplete("'" + name + "' is there twice, or is too long.");
    }
  }

  /** A line for each header, with this host in place of the request's. */
  String canonical(RawRequest request, String host) {
    return names.stream()
        .map(name -> line(name, name.equals(HOST) ? List.of(host) : request.header(name)))
        .collect(Collectors.joining());
  }

  private static String line(String name, List<String> values) {
    return values.stream()
        .map(value -> SPACES.matcher(value.strip()).replaceAll(" "))
        .collect(Collectors.joining(",", name + ":", "\n"));
  }

  /** The names as they are signed. */
  String text() {
    return String.join(";", names);
  }
}
