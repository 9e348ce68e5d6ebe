package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.settings.Setting;
import io.tokenrevocation.settings.SettingsGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The table of settings in README.md")
class SettingsTableTest {

  private static final Path README = Path.of("..", "README.md");
  private static final Pattern KEY = Pattern.compile("`(revocation\\.[^`]+)`");

  @Test
  void saysWhatTheCodeSays() throws IOException {
    assertThat(rows()).containsExactlyInAnyOrderElementsOf(expected());
  }

  @Test
  void followsTheKeysThatMayBeInitParameters() throws IOException {
    var readme = Files.readString(README);
    var from = readme.indexOf("May be init parameters");
    var sentence = readme.substring(from, readme.indexOf("All others", from));
    assertThat(KEY.matcher(sentence).results().map(match -> match.group(1)))
        .containsExactlyInAnyOrderElementsOf(
            groups().flatMap(group -> group.ofOneFilter().stream()).map(Setting::key).toList());
  }

  private static List<String> rows() throws IOException {
    return Files.readAllLines(README).stream()
        .filter(line -> line.startsWith("| `revocation."))
        .toList();
  }

  private static List<String> expected() {
    return groups().flatMap(SettingsTableTest::settings).map(SettingsTableTest::row).toList();
  }

  private static Stream<SettingsGroup> groups() {
    return ServiceLoader.load(SettingsGroup.class).stream().map(ServiceLoader.Provider::get);
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
