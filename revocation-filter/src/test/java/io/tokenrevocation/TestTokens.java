package io.tokenrevocation;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Verified tokens with every claim a revocation can name; a test spoils one thing. */
public final class TestTokens {

  public static final String ISSUER = "https://idp.example/pool";
  public static final String CLIENT = "shop";
  public static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

  private String issuer = ISSUER;
  private String subject;
  private @Nullable String clientId = CLIENT;
  private Set<String> audience = Set.of(CLIENT);
  private VerifiedToken.Ids ids = new VerifiedToken.Ids("token", "family", "session");
  private Instant issuedAt = NOW;
  private TokenUse use = TokenUse.ACCESS;
  private Set<String> groups = Set.of("staff");
  private Set<String> scopes = Set.of("read");

  private TestTokens(String subject) {
    this.subject = subject;
  }

  public static TestTokens of(String subject) {
    return new TestTokens(subject);
  }

  public static VerifiedToken valid() {
    return of("alice").verified();
  }

  public TestTokens issuer(String value) {
    issuer = value;
    return this;
  }

  public TestTokens subject(String value) {
    subject = value;
    return this;
  }

  public TestTokens client(@Nullable String value) {
    clientId = value;
    return this;
  }

  public TestTokens audience(String... values) {
    audience = Set.of(values);
    return this;
  }

  public TestTokens ids(
      @Nullable String tokenId, @Nullable String familyId, @Nullable String sessionId) {
    ids = new VerifiedToken.Ids(tokenId, familyId, sessionId);
    return this;
  }

  public TestTokens issuedAt(Instant value) {
    issuedAt = value;
    return this;
  }

  public TestTokens use(TokenUse value) {
    use = value;
    return this;
  }

  public TestTokens groups(String... values) {
    groups = Set.of(values);
    return this;
  }

  public TestTokens scopes(String... values) {
    scopes = Set.of(values);
    return this;
  }

  public VerifiedToken verified() {
    return new VerifiedToken(
        use,
        issuer,
        subject,
        clientId,
        audience,
        subject,
        groups,
        scopes,
        ids,
        issuedAt,
        issuedAt.plusSeconds(3600));
  }
}
