package io.tokenrevocation.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.FamilyRevocation;
import io.tokenrevocation.RevocationKey;
import io.tokenrevocation.SubjectRevocation;
import io.tokenrevocation.TokenUse;
import io.tokenrevocation.feed.NodeFigures;
import io.tokenrevocation.pool.AgedKey;
import io.tokenrevocation.pool.AuditAct;
import io.tokenrevocation.pool.AuditAction;
import io.tokenrevocation.pool.AuditEntry;
import io.tokenrevocation.pool.AuditPage;
import io.tokenrevocation.pool.AuditQuery;
import io.tokenrevocation.pool.Caller;
import io.tokenrevocation.pool.Effect;
import io.tokenrevocation.pool.Family;
import io.tokenrevocation.pool.LastPurge;
import io.tokenrevocation.pool.Node;
import io.tokenrevocation.pool.Note;
import io.tokenrevocation.pool.PublishedKey;
import io.tokenrevocation.pool.RecordedRevocation;
import io.tokenrevocation.pool.RefreshTokens;
import io.tokenrevocation.pool.SessionPage;
import io.tokenrevocation.pool.SubjectKey;
import io.tokenrevocation.pool.User;
import io.tokenrevocation.pool.UserSession;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The description says of each resource what the code says, and nothing else. */
class OpenApiTest {

  private static final OpenApiDescription DESCRIPTION = OpenApiDescription.read();

  /** Described here, served by something else than this application's classes. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "GET /console/session",
          "POST /console/session",
          "DELETE /console/session",
          "GET /status",
          "GET /{userPoolId}/app-clients",
          "POST /{userPoolId}/app-clients",
          "GET /{userPoolId}/app-clients/{clientId}",
          "PUT /{userPoolId}/app-clients/{clientId}",
          "DELETE /{userPoolId}/app-clients/{clientId}",
          "POST /{userPoolId}/app-clients/{clientId}/secret");

  private static final Set<String> PAGE = Set.of("limit", "after");

  /**
   * Methods that read the parameters of the query by themselves, with those that only they take.
   */
  private static final Map<String, Set<String>> READ_BY_THEMSELVES =
      Map.of(
          "GET /user-pools/{userPoolId}/users/{subject}/sessions", PAGE,
          "GET /me/sessions", PAGE,
          "GET /activity", PAGE,
          "GET /activity/counts", Set.of("buckets"),
          "GET /activity/export", Set.of());

  private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

  /** Every method of every resource class, by what a client calls it. */
  private static Map<String, Method> resources() {
    var resources = new TreeMap<String, Method>();
    for (var type : new RevocationApplication().getClasses()) {
      var root = type.getAnnotation(Path.class);
      if (root != null) {
        for (var method : type.getMethods()) {
          verb(method).ifPresent(verb -> resources.put(verb + " " + path(root, method), method));
        }
      }
    }
    return resources;
  }

  private static Optional<String> verb(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(one -> Optional.ofNullable(one.annotationType().getAnnotation(HttpMethod.class)))
        .flatMap(Optional::stream)
        .map(HttpMethod::value)
        .findFirst();
  }

  private static String path(Path root, Method method) {
    var below = method.getAnnotation(Path.class);
    return "/" + root.value() + (below == null ? "" : "/" + below.value());
  }

  private static <A extends Annotation> Set<String> parameters(
      Method method, Class<A> kind, Function<A, String> name) {
    return Arrays.stream(method.getParameters())
        .map(parameter -> Optional.ofNullable(parameter.getAnnotation(kind)))
        .flatMap(Optional::stream)
        .map(name)
        .collect(Collectors.toSet());
  }

  @Test
  void describesEveryMethodOfEveryResource() {
    assertThat(resources().keySet()).doesNotContainAnyElementsOf(ELSEWHERE);
    var described = new TreeSet<>(DESCRIPTION.operations());
    assertThat(described).containsAll(ELSEWHERE);
    described.removeAll(ELSEWHERE);
    assertThat(described).isEqualTo(resources().keySet());
  }

  @Test
  void describesTheParametersOfEachMethod() {
    assertThat(resources())
        .allSatisfy(
            (name, method) -> {
              assertThat(DESCRIPTION.parameters(name, "path"))
                  .isEqualTo(parameters(method, PathParam.class, PathParam::value));
              assertThat(DESCRIPTION.parameters(name, "query")).isEqualTo(query(name, method));
            });
  }

  private static Set<String> query(String name, Method method) {
    var others = READ_BY_THEMSELVES.get(name);
    if (others == null) {
      return parameters(method, QueryParam.class, QueryParam::value);
    }
    if (!name.startsWith("GET /activity")) {
      return others;
    }
    var conditions =
        Arrays.stream(AuditQuery.Field.values())
            .map(field -> field.name().toLowerCase(Locale.ROOT));
    return Stream.of(Stream.of("userPool", "from", "to"), conditions, others.stream())
        .flatMap(names -> names)
        .collect(Collectors.toSet());
  }

  @Test
  void describesTheMembersOfEachBody() {
    var members =
        Map.of(
            "POST /revocations", RevocationDocument.MEMBERS,
            "POST /user-pools/{userPoolId}/signing-keys", SigningKeysDocument.MEMBERS,
            "POST /user-pools/{userPoolId}/users/find", UserDocument.MEMBERS,
            "POST /user-pools/{userPoolId}/sessions/{id}/end", EndingDocument.MEMBERS,
            "POST /user-pools/{userPoolId}/users/{subject}/sign-out", EndingDocument.MEMBERS,
            "POST /user-pools/{userPoolId}/users/{subject}/end-others",
                EndingDocument.MEMBERS_WITH_KEPT,
            "POST /me/sessions/{id}/end", EndingDocument.OWN_MEMBERS,
            "POST /me/sessions/end-others", EndingDocument.OWN_MEMBERS,
            "POST /me/sign-out", EndingDocument.OWN_MEMBERS);
    assertThat(resources().keySet())
        .allSatisfy(
            name ->
                assertThat(DESCRIPTION.bodyMembers(name))
                    .isEqualTo(members.getOrDefault(name, Set.of())));
  }

  @Test
  void pointsAtNothingThatIsNotThereAndNamesEachOperationOnce() {
    assertThat(DESCRIPTION.danglingReferences()).isEmpty();
    assertThat(DESCRIPTION.operationIds()).doesNotHaveDuplicates();
  }

  private static void assertDescribed(String schema, String answer) {
    assertThat(DESCRIPTION.faults(schema, answer)).as(answer).isEmpty();
  }

  @Test
  void describesWhatAnEndHit() {
    assertDescribed("Effect", EndingDocument.of(Effect.UNKNOWN, true));
    var counted = Effect.of(List.of(new Effect.AtClient("web", 3)), true);
    assertDescribed("Effect", EndingDocument.of(counted, false));
  }

  @Test
  void describesRevocationsAndUsers() {
    var family = new FamilyRevocation("https://issuer.example", "f", AT);
    var subject = new SubjectRevocation("https://issuer.example", "s", AT, AT.plusSeconds(60));
    for (var revocation : List.of(family, subject)) {
      assertDescribed(
          "Revocation",
          RevocationDocument.of(new RecordedRevocation(revocation, AT, new Note("me", "why"))));
    }
    assertDescribed(
        "User", UserDocument.of(new User("alice", "s", true, List.of("staff"), Map.of())));
  }

  @ParameterizedTest
  @EnumSource(UserSession.State.class)
  void describesSessions(UserSession.State state) {
    var unknown = session(Caller.NONE, null);
    var known = session(new Caller("192.0.2.7", "Browser"), AT);
    assertDescribed("Session", SessionDocument.of(new UserSession(unknown, state)));
    assertDescribed("Session", SessionDocument.of(new UserSession(known, state)));
    var page = new SessionPage(List.of(unknown, known), Optional.of("next"));
    assertDescribed("Sessions", SessionDocument.of(page));
    assertDescribed(
        "MySessions", SessionDocument.of(page, (family, session) -> session.add("current", true)));
  }

  private static Family session(Caller caller, @Nullable Instant revokedAt) {
    return new Family(
        new UUID(1, 2),
        new SubjectKey("pool", "subject"),
        "alice",
        "web",
        0,
        AT,
        caller,
        new RefreshTokens("00", "00", null),
        AT,
        new Family.Minted(AT, AT),
        revokedAt);
  }

  @Test
  void describesSigningKeys() {
    var key = new PublishedKey("kid", TokenUse.ACCESS, AT, Optional.of(AT));
    assertDescribed("SigningKeys", SigningKeysDocument.of(List.of(key)));
    assertDescribed("ListedSigningKeys", SigningKeysDocument.ofAged(List.of(new AgedKey(key, AT))));
  }

  @Test
  void describesWhatWasDone() {
    var key = new RevocationKey(RevocationKey.Kind.FAMILY, "https://issuer.example", "f");
    var revoked = AuditAct.of(AuditAction.REVOKE, "pool", key, new Note("me", "why")).ending(3L);
    var refused = new AuditAct("ListNodes", false, null, null, new Note("me", ""), null);
    var entries =
        List.of(new AuditEntry(2, AT, "192.0.2.7", revoked), new AuditEntry(1, AT, "", refused));
    assertDescribed("Activity", ActivityDocument.of(new AuditPage(entries, Optional.of("next"))));
  }

  @Test
  void describesNodes() {
    var times = new NodeFigures.Enforced(Duration.ofMillis(3), Duration.ofMillis(40));
    var well =
        new NodeFigures(true, Optional.of(Duration.ofMillis(20)), 3, 456, Optional.of(times));
    var nodes =
        Stream.of(NodeFigures.NOT_STARTED, well)
            .map(figures -> new Node(new UUID(1, 2), "host", AT, AT, Duration.ZERO, figures))
            .toList();
    assertDescribed("Nodes", NodesDocument.of(nodes, Optional.of(new LastPurge(AT, 1, 2))));
    assertDescribed("Nodes", NodesDocument.of(nodes, Optional.empty()));
  }

  /** Or else the tests above would find everything described. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"dryRun\":true,\"sessions\":1} | Effect.clients is missing",
        "{\"dryRun\":1,\"sessions\":1,\"clients\":[]} | Effect.dryRun is no boolean",
        "{\"dryRun\":null,\"sessions\":1,\"clients\":[]} | Effect.dryRun is null",
        "{\"dryRun\":true,\"sessions\":1,\"clients\":[],\"x\":1} | Effect.x is not described"
      })
  void wouldNoticeAnAnswerThatIsNotAsDescribed(String answer, String fault) {
    assertThat(DESCRIPTION.faults("Effect", answer)).containsExactly(fault);
  }
}
