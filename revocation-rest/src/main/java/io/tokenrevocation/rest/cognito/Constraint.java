package io.tokenrevocation.rest.cognito;

import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the service model says about a value: its type, and what it must satisfy.
 *
 * @param type reads what was sent, without what the type does not know
 * @param rules on a value that was read
 * @param members of a structure
 * @param secret whether no message may show the value
 */
record Constraint(
    UnaryOperator<JsonValue> type, List<Rule> rules, List<Member> members, boolean secret) {

  /**
   * Something a value must satisfy.
   *
   * @param words such as {@code Member must not be null}
   * @param kept whether a value does
   */
  record Rule(String words, Predicate<JsonValue> kept) {}

  /** The whole of a text must match. */
  static Constraint text(Pattern pattern, int least, int most) {
    var rules = new ArrayList<Rule>();
    rules.add(
        new Rule(
            "Member must satisfy regular expression pattern: " + pattern,
            value -> pattern.matcher(JsonTypes.string(value)).matches()));
    rules.addAll(length(least, most));
    return text(rules);
  }

  static Constraint text(int least, int most) {
    return text(length(least, most));
  }

  static Constraint oneOf(List<String> words) {
    return text(
        List.of(
            new Rule(
                "Member must satisfy enum value set: " + words,
                value -> words.contains(JsonTypes.string(value)))));
  }

  static Constraint whole(long least, long most) {
    return new Constraint(
        value -> JsonTypes.JSON.createValue(JsonTypes.whole(value)),
        List.of(
            new Rule(
                "Member must have value greater than or equal to " + least,
                value -> JsonTypes.whole(value) >= least),
            new Rule(
                "Member must have value less than or equal to " + most,
                value -> JsonTypes.whole(value) <= most)),
        List.of(),
        false);
  }

  static Constraint flag() {
    return new Constraint(
        value -> JsonTypes.flag(value) ? JsonValue.TRUE : JsonValue.FALSE,
        List.of(),
        List.of(),
        false);
  }

  static Constraint list(int most, Constraint item) {
    return new Constraint(
        value -> {
          var items = JsonTypes.JSON.createArrayBuilder();
          JsonTypes.list(value).forEach(each -> items.add(item.type.apply(each)));
          return items.build();
        },
        List.of(
            new Rule(
                "Member must have length less than or equal to " + most,
                value -> JsonTypes.list(value).size() <= most),
            new Rule(
                "Member must satisfy constraint: " + item.demands(),
                value -> JsonTypes.list(value).stream().allMatch(item::keeps))),
        List.of(),
        item.secret);
  }

  /** Keys and values are held to the same constraint, one on texts. */
  static Constraint map(Constraint each) {
    return new Constraint(
        value -> {
          var entries = JsonTypes.JSON.createObjectBuilder();
          JsonTypes.map(value).forEach((key, text) -> entries.add(key, each.type.apply(text)));
          return entries.build();
        },
        List.of(
            new Rule(
                "Map value must satisfy constraint: " + each.demands(),
                map -> map.asJsonObject().values().stream().allMatch(each::keeps)),
            new Rule(
                "Map keys must satisfy constraint: " + each.demands(),
                map ->
                    map.asJsonObject().keySet().stream()
                        .map(JsonTypes.JSON::createValue)
                        .allMatch(each::keeps))),
        List.of(),
        each.secret);
  }

  static Constraint structure(Member... members) {
    return new Constraint(
        value -> Member.read(List.of(members), JsonTypes.structure(value)),
        List.of(),
        List.of(members),
        false);
  }

  /** The same for a value that no message may show. */
  Constraint asSecret() {
    return new Constraint(type, rules, members, true);
  }

  /** What is demanded that a value that was read does not satisfy. */
  List<String> brokenBy(JsonValue value) {
    return rules.stream().filter(rule -> !rule.kept.test(value)).map(Rule::words).toList();
  }

  private boolean keeps(JsonValue value) {
    return brokenBy(value).isEmpty();
  }

  /** Every rule for an item of a list, whichever one is broken; the other way round, as Cognito. */
  private List<String> demands() {
    var demands = rules.stream().map(Rule::words).collect(Collectors.toList());
    Collections.reverse(demands);
    return demands;
  }

  private static Constraint text(List<Rule> rules) {
    return new Constraint(JsonTypes::text, List.copyOf(rules), List.of(), false);
  }

  private static List<Rule> length(int least, int most) {
    return List.of(
        new Rule(
            "Member must have length greater than or equal to " + least,
            value -> JsonTypes.string(value).length() >= least),
        new Rule(
            "Member must have length less than or equal to " + most,
            value -> JsonTypes.string(value).length() <= most));
  }
}
