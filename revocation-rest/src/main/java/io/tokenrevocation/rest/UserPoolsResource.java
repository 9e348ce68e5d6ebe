package io.tokenrevocation.rest;

import io.tokenrevocation.pool.AuthoritySettings;
import io.tokenrevocation.pool.UserPools;
import io.tokenrevocation.settings.Settings;
import io.tokenrevocation.token.ConfiguredIssuer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;

/** Tells administrators what there is to administer. */
@Path("user-pools")
@RequestScoped
public class UserPoolsResource {

  private static final String OPERATION = "ListUserPools";

  private AdministratorCalls calls;
  private UserPools pools;
  private Settings settings;

  /** For the CDI proxy. */
  @SuppressWarnings("NullAway.Init")
  public UserPoolsResource() {}

  /**
   * Made by CDI.
   *
   * @param calls lets administrators in
   * @param pools the user pools
   * @param settings name the other issuers
   */
  @Inject
  UserPoolsResource(AdministratorCalls calls, UserPools pools, Settings settings) {
    this.calls = calls;
    this.pools = pools;
    this.settings = settings;
  }

  /**
   * Returns the user pools and the other issuers whose tokens the caller may take out of use.
   *
   * @param request of an administrator: signed, with an access token, or from the console
   * @return 200 with {@code userPools} and {@code issuers}
   * @throws IOException if the client went away
   */
  @GET
  public Response list(@Context HttpServletRequest request) throws IOException {
    var administrator = calls.read(request, OPERATION).administrator();
    var own = Json.createArrayBuilder();
    settings.get(AuthoritySettings.USER_POOLS).stream()
        .filter(administrator::may)
        .flatMap(id -> pools.find(id).stream())
        .forEach(
            pool ->
                own.add(
                    Json.createObjectBuilder().add("id", pool.id()).add("issuer", pool.issuer())));
    var others = Json.createArrayBuilder();
    ConfiguredIssuer.all(settings).stream()
        .filter(issuer -> administrator.may(issuer.name()))
        .forEach(
            issuer ->
                others.add(
                    Json.createObjectBuilder()
                        .add("name", issuer.name())
                        .add("issuer", issuer.uri())));
    return AdministratorCall.answer(
        Json.createObjectBuilder().add("userPools", own).add("issuers", others).build().toString());
  }
}
