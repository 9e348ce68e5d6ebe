package io.tokenrevocation.sample;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the audit trail over the authority's own JSON API, as a user. */
record ActivityApi(Session administrator) {

  static final String PATH = "revocation/activity";

  /** Asks with names and values of parameters in turn. */
  Answer get(String path, String... parameters) {
    var query = new StringBuilder();
    for (var i = 0; i < parameters.length; i += 2) {
      query
          .append(query.isEmpty() ? "?" : "&")
          .append(parameters[i])
          .append('=')
          .append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
    }
    return administrator
        .sample()
        .get(path + query, "Authorization", "Bearer " + administrator.accessToken());
  }

  JsonObject page(String... parameters) {
    return Tokens.json(get(PATH, parameters).body());
  }

  /** The newest entries. */
  List<JsonObject> entries(String... parameters) {
    return page(parameters).getJsonArray("entries").getValuesAs(JsonObject.class);
  }

  /** All entries, page by page. */
  List<JsonObject> all(String... parameters) {
    var all = new ArrayList<JsonObject>();
    var given = new ArrayList<>(List.of(parameters));
    given.addAll(List.of("limit", "200"));
    var page = page(given.toArray(String[]::new));
    all.addAll(page.getJsonArray("entries").getValuesAs(JsonObject.class));
    while (page.containsKey("next")) {
      var next = new ArrayList<>(given);
      next.addAll(List.of("after", page.getString("next")));
      page = page(next.toArray(String[]::new));
      all.addAll(page.getJsonArray("entries").getValuesAs(JsonObject.class));
    }
    return all;
  }

  /** The lines of the export. */
  List<String> export(String... parameters) {
    return get(PATH + "/export", parameters).body().lines().toList();
  }
}
