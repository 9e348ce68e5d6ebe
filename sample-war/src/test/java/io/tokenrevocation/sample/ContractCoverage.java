package io.tokenrevocation.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which tests of this module cover which rows of the contract. */
final class ContractCoverage {

  private final SortedMap<String, SortedSet<String>> tests = new TreeMap<>();

  private ContractCoverage() {}

  /** Reads the annotations and the cases of all compiled tests. */
  static ContractCoverage read() {
    var coverage = new ContractCoverage();
    classes().forEach(coverage::add);
    return coverage;
  }

  /** The rows that tests claim to cover. */
  SortedSet<String> rows() {
    return new TreeSet<>(tests.keySet());
  }

  /** The tests of a row; may be empty. */
  SortedSet<String> of(ContractRow row) {
    return tests.getOrDefault(row.id(), new TreeSet<>());
  }

  /** A table for each section, in Markdown. */
  String table(List<ContractRow> rows) {
    var table = new StringBuilder();
    var section = "";
    for (var row : rows) {
      if (!row.section().equals(section)) {
        section = row.section();
        table.append("\n## ").append(section).append("\n\n| Row | | Test |\n| --- | --- | --- |\n");
      }
      var covered =
          of(row).stream().map(test -> "`" + test + "`").collect(Collectors.joining(", "));
      var last = covered.isEmpty() ? "not covered: " + row.uncovered() : covered;
      var cells = List.of(row.name(), escape(row.text()), last);
      table.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
    }
    return table.toString();
  }

  private static String escape(String text) {
    return text.replace("<", "&lt;");
  }

  private void add(Class<?> tested) {
    add(tested, tested.getSimpleName());
    for (var method : tested.getDeclaredMethods()) {
      add(method, tested.getSimpleName() + "." + method.getName());
      if (method.getReturnType() == ContractCase[].class && method.getParameterCount() == 0) {
        cases(method).forEach(each -> cover(each.row(), tested.getSimpleName()));
      }
    }
  }

  private static Stream<ContractCase> cases(Method table) {
    try {
      return Stream.of((ContractCase[]) table.invoke(null));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(table.getName(), e);
    }
  }

  private void cover(String row, String test) {
    tests.computeIfAbsent(row, each -> new TreeSet<>()).add(test);
  }

  private void add(AnnotatedElement element, String name) {
    var contract = element.getAnnotation(Contract.class);
    if (contract != null) {
      for (var row : contract.value()) {
        cover(row, name);
      }
    }
  }

  private static Stream<Class<?>> classes() {
    var own = ContractCoverage.class;
    try (var files = Files.list(directory(own))) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.matches(".*(IT|Test)\\.class"))
          .map(name -> own.getPackageName() + "." + name.replace(".class", ""))
          .<Class<?>>map(ContractCoverage::load)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path directory(Class<?> own) {
    try {
      var root = Path.of(own.getProtectionDomain().getCodeSource().getLocation().toURI());
      return root.resolve(own.getPackageName().replace('.', '/'));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, ContractCoverage.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
