package io.tokenrevocation.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The table of profiles in README.md")
class ProfilesTableTest {

  private static final Path README = Path.of("..", "README.md");

  @Test
  void saysWhatTheCodeSays() throws IOException {
    assertThat(Files.readAllLines(README))
        .containsSubsequence(
            row("typ", profile -> sorted(profile.types().headerTypes())),
            row("access-token", profile -> profile.types().access()),
            row("id-token", profile -> profile.types().id()),
            row("audience-claims", profile -> profile.claims().audience()),
            row("client-claims", profile -> profile.claims().client()),
            row("family-claims", profile -> profile.claims().family()),
            row("session-claims", profile -> profile.claims().session()),
            row("username-claims", profile -> profile.claims().username()),
            row("groups-claims", profile -> profile.claims().groups()),
            row("scope-claims", profile -> profile.claims().scope()));
  }

  private static List<String> sorted(Collection<String> texts) {
    return texts.stream().sorted().toList();
  }

  private static String row(String key, Function<TokenProfile, List<?>> values) {
    return Arrays.stream(IssuerProfile.values())
        .map(profile -> values.apply(profile.tokens()))
        .map(ProfilesTableTest::cell)
        .collect(Collectors.joining(" | ", "| `" + key + "` | ", " |"));
  }

  private static String cell(List<?> values) {
    return values.isEmpty()
        ? "`none`"
        : values.stream().map(String::valueOf).collect(Collectors.joining(", ", "`", "`"));
  }
}
