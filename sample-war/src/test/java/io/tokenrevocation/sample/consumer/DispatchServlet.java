package io.tokenrevocation.sample.consumer;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Goes on to another path, in the way its own path names. */
@WebServlet(urlPatterns = "/go/*", asyncSupported = true)
public class DispatchServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  public DispatchServlet() {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    var target = request.getParameter("to");
    switch (request.getPathInfo()) {
      case "/forward" -> request.getRequestDispatcher(target).forward(request, response);
      case "/include" -> {
        response.setContentType("text/plain");
        response.getWriter().print("before, ");
        request.getRequestDispatcher(target).include(request, response);
        response.getWriter().print(", after");
      }
      case "/async" -> request.startAsync().dispatch(target);
      case "/error" -> response.sendError(HttpServletResponse.SC_CONFLICT);
      default -> response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    }
  }
}
