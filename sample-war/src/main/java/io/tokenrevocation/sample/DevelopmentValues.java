package io.tokenrevocation.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/** The users and clients to start with, as the entries in {@code web.xml} name them. */
@ApplicationScoped
class DevelopmentValues {

  /** Users, each with their group if they have one. */
  List<Entry> users() {
    return entries("sample/users");
  }

  /** App clients, each with its secret if it has one. */
  List<Entry> clients() {
    return entries("sample/clients");
  }

  String password() {
    return entry("sample/password");
  }

  private static List<Entry> entries(String name) {
    return Arrays.stream(entry(name).split(",")).map(String::strip).map(Entry::parse).toList();
  }

  @SuppressWarnings("BanJNDI") // constant names, bound by the server
  private static String entry(String name) {
    try {
      return InitialContext.<String>doLookup("java:comp/env/" + name).strip();
    } catch (NamingException e) {
      throw new IllegalStateException("web.xml has no env-entry " + name, e);
    }
  }

  /** A name, and what stands behind it after a colon. */
  record Entry(String name, @Nullable String detail) {

    static Entry parse(String text) {
      var colon = text.indexOf(':');
      return colon < 0
          ? new Entry(text, null)
          : new Entry(text.substring(0, colon), text.substring(colon + 1));
    }
  }
}
