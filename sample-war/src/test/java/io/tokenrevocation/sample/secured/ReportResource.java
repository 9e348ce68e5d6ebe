package io.tokenrevocation.sample.secured;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;

/** Asks for a role by annotation: its own, and an EJB's. */
@Path("")
@RequestScoped
public class ReportResource {

  @EJB private ReportBean bean;

  @SuppressWarnings("NullAway.Init") // the container injects
  public ReportResource() {}

  @GET
  @Path("editors")
  @RolesAllowed("editors")
  public String editors(@Context SecurityContext security) {
    return security.getUserPrincipal().getName();
  }

  @GET
  @Path("bean")
  public String bean() {
    try {
      return bean.caller();
    } catch (EJBAccessException refused) {
      throw new ForbiddenException("by the bean", refused);
    }
  }
}
