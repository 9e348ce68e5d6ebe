package io.tokenrevocation.rest.oauth;

import io.tokenrevocation.pool.Authority;
import io.tokenrevocation.pool.IssuedTokens;
import io.tokenrevocation.pool.LiveTokens;
import io.tokenrevocation.pool.User;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;

/**
 * The userInfo endpoint: the user of an access token, as the directory knows them now.
 *
 * <p>Departs from Cognito, where only a token with the scope {@code openid} is accepted: no flow of
 * this authority grants that one, so the scope that lets a user see their own attributes is enough.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#UserInfo">OpenID Connect
 *     Core, 5.3: UserInfo Endpoint</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito/latest/developerguide/userinfo-endpoint.html">The
 *     userInfo endpoint</a>
 */
@Path("userInfo")
@RequestScoped
public class UserInfoEndpoint extends OAuthEndpoint {

  private static final Set<String> SCOPES = Set.of("openid", IssuedTokens.SCOPE);

  private LiveTokens tokens;

  /** For the CDI proxy. */
  @SuppressWarnings("NullAway.Init")
  public UserInfoEndpoint() {}

  /**
   * Made by CDI.
   *
   * @param authority must have started
   * @param tokens knows which are in use
   */
  @Inject
  UserInfoEndpoint(Authority authority, LiveTokens tokens) {
    super(authority, "GET, POST");
    this.tokens = tokens;
  }

  /**
   * Returns the user of an access token in the {@code Authorization} header.
   *
   * @param request that has come here
   * @param headers of the request
   * @return {@code sub}, {@code username} and attributes, all of them texts
   */
  @GET
  public Response get(@Context HttpServletRequest request, @Context HttpHeaders headers) {
    requireReady(request);
    return answer(BearerCredentials.of(AuthorizationHeader.all(headers), Optional.empty()));
  }

  /**
   * Returns the user of an access token in the {@code Authorization} header or the form.
   *
   * @param request that has come here
   * @param headers of the request
   * @param body maybe a form with {@code access_token}
   * @return the same as to a GET
   * @throws IOException if the client went away
   */
  @POST
  public Response post(
      @Context HttpServletRequest request, @Context HttpHeaders headers, InputStream body)
      throws IOException {
    requireReady(request);
    var form = Form.isIn(headers) ? Optional.of(Form.read(headers, body)) : Optional.<Form>empty();
    return answer(BearerCredentials.of(AuthorizationHeader.all(headers), form));
  }

  private Response answer(String accessToken) {
    var live = tokens.accessToken(accessToken).orElseThrow(BearerCredentials::refused);
    if (Collections.disjoint(live.token().scopes(), SCOPES)) {
      throw BearerCredentials.insufficientScope();
    }
    return OAuthAnswer.json(OAuthAnswer.JSON_IN_UTF_8, claims(live.session().user()));
  }

  private static JsonObject claims(User user) {
    var claims = new LinkedHashMap<String, Object>();
    claims.put("sub", user.subject());
    claims.put("username", user.username());
    user.attributes().forEach(claims::putIfAbsent);
    return Json.createObjectBuilder(claims).build();
  }
}
