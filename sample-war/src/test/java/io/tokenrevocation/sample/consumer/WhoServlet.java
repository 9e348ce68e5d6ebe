package io.tokenrevocation.sample.consumer;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Says who is calling, and how the call came here. */
@WebServlet(
    urlPatterns = {"/who/*", "/admin/*"},
    asyncSupported = true)
public class WhoServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  public WhoServlet() {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain");
    response.getWriter().print(request.getDispatcherType() + " by " + request.getRemoteUser());
  }
}
