package io.tokenrevocation.index;

import static io.tokenrevocation.TestTokens.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.ClientRevocation;
import io.tokenrevocation.FamilyRevocation;
import io.tokenrevocation.IssuerRevocation;
import io.tokenrevocation.Revocation;
import io.tokenrevocation.SessionRevocation;
import io.tokenrevocation.SubjectRevocation;
import io.tokenrevocation.TestTokens;
import io.tokenrevocation.TokenRevocation;
import io.tokenrevocation.VerifiedToken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Compares the index with the definition: a token is revoked if any live revocation covers it. */
class RevocationIndexPropertyTest {

  private static final int ROOMY = 1000;

  @Property(seed = "7009", tries = 300)
  void coversWhatAnyLiveRevocationCovers(
      @ForAll("revocations") List<Revocation> revocations,
      @ForAll("tokens") @Size(20) List<VerifiedToken> tokens) {
    var index = new RevocationIndex(ROOMY);
    index.apply(revocations, NOW);
    assertThat(tokens)
        .allSatisfy(
            token -> assertThat(index.covers(token)).isEqualTo(anyLive(revocations, NOW, token)));
  }

  @Property(seed = "7662", tries = 300)
  void coversTheSameWhateverTheOrderRepetitionAndPortions(
      @ForAll("revocations") List<Revocation> revocations,
      @ForAll("tokens") @Size(20) List<VerifiedToken> tokens,
      @ForAll long shuffle) {
    var index = new RevocationIndex(ROOMY);
    index.apply(revocations, NOW);
    var other = new RevocationIndex(ROOMY);
    for (var revocation : twiceInAnyOrder(revocations, shuffle)) {
      other.apply(List.of(revocation), NOW);
    }
    assertThat(other.size()).isEqualTo(index.size());
    assertThat(tokens)
        .allSatisfy(token -> assertThat(other.covers(token)).isEqualTo(index.covers(token)));
  }

  @Property(seed = "6750", tries = 300)
  void forgetsInAPurgeNothingThatMustBeKept(
      @ForAll("revocations") List<Revocation> revocations,
      @ForAll("tokens") @Size(20) List<VerifiedToken> tokens) {
    var index = new RevocationIndex(ROOMY);
    index.apply(revocations, NOW);
    var later = NOW.plusSeconds(2);
    index.purge(later);
    assertThat(tokens)
        .filteredOn(token -> anyLive(revocations, later, token))
        .allMatch(index::covers);
    assertThat(index.size()).isEqualTo(liveKeys(revocations, later));
  }

  @Property(seed = "7519", tries = 300)
  void dropsNothingHoweverSmallItIs(
      @ForAll("revocations") List<Revocation> revocations,
      @ForAll("tokens") @Size(20) List<VerifiedToken> tokens) {
    var index = new RevocationIndex(3);
    var taken = new ArrayList<Revocation>();
    for (var revocation : revocations) {
      try {
        index.apply(List.of(revocation), NOW);
        taken.add(revocation);
      } catch (IndexFullException full) {
        assertThat(index.size()).isEqualTo(full.capacity());
      }
    }
    assertThat(tokens)
        .allSatisfy(token -> assertThat(index.covers(token)).isEqualTo(anyLive(taken, NOW, token)));
  }

  @Provide
  Arbitrary<List<Revocation>> revocations() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 5), issuers(), ids(), seconds(), seconds())
        .as(RevocationIndexPropertyTest::revocation)
        .list()
        .ofMaxSize(30);
  }

  @Provide
  Arbitrary<List<VerifiedToken>> tokens() {
    return Combinators.combine(
            issuers(), ids(), ids().injectNull(0.2), ids().injectNull(0.2), seconds())
        .as(
            (issuer, subject, tokenId, familyId, issuedAt) ->
                TestTokens.of(subject)
                    .issuer(issuer)
                    .client(familyId)
                    .ids(tokenId, familyId, tokenId)
                    .issuedAt(issuedAt)
                    .verified())
        .list();
  }

  private static Arbitrary<String> issuers() {
    return Arbitraries.of("https://a", "https://b");
  }

  private static Arbitrary<String> ids() {
    return Arbitraries.of("1", "2", "3", "4");
  }

  private static Arbitrary<Instant> seconds() {
    return Arbitraries.integers().between(-3, 4).map(NOW::plusSeconds);
  }

  private static Revocation revocation(
      int kind, String issuer, String value, Instant issuedBefore, Instant retainUntil) {
    return switch (kind) {
      case 0 -> new TokenRevocation(issuer, value, retainUntil);
      case 1 -> new FamilyRevocation(issuer, value, retainUntil);
      case 2 -> new SessionRevocation(issuer, value, retainUntil);
      case 3 -> new SubjectRevocation(issuer, value, issuedBefore, retainUntil);
      case 4 -> new ClientRevocation(issuer, value, issuedBefore, retainUntil);
      default -> new IssuerRevocation(issuer, issuedBefore, retainUntil);
    };
  }

  private static boolean anyLive(
      Collection<Revocation> revocations, Instant now, VerifiedToken token) {
    return revocations.stream()
        .filter(revocation -> revocation.retainUntil().isAfter(now))
        .anyMatch(revocation -> revocation.covers(token));
  }

  private static long liveKeys(Collection<Revocation> revocations, Instant now) {
    return revocations.stream()
        .filter(revocation -> revocation.retainUntil().isAfter(now))
        .map(Revocation::key)
        .distinct()
        .count();
  }

  private static List<Revocation> twiceInAnyOrder(List<Revocation> revocations, long shuffle) {
    var twice = new ArrayList<Revocation>(revocations);
    twice.addAll(revocations);
    Collections.shuffle(twice, new Random(shuffle));
    return twice;
  }
}
