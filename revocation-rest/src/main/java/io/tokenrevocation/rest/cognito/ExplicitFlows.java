package io.tokenrevocation.rest.cognito;

import io.tokenrevocation.pool.AuthFlow;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The words of {@code ExplicitAuthFlows}. A new one allows what it says. An old one stands for what
 * it adds to, or leaves of, what clients were allowed when it was the only spelling.
 */
enum ExplicitFlows {
  ADMIN_NO_SRP_AUTH,
  CUSTOM_AUTH_FLOW_ONLY,
  USER_PASSWORD_AUTH,
  ALLOW_ADMIN_USER_PASSWORD_AUTH,
  ALLOW_CUSTOM_AUTH,
  ALLOW_USER_PASSWORD_AUTH,
  ALLOW_USER_SRP_AUTH,
  ALLOW_REFRESH_TOKEN_AUTH,
  ALLOW_USER_AUTH;

  static final String MEMBER = "ExplicitAuthFlows";

  private static final Set<AuthFlow> UNLESS_GIVEN =
      Set.of(AuthFlow.USER_SRP, AuthFlow.CUSTOM, AuthFlow.REFRESH_TOKEN);

  static List<String> words() {
    return Stream.of(values()).map(Enum::name).toList();
  }

  /** The words among a client's settings. */
  static Set<ExplicitFlows> in(JsonObject settings) {
    var words = EnumSet.noneOf(ExplicitFlows.class);
    if (settings.containsKey(MEMBER)) {
      settings.getJsonArray(MEMBER).stream()
          .map(word -> valueOf(JsonTypes.string(word)))
          .forEach(words::add);
    }
    return words;
  }

  /**
   * What a client's settings allow.
   *
   * @throws CognitoError if they mix the spellings
   */
  static Set<AuthFlow> allowed(JsonObject settings) {
    var words = in(settings);
    if (words.stream().map(ExplicitFlows::isNew).distinct().count() > 1) {
      throw CognitoError.invalidParameter(
          MEMBER
              + " can not have ALLOW_ values together with ADMIN_NO_SRP_AUTH,"
              + " CUSTOM_AUTH_FLOW_ONLY or USER_PASSWORD_AUTH.");
    }
    var flows = EnumSet.noneOf(AuthFlow.class);
    words.forEach(word -> flows.addAll(word.allowed()));
    return words.isEmpty() ? UNLESS_GIVEN : flows;
  }

  /** Some flows in the new spelling. */
  static JsonArray write(Set<AuthFlow> flows) {
    var words = Json.createArrayBuilder();
    Stream.of(values())
        .filter(word -> word.isNew() && flows.containsAll(word.allowed()))
        .forEach(word -> words.add(word.name()));
    return words.build();
  }

  private Set<AuthFlow> allowed() {
    return switch (this) {
      case ALLOW_ADMIN_USER_PASSWORD_AUTH -> Set.of(AuthFlow.ADMIN_USER_PASSWORD);
      case ALLOW_CUSTOM_AUTH -> Set.of(AuthFlow.CUSTOM);
      case ALLOW_USER_PASSWORD_AUTH -> Set.of(AuthFlow.USER_PASSWORD);
      case ALLOW_USER_SRP_AUTH -> Set.of(AuthFlow.USER_SRP);
      case ALLOW_REFRESH_TOKEN_AUTH -> Set.of(AuthFlow.REFRESH_TOKEN);
      case ALLOW_USER_AUTH -> Set.of(AuthFlow.USER_AUTH);
      case ADMIN_NO_SRP_AUTH -> defaultAnd(AuthFlow.ADMIN_USER_PASSWORD);
      case USER_PASSWORD_AUTH -> defaultAnd(AuthFlow.USER_PASSWORD);
      case CUSTOM_AUTH_FLOW_ONLY -> Set.of(AuthFlow.CUSTOM, AuthFlow.REFRESH_TOKEN);
    };
  }

  private static Set<AuthFlow> defaultAnd(AuthFlow flow) {
    var flows = EnumSet.copyOf(UNLESS_GIVEN);
    flows.add(flow);
    return flows;
  }

  private boolean isNew() {
    return name().startsWith("ALLOW_");
  }
}
