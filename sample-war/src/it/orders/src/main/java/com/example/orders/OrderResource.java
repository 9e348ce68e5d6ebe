package com.example.orders;

import io.tokenrevocation.filter.TokenPrincipal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;

@Path("orders")
@RequestScoped
public class OrderResource {

  @Inject private Orders orders;

  @POST
  public void place(@QueryParam("fail") boolean fail, @Context HttpServletRequest request) {
    orders.place(((TokenPrincipal) request.getUserPrincipal()).token(), fail);
  }

  @GET
  public long count(@Context HttpServletRequest request) {
    return orders.of(request.getRemoteUser());
  }
}
