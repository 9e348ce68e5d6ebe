package com.example.orders;

import io.tokenrevocation.VerifiedToken;
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
  @Inject private VerifiedToken token;

  @POST
  public void place(@QueryParam("fail") boolean fail) {
    orders.place(token, fail);
  }

  @GET
  public long count(@Context HttpServletRequest request) {
    return orders.of(request.getRemoteUser());
  }
}
