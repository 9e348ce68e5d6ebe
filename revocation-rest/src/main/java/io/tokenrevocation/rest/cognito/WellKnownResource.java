package io.tokenrevocation.rest.cognito;

import io.tokenrevocation.mint.SigningKeys;
import io.tokenrevocation.pool.Authority;
import io.tokenrevocation.pool.UserPool;
import io.tokenrevocation.pool.UserPools;
import io.tokenrevocation.rest.ClientSecretPost;
import io.tokenrevocation.rest.OwnApplication;
import io.tokenrevocation.settings.Settings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * What a verifier of a pool's tokens needs to know.
 *
 * @see <a href="https://openid.net/specs/openid-connect-discovery-1_0.html">OpenID Connect
 *     Discovery</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8414">RFC 8414: Authorization Server Metadata</a>
 */
@Path("{userPoolId}/.well-known")
@RequestScoped
public class WellKnownResource {

  private static final String CACHEABLE = "public, max-age=300";
  private static final String BASIC = "client_secret_basic";
  private static final String POST = "client_secret_post";

  private Authority authority;
  private UserPools pools;
  private SigningKeys keys;
  private boolean secretPost;

  /** For the CDI proxy. */
  @SuppressWarnings("NullAway.Init")
  public WellKnownResource() {}

  /**
   * Made by CDI.
   *
   * @param authority must have started
   * @param pools whose tokens
   * @param keys verify them
   * @param settings say how clients may prove who they are
   */
  @Inject
  public WellKnownResource(
      Authority authority, UserPools pools, SigningKeys keys, Settings settings) {
    this.authority = authority;
    this.pools = pools;
    this.keys = keys;
    this.secretPost = settings.get(ClientSecretPost.SETTING);
  }

  /**
   * Returns the pool's public keys.
   *
   * @param request that has come here
   * @param poolId the pool
   * @return a JWK Set (RFC 7517, 5)
   */
  @GET
  @Path("jwks.json")
  public Response keySet(
      @Context HttpServletRequest request, @PathParam("userPoolId") String poolId) {
    requireReady(request);
    return json(keys.publicKeySet(poolId).orElseThrow(NotFoundException::new));
  }

  /**
   * Returns the pool's discovery document.
   *
   * @param request that has come here
   * @param poolId the pool
   * @return what this authority has; it has no authorization endpoint
   */
  @GET
  @Path("openid-configuration")
  public Response configuration(
      @Context HttpServletRequest request, @PathParam("userPoolId") String poolId) {
    requireReady(request);
    var pool = pools.find(poolId).orElseThrow(NotFoundException::new);
    var oauth = application(pool) + OwnApplication.OAUTH.path(request.getServletContext());
    return json(
        Json.createObjectBuilder()
            .add("grant_types_supported", array("refresh_token"))
            .add("id_token_signing_alg_values_supported", array("RS256"))
            .add("introspection_endpoint", oauth + "/introspect")
            .add("introspection_endpoint_auth_methods_supported", array(BASIC, POST))
            .add("issuer", pool.issuer())
            .add("jwks_uri", pool.issuer() + "/.well-known/jwks.json")
            .add("response_types_supported", array()) // required (RFC 8414, 2), and there is none
            .add("revocation_endpoint", oauth + "/revoke")
            .add("revocation_endpoint_auth_methods_supported", withPost(BASIC, "none"))
            .add("subject_types_supported", array("public"))
            .add("token_endpoint", oauth + "/token")
            .add("token_endpoint_auth_methods_supported", array(BASIC, POST, "none"))
            .add("userinfo_endpoint", oauth + "/userInfo")
            .build()
            .toString());
  }

  private void requireReady(HttpServletRequest request) {
    OwnApplication.COGNITO.require(request);
    authority.requireStarted();
  }

  /** The application's own address: an issuer is that, {@code /cognito-idp/} and the pool's id. */
  private static String application(UserPool pool) {
    var issuer = pool.issuer();
    return issuer.substring(0, issuer.lastIndexOf('/', issuer.lastIndexOf('/') - 1));
  }

  private JsonArrayBuilder withPost(String... others) {
    return secretPost ? array(others).add(POST) : array(others);
  }

  private static JsonArrayBuilder array(String... values) {
    var array = Json.createArrayBuilder();
    for (var value : values) {
      array.add(value);
    }
    return array;
  }

  private static Response json(String body) {
    return Response.ok(body, MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, CACHEABLE)
        .header("Access-Control-Allow-Origin", "*")
        .build();
  }
}
