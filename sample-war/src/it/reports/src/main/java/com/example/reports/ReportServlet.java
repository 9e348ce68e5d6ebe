package com.example.reports;

import io.tokenrevocation.filter.TokenPrincipal;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Greets the caller; a POST reports the caller's own token as stolen. */
@WebServlet("/reports/*")
public class ReportServlet extends HttpServlet {

  @Inject private transient StolenTokens stolen;
  @Inject private transient Watch watch;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain");
    if ("/watch".equals(request.getPathInfo())) {
      response.getWriter().print(String.join("\n", watch.seen()));
      return;
    }
    response
        .getWriter()
        .print(request.getRemoteUser() + " " + request.isUserInRole("editors"));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    var token = ((TokenPrincipal) request.getUserPrincipal()).token();
    stolen.report(token.issuer(), token.tokenId());
  }
}
