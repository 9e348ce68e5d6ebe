package io.tokenrevocation.sample.secured;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;

/** Whom the EJB container takes the caller for. */
@Stateless
public class ReportBean {

  @Resource private SessionContext context;

  @SuppressWarnings("NullAway.Init") // the container injects
  public ReportBean() {}

  @RolesAllowed("editors")
  public String caller() {
    return context.getCallerPrincipal().getName() + " " + context.isCallerInRole("editors");
  }
}
