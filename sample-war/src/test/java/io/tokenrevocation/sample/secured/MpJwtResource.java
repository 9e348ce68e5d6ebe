package io.tokenrevocation.sample.secured;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;

/** Under a constraint that MicroProfile JWT has to satisfy. */
@Path("me")
@RequestScoped
public class MpJwtResource {

  @GET
  public String me(@Context SecurityContext security) {
    return security.getUserPrincipal().getName();
  }
}
