package io.tokenrevocation.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.ServletContext;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The users and clients to start with, as {@code web.xml} names them. */
@ApplicationScoped
class DevelopmentValues {

  private volatile List<Entry> users = List.of();
  private volatile List<Entry> clients = List.of();
  private volatile String password = "";

  void read(ServletContext context) {
    users = entries(parameter(context, "sample.users"));
    clients = entries(parameter(context, "sample.clients"));
    password = parameter(context, "sample.password");
  }

  /** Users, each with their group if they have one. */
  List<Entry> users() {
    return users;
  }

  /** App clients, each with its secret if it has one. */
  List<Entry> clients() {
    return clients;
  }

  String password() {
    return password;
  }

  private static String parameter(ServletContext context, String name) {
    return Objects.requireNonNull(context.getInitParameter(name), name).strip();
  }

  private static List<Entry> entries(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).map(Entry::parse).toList();
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
