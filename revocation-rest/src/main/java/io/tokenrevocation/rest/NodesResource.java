package io.tokenrevocation.rest;

import io.tokenrevocation.pool.NodeStore;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;

/** Tells how the nodes of this authority are. */
@Path("nodes")
@RequestScoped
public class NodesResource {

  private AdministratorCalls calls;
  private NodeStore nodes;

  /** For the CDI proxy. */
  @SuppressWarnings("NullAway.Init")
  public NodesResource() {}

  /**
   * Made by CDI.
   *
   * @param calls lets administrators in
   * @param nodes what is told
   */
  @Inject
  NodesResource(AdministratorCalls calls, NodeStore nodes) {
    this.calls = calls;
    this.nodes = nodes;
  }

  /**
   * Returns what each node last said of itself; one that has stopped is among them for a day.
   *
   * <p>Nodes serve all user pools, so this is for those who may act on every issuer.
   *
   * @param request of an administrator: signed, with an access token, or from the console
   * @return 200 with {@code nodes} and {@code lastPurge}
   * @throws IOException if the client went away
   */
  @GET
  public Response list(@Context HttpServletRequest request) throws IOException {
    return calls.tell(
        request,
        "ListNodes",
        call -> {
          call.administrator().permission().require(Administrator.EVERYTHING);
          return AdministratorCall.answer(NodesDocument.of(nodes.nodes(), nodes.lastPurge()));
        });
  }
}
