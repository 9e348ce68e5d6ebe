package io.tokenrevocation.pool;

import static io.tokenrevocation.pool.TestAuthority.FOREIGN;
import static io.tokenrevocation.pool.TestAuthority.ISSUER;
import static io.tokenrevocation.pool.TestAuthority.NOTE;
import static io.tokenrevocation.pool.TestAuthority.POOL;
import static io.tokenrevocation.pool.TestAuthority.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.RevocationKey;
import io.tokenrevocation.RevocationKey.Kind;
import io.tokenrevocation.jpa.TestDatabase;
import io.tokenrevocation.mint.Vault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What each act leaves in the audit trail, and what leaves nothing. */
class AuditTrailTest {

  private static final TestAuthority AUTHORITY = new TestAuthority();
  private static final AuditQuery ALL =
      new AuditQuery(Set.of(), Optional.empty(), Optional.empty(), List.of());
  private static final Vault VAULT = new Vault(new byte[Vault.KEY_LENGTH]);

  private final User alice = AUTHORITY.users.add();
  private final SubjectKey owner = TestAuthority.subject(alice);
  private final IssuedTokens tokens = AUTHORITY.signIn(alice);
  private final String family = String.valueOf(AUTHORITY.verified(tokens).familyId());
  private final AuditStore store = AUTHORITY.database.audit();
  private final AuditTrail trail = new AuditTrail(store, VAULT, System::nanoTime);
  private final long before = last();

  @AfterAll
  static void close() {
    AUTHORITY.close();
  }

  private long last() {
    return store.newest(ALL, Optional.empty(), 1).get(0).number();
  }

  private List<AuditAct> written() {
    return store.newest(ALL, Optional.empty(), 50).stream()
        .filter(entry -> entry.number() > before)
        .map(AuditEntry::act)
        .toList();
  }

  private static AuditAct act(AuditAction action, Kind kind, String value, Note note) {
    return AuditAct.of(action, POOL, new RevocationKey(kind, ISSUER, value), note);
  }

  private static void revoke(Kind kind, String issuer, String value) {
    var key = new RevocationKey(kind, issuer, value);
    done(AUTHORITY.anyRevoker.revoke(new RevocationRequest(key, Optional.empty(), NOTE)));
  }

  @Nested
  class OfARevocation {

    @Test
    void saysThatItEndedOneSession() {
      done(AUTHORITY.revoker.revoke(AUTHORITY.web, tokens.refreshToken().orElseThrow()));
      assertThat(written())
          .containsExactly(
              act(AuditAction.REVOKE, Kind.FAMILY, family, Note.by("client web")).ending(1L));
      assertThat(store.newest(ALL, Optional.empty(), 1).get(0).from())
          .isEqualTo(TestDatabase.CALLER.address());
    }

    @Test
    void isNotThereForOneThatChangedNothing() {
      for (var i = 0; i < 3; i++) {
        revoke(Kind.FAMILY, ISSUER, family);
        revoke(Kind.TOKEN, ISSUER, "a token of " + family);
        revoke(Kind.SESSION, FOREIGN, "a session of " + family);
      }
      assertThat(written())
          .containsExactly(
              AuditAct.of(
                  AuditAction.REVOKE,
                  null,
                  new RevocationKey(Kind.SESSION, FOREIGN, "a session of " + family),
                  NOTE),
              act(AuditAction.REVOKE, Kind.TOKEN, "a token of " + family, NOTE).ending(0L),
              act(AuditAction.REVOKE, Kind.FAMILY, family, NOTE).ending(1L));
    }

    @Test
    void saysThatNothingWasEndedThatWasSignedOutAlready() {
      AUTHORITY.signOut.everywhere(owner, NOTE);
      revoke(Kind.FAMILY, ISSUER, family);
      assertThat(written().get(0))
          .isEqualTo(act(AuditAction.REVOKE, Kind.FAMILY, family, NOTE).ending(0L));
    }

    @Test
    void countsTheSessionsOfASubjectAndOfNobodyElse() {
      AUTHORITY.signIn(alice);
      AUTHORITY.signIn(AUTHORITY.users.add());
      revoke(Kind.SUBJECT, ISSUER, alice.subject());
      assertThat(written())
          .containsExactly(act(AuditAction.REVOKE, Kind.SUBJECT, alice.subject(), NOTE).ending(2L));
    }

    @Test
    void countsThoseThatAreOlderThanTheCutOff() {
      var key = new RevocationKey(Kind.SUBJECT, ISSUER, alice.subject());
      var issuedAt = AUTHORITY.verified(tokens).issuedAt();
      for (var cutOff : List.of(issuedAt, issuedAt.plusSeconds(1))) {
        done(AUTHORITY.anyRevoker.revoke(new RevocationRequest(key, Optional.of(cutOff), NOTE)));
      }
      assertThat(written())
          .containsExactly(
              AuditAct.of(AuditAction.REVOKE, POOL, key, NOTE).ending(1L),
              AuditAct.of(AuditAction.REVOKE, POOL, key, NOTE).ending(0L));
    }

    @Test
    void countsTheSessionsOfAWholeClient() {
      var id = "c" + UUID.randomUUID().toString().replace("-", "");
      AUTHORITY.clients.register(POOL, id, null, Set.of(AuthFlow.USER_PASSWORD));
      var client = AUTHORITY.clients.find(id).orElseThrow();
      AUTHORITY.signIn(client, alice);
      AUTHORITY.signIn(client, AUTHORITY.users.add());
      revoke(Kind.CLIENT, ISSUER, id);
      assertThat(written().get(0))
          .isEqualTo(act(AuditAction.REVOKE, Kind.CLIENT, id, NOTE).ending(2L));
    }
  }

  @Nested
  class OfASignOut {

    @Test
    void countsItsSessions() {
      AUTHORITY.signIn(alice);
      AUTHORITY.signOut.everywhere(owner, NOTE);
      AUTHORITY.signOut.everywhere(owner, NOTE);
      var act = act(AuditAction.SIGN_OUT, Kind.SUBJECT, alice.subject(), NOTE);
      assertThat(written()).containsExactly(act.ending(0L), act.ending(2L));
    }

    @Test
    void saysThatAUserDidItThemselves() {
      var live = done(AUTHORITY.liveSessions.of(AUTHORITY.verified(tokens)));
      done(AUTHORITY.signOut.everywhere(live));
      assertThat(written())
          .extracting(AuditAct::note)
          .containsExactly(Note.by("user " + alice.subject()));
    }

    @Test
    void isOneForADisabledUserHoweverOftenTheyCome() {
      AUTHORITY.users.disable(alice);
      for (var i = 0; i < 3; i++) {
        AUTHORITY.refresh(tokens);
      }
      var note = new Note("authority", "the user is disabled");
      assertThat(written())
          .containsExactly(
              act(AuditAction.SIGN_OUT, Kind.SUBJECT, alice.subject(), note).ending(1L));
    }
  }

  @Nested
  class OfReuse {

    private final AppClient rotating = rotating();
    private final IssuedTokens first = AUTHORITY.signIn(rotating, alice);
    private final String used = first.refreshToken().orElseThrow();
    private final String id = String.valueOf(AUTHORITY.verified(first).familyId());
    private final Note note = new Note("client " + rotating.id(), "refresh token reuse");

    OfReuse() {
      done(AUTHORITY.refresh.refresh(rotating, used));
    }

    private AppClient rotating() {
      var settings =
          new ClientSettings(
              AUTHORITY.web.flows(), true, TokenValidity.DEFAULT, Duration.ZERO, false, "{}");
      var name = "c" + UUID.randomUUID().toString().replace("-", "");
      return AUTHORITY.clients.add(POOL, name, name, null, settings, NOTE).orElseThrow();
    }

    private List<AuditAct> reuses() {
      return written().stream().filter(act -> act.action().equals("reuse")).toList();
    }

    @Test
    void isWrittenOnceHoweverOftenTheTokenIsSent() {
      for (var i = 0; i < 3; i++) {
        AUTHORITY.refresh.refresh(rotating, used);
      }
      assertThat(reuses())
          .containsExactly(act(AuditAction.REUSE, Kind.FAMILY, id, note).ending(0L));
    }

    @Test
    void saysThatTheSessionWasEndedWhereItIs() {
      AUTHORITY.strictRefresh.refresh(rotating, used);
      AUTHORITY.strictRefresh.refresh(rotating, used);
      assertThat(reuses())
          .containsExactly(act(AuditAction.REUSE, Kind.FAMILY, id, note).ending(1L));
    }
  }

  @Nested
  class OfAnAppClient {

    private final ClientAdministration administration =
        new ClientAdministration(AUTHORITY.clients, AUTHORITY.database.clients(), VAULT, trail);

    @Test
    void isThereForEachThingThatIsDoneToIt() {
      var settings = ClientSettings.registered(Set.of(AuthFlow.USER_PASSWORD));
      var secret = administration.newSecret();
      var client = administration.create(POOL, "mine", secret, settings, NOTE);
      AUTHORITY.signIn(client, alice);
      administration.update(POOL, client.id(), "yours", settings, NOTE);
      administration.update("elsewhere", client.id(), "yours", settings, NOTE);
      assertThat(administration.tellSecret(client, NOTE)).contains(secret);
      AUTHORITY.deletion.delete(POOL, client.id(), NOTE);
      AUTHORITY.deletion.delete(POOL, client.id(), NOTE);
      assertThat(written())
          .containsExactly(
              act(AuditAction.CLIENT_DELETED, Kind.CLIENT, client.id(), NOTE).ending(1L),
              AuditAct.ofClient(AuditAction.SECRET_SHOWN, POOL, client.id(), NOTE),
              AuditAct.ofClient(AuditAction.CLIENT_CHANGED, POOL, client.id(), NOTE),
              AuditAct.ofClient(AuditAction.CLIENT_CREATED, POOL, client.id(), NOTE));
    }

    @Test
    void isNotThereWhereThereIsNoSecretToTell() {
      var settings = ClientSettings.registered(Set.of());
      var client = administration.create(POOL, "open", null, settings, NOTE);
      assertThat(administration.tellSecret(client, NOTE)).isEmpty();
      assertThat(written()).hasSize(1);
    }
  }

  @Nested
  class OfSigningKeys {

    @Test
    void namesThemAndIsThereOnceHoweverOftenItIsAskedFor() {
      var next = done(AUTHORITY.rotation.rotate(POOL, NOTE));
      done(AUTHORITY.rotation.rotate(POOL, NOTE));
      var stolen = next.get(0).keyId();
      done(AUTHORITY.rotation.replace(POOL, Set.of(stolen), NOTE));
      done(AUTHORITY.rotation.replace(POOL, Set.of(stolen), NOTE));
      assertThat(written())
          .extracting(AuditAct::action)
          .containsExactly("keys-replaced", "keys-rotated");
      assertThat(written().get(0).target()).isEqualTo(new AuditAct.Target("", "keys", stolen));
      assertThat(written()).extracting(AuditAct::note).containsOnly(NOTE);
    }
  }

  @Nested
  class Pages {

    @Test
    void goOnWhereTheLastOneEnded() {
      AUTHORITY.signOut.everywhere(owner, NOTE);
      var query =
          new AuditQuery(
              Set.of(POOL),
              Optional.empty(),
              Optional.empty(),
              List.of(new AuditQuery.Condition(AuditQuery.Field.ABOUT, Set.of(alice.subject()))));
      AUTHORITY.signOut.everywhere(owner, NOTE);
      AUTHORITY.signOut.everywhere(owner, NOTE);
      var first = trail.page(query, 2, null).orElseThrow();
      AUTHORITY.signOut.everywhere(owner, NOTE);
      var second = trail.page(query, 2, first.next().orElseThrow()).orElseThrow();
      assertThat(first.entries()).hasSize(2);
      assertThat(second.entries()).hasSize(1).doesNotContainAnyElementsOf(first.entries());
      assertThat(second.next()).isEmpty();
    }

    @Test
    void areNotReadFromWhatIsNoTokenOfThem() {
      assertThat(trail.page(ALL, 2, "nonsense")).isEmpty();
      var other = VAULT.seal("page of the clients of " + POOL, Instant.EPOCH + " 1");
      assertThat(trail.page(ALL, 2, other)).isEmpty();
    }
  }
}
