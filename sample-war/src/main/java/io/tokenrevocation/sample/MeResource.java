package io.tokenrevocation.sample;

import io.tokenrevocation.VerifiedToken;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;

/** Who is calling: from the verified token, and from what the servlet API says. */
@Path("me")
@RequestScoped
public class MeResource {

  @Inject private VerifiedToken token;

  /** Made by CDI. */
  @SuppressWarnings("NullAway.Init") // CDI injects
  public MeResource() {}

  /**
   * Returns the caller.
   *
   * @param request behind the filter
   * @return claims of the token, the principal's name and the roles that are asked for
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public JsonObject me(@Context HttpServletRequest request) {
    return Json.createObjectBuilder()
        .add("username", token.username())
        .add("subject", token.subject())
        .add("groups", array(token.groups()))
        .add("scopes", array(token.scopes()))
        .add("client", String.valueOf(token.clientId()))
        .add("principal", request.getUserPrincipal().getName())
        .add(
            "roles",
            Json.createObjectBuilder()
                .add("editors", request.isUserInRole("editors"))
                .add("revocation-admin", request.isUserInRole("revocation-admin")))
        .build();
  }

  private static JsonArrayBuilder array(Collection<String> values) {
    var array = Json.createArrayBuilder();
    values.stream().sorted().forEach(array::add);
    return array;
  }
}
