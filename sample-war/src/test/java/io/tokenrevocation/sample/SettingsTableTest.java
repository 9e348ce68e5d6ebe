package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.settings.Setting;
import io.tokenrevocation.settings.SettingsGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The table of settings in README.md")
class SettingsTableTest {

  private static final Path README = Path.of("..", "README.md");

  @Test
  void saysWhatTheCodeSays() throws IOException {
    assertThat(rows()).containsExactlyInAnyOrderElementsOf(expected());
  }

  private static List<String> rows() throws IOException {
    return Files.readAllLines(README).stream()
        .filter(line -> line.startsWith("| `revocation."))
        .toList();
  }

  private static List<String> expected() {
    return ServiceLoader.load(SettingsGroup.class).stream()
        .map(ServiceLoader.Provider::get)
        .flatMap(SettingsTableTest::settings)
        .map(SettingsTableTest::row)
        .toList();
  }

  private static Stream<Setting<?>> settings(SettingsGroup group) {
    var named =
        group.named().stream()
            .flatMap(
                settings -> Stream.concat(Stream.of(settings.names()), settings.each().stream()));
    return Stream.concat(group.settings().stream(), named);
  }

  private static String row(Setting<?> setting) {
    var byDefault =
        setting.defaultText() == null ? "must be set" : "`" + setting.defaultText() + "`";
    return "| `%s` | %s | %s | %s | %s |"
        .replaceFirst("%s", setting.key())
        .replaceFirst("%s", setting.shape())
        .replaceFirst("%s", byDefault)
        .replaceFirst("%s", setting.range())
        .replaceFirst("%s", setting.effect());
  }
}
