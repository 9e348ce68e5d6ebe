package io.tokenrevocation.sample.secured;

import io.tokenrevocation.VerifiedToken;
import io.tokenrevocation.pool.Note;
import io.tokenrevocation.pool.Revoker;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;

/** Under a constraint that MicroProfile JWT has to satisfy. */
@Path("me")
@RequestScoped
public class MpJwtResource {

  @Inject private Revoker revoker;
  @Inject private VerifiedToken token;

  @GET
  public String me(@Context SecurityContext security) {
    return security.getUserPrincipal().getName();
  }

  @POST
  public void signOut() {
    revoker.signOutHere(token, Note.by("a test"));
  }
}
