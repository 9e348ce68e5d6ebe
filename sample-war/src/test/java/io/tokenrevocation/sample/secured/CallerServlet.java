package io.tokenrevocation.sample.secured;

import jakarta.annotation.security.DeclareRoles;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Says who is calling; under {@code /constrained} if web.xml lets them through. */
@WebServlet({"/constrained/*", "/open/*"})
@DeclareRoles("editors")
public class CallerServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getParameter("session") != null) {
      request.getSession();
    }
    var principal = request.getUserPrincipal();
    response.setContentType("text/plain");
    response
        .getWriter()
        .print(
            principal == null
                ? "nobody"
                : principal.getClass().getSimpleName()
                    + " "
                    + principal.getName()
                    + " "
                    + request.isUserInRole("editors"));
  }
}
