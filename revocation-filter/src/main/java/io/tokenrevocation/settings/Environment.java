package io.tokenrevocation.settings;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Environment variables: the key in upper case, with an underscore for each dot and dash.
 *
 * @param variables the environment
 */
record Environment(Map<String, String> variables) implements SettingSource {

  private static final String PREFIX = "REVOCATION_";

  /** What Kubernetes puts there by itself for a service whose name starts with "revocation". */
  private static final Pattern SERVICE_LINK =
      Pattern.compile(
          ".*_SERVICE_HOST|.*_SERVICE_PORT(_.*)?|.*_PORT|.*_PORT_\\d+_[A-Z]+(_(PROTO|PORT|ADDR))?");

  @Override
  public String place() {
    return "the environment";
  }

  @Override
  public @Nullable String value(String key) {
    return variables.get(nameOf(key));
  }

  @Override
  public Set<String> unknown(Set<String> knownKeys) {
    var known = knownKeys.stream().map(Environment::nameOf).collect(Collectors.toSet());
    return variables.keySet().stream()
        .filter(name -> name.startsWith(PREFIX) && !known.contains(name))
        .filter(name -> !SERVICE_LINK.matcher(name).matches())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Returns the names that are none of a variable in another spelling: some implementations of
   * MicroProfile Config list REVOCATION_DATA_SOURCE as revocation.data.source.
   */
  Set<String> notHere(Iterable<String> names) {
    return StreamSupport.stream(names.spliterator(), false)
        .filter(name -> !variables.containsKey(nameOf(name)))
        .collect(Collectors.toSet());
  }

  private static String nameOf(String key) {
    return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }
}
