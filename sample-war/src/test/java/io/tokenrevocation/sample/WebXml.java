package io.tokenrevocation.sample;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Pieces of a web.xml. */
final class WebXml {

  private static final String END = "</web-app>";

  private WebXml() {}

  /** Adds pieces at the end. */
  static UnaryOperator<String> with(String... pieces) {
    return xml -> xml.replace(END, String.join("\n", pieces) + "\n" + END);
  }

  /** Takes out context parameters. */
  static UnaryOperator<String> without(String... names) {
    var parameter =
        "<context-param>\\s*<param-name>(%s)</param-name>\\s*<param-value>[^<]*</param-value>\\s*"
            + "</context-param>";
    var pattern = Pattern.compile(parameter.replace("%s", String.join("|", names)));
    return xml -> pattern.matcher(xml).replaceAll("");
  }

  static String parameter(String name, String value) {
    return "<context-param><param-name>"
        + name
        + "</param-name><param-value>"
        + value
        + "</param-value></context-param>";
  }

  /** One piece for several settings. */
  static String parameters(Map<?, ?> settings) {
    var xml = new StringBuilder();
    settings.forEach(
        (key, value) -> xml.append(parameter(String.valueOf(key), String.valueOf(value))));
    return xml.toString();
  }

  /** Lets only a role reach what is under a pattern. */
  static String constraint(String urlPattern, String role) {
    return "<security-constraint><web-resource-collection><web-resource-name>constrained"
        + "</web-resource-name><url-pattern>"
        + urlPattern
        + "</url-pattern></web-resource-collection><auth-constraint><role-name>"
        + role
        + "</role-name></auth-constraint></security-constraint>"
        + (role.equals("**")
            ? ""
            : "<security-role><role-name>" + role + "</role-name></security-role>");
  }

  /** The filter under a name, with each pair of texts as an init parameter. */
  static String filter(String name, String... parameters) {
    var filter =
        new StringBuilder("<filter><filter-name>")
            .append(name)
            .append("</filter-name><filter-class>")
            .append("io.tokenrevocation.filter.RevocationFilter</filter-class>")
            .append("<async-supported>true</async-supported>");
    for (var i = 0; i < parameters.length; i += 2) {
      filter
          .append("<init-param><param-name>")
          .append(parameters[i])
          .append("</param-name><param-value>")
          .append(parameters[i + 1])
          .append("</param-value></init-param>");
    }
    return filter.append("</filter>").toString();
  }

  static String mapping(String name, String urlPattern, String... dispatchers) {
    return "<filter-mapping><filter-name>"
        + name
        + "</filter-name><url-pattern>"
        + urlPattern
        + "</url-pattern>"
        + Stream.of(dispatchers)
            .map(type -> "<dispatcher>" + type + "</dispatcher>")
            .collect(Collectors.joining())
        + "</filter-mapping>";
  }
}
