package io.tokenrevocation.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A row of Cognito's contract, from {@code contract-rows.txt}.
 *
 * @param section such as {@code 1.4 RevokeToken: errors}
 * @param name what tells it from the others of its section
 * @param text what it says, in short
 * @param uncovered why no test covers it; empty if one does
 */
record ContractRow(String section, String name, String text, String uncovered) {

  static List<ContractRow> all() {
    var rows = new ArrayList<ContractRow>();
    var section = "";
    for (var line : lines()) {
      if (line.startsWith("## ")) {
        section = line.substring("## ".length());
      } else {
        var named = line.split(": ", 2);
        var explained = named[1].split(" -- ", 2);
        rows.add(
            new ContractRow(
                section, named[0], explained[0], explained.length > 1 ? explained[1] : ""));
      }
    }
    return rows;
  }

  /** As tests name it. */
  String id() {
    return section.split(" ", 2)[0] + " " + name;
  }

  private static List<String> lines() {
    try (var stream = ContractRow.class.getResourceAsStream("/contract-rows.txt")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
