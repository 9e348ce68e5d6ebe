package io.tokenrevocation.rest.cognito;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a value of a member must satisfy. */
sealed interface Constraint {

  /** What a value breaks, in words that follow "Member must". */
  List<String> brokenBy(String value);

  /** How a message names the value, with a space in front; empty if it may be a secret. */
  String shows(String value);

  /** The text of something that may be a secret; the whole of it must match. */
  record Text(Pattern pattern, int least, int most) implements Constraint {

    @Override
    public List<String> brokenBy(String value) {
      var broken = new ArrayList<String>();
      if (!pattern.matcher(value).matches()) {
        broken.add("satisfy regular expression pattern: " + pattern);
      }
      if (value.length() < least) {
        broken.add("have length greater than or equal to " + least);
      }
      if (value.length() > most) {
        broken.add("have length less than or equal to " + most);
      }
      return broken;
    }

    @Override
    public String shows(String value) {
      return "";
    }
  }

  /** What is not a secret. */
  record Shown(Constraint hidden) implements Constraint {

    @Override
    public List<String> brokenBy(String value) {
      return hidden.brokenBy(value);
    }

    @Override
    public String shows(String value) {
      return " '" + value + "'";
    }
  }

  /** One of a set of words. */
  record OneOf(List<String> words) implements Constraint {

    @Override
    public List<String> brokenBy(String value) {
      return words.contains(value) ? List.of() : List.of("satisfy enum value set: " + words);
    }

    @Override
    public String shows(String value) {
      return " '" + value + "'";
    }
  }
}
