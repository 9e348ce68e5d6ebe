package com.example.orders;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("authorize")
public class AuthorizeResource {

  @GET
  public String page() {
    return "who are you?";
  }
}
