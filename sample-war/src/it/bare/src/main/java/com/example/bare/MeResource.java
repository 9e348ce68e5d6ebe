package com.example.bare;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;

@Path("me")
public class MeResource {

  @GET
  public String me(@Context HttpServletRequest request) {
    return request.getRemoteUser();
  }
}
