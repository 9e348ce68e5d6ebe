package io.tokenrevocation.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The examples of README.md, so that tests deploy what people copy. */
final class Readme {

  private static final Path README = Path.of("..", "README.md");

  private Readme() {}

  /** The code block under a mark such as {@code <!-- recipe: name -->}. */
  static String recipe(String name) {
    var marked =
        Pattern.compile("<!-- recipe: " + name + " -->\n```[a-z]+\n(.*?)```", Pattern.DOTALL);
    try {
      var match = marked.matcher(Files.readString(README));
      if (!match.find()) {
        throw new IllegalStateException("no recipe " + name);
      }
      return match.group(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
