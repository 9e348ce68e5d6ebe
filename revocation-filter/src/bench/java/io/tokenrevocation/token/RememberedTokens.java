package io.tokenrevocation.token;

import static io.tokenrevocation.TestTokens.NOW;

import io.tokenrevocation.TokenUse;
import io.tokenrevocation.index.RevocationIndex;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * What a remembered token costs in heap, by the heap's own account and by that of the memory, which
 * must stay within its bound.
 */
public final class RememberedTokens {

  private static final int COUNT = 2_000;
  private static final int MANY = 50;
  private static final int ROOM = 1_000_000_000;
  private static final Set<TokenUse> ACCESS = Set.of(TokenUse.ACCESS);

  private RememberedTokens() {}

  /** Makes a table with a row for each kind of token; fails where less is counted than is taken. */
  public static String table() {
    Map<String, Supplier<TestJwts>> kinds = new LinkedHashMap<>();
    kinds.put("as Cognito makes it", RememberedTokens::usual);
    kinds.put("with 50 groups of its own", () -> usual().claim("cognito:groups", words("group-")));
    kinds.put(
        "with 50 scopes of its own",
        () -> usual().claim("scope", String.join(" ", words("https://api.example/"))));
    kinds.put("with a name of 2,000 Cyrillic letters", () -> named("\u0416".repeat(2_000)));
    kinds.put(
        "with a name of 4,000 letters, one Cyrillic", () -> named("\u0416" + "a".repeat(3_999)));
    var unused = row("first", RememberedTokens::usual); // loads what the measuring itself takes
    var table =
        new StringBuilder(
            "| a remembered token | characters | bytes of heap | bytes counted |\n"
                + "| --- | --- | --- | --- |\n");
    kinds.forEach((what, kind) -> table.append(row(what, kind)));
    return table.toString();
  }

  private static String row(String what, Supplier<TestJwts> kind) {
    var tokens = IntStream.range(0, COUNT).mapToObj(any -> kind.get().compact()).toList();
    var index = new RevocationIndex(1);
    var empty = used();
    var verifier =
        new RememberingVerifier<>(
            new TokenVerifier(TestKeys.source(), () -> NOW, Duration.ZERO),
            ROOM,
            index::prepare,
            index::readAhead);
    var before = used();
    tokens.forEach(token -> verifier.verify(RememberingVerifier.SCHEME + token, ACCESS));
    var counted = verifier.bytes() / COUNT;
    var places =
        (before - empty) * counted / ROOM; // made at the start, for as many as there is room
    var heap = (used() - before) / COUNT + places;
    if (heap > counted) {
      throw new IllegalStateException(what + ": " + heap + " bytes, counted as " + counted);
    }
    return String.format(
        Locale.ROOT, "| %s | %,d | %,d | %,d |%n", what, tokens.get(0).length(), heap, counted);
  }

  private static TestJwts usual() {
    return named(UUID.randomUUID().toString());
  }

  private static TestJwts named(String name) {
    var family = UUID.randomUUID().toString();
    return TestJwts.accessToken()
        .claim("sub", UUID.randomUUID().toString())
        .claim("username", name)
        .claim("cognito:groups", List.of("staff", "eu-central-1_Example_Google"))
        .claim("scope", "aws.cognito.signin.user.admin openid email")
        .claim("origin_jti", family)
        .claim("event_id", family)
        .claim("jti", UUID.randomUUID().toString());
  }

  private static List<String> words(String prefix) {
    return IntStream.range(0, MANY).mapToObj(any -> prefix + UUID.randomUUID()).toList();
  }

  private static long used() {
    var runtime = Runtime.getRuntime();
    for (var i = 0; i < 3; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
