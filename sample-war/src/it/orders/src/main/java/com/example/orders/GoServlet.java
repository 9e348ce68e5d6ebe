package com.example.orders;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Goes on elsewhere, in the way its path names. */
@WebServlet(urlPatterns = "/go/*", asyncSupported = true)
public class GoServlet extends HttpServlet {

  @Inject private transient Kitchen kitchen;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    switch (request.getPathInfo()) {
      case "/forward" -> request.getRequestDispatcher("/who/forward").forward(request, response);
      case "/dispatch" -> request.startAsync().dispatch("/who/dispatch");
      case "/error" -> response.sendError(HttpServletResponse.SC_CONFLICT);
      case "/thread" -> {
        var async = request.startAsync();
        var customer = request.getRemoteUser();
        async.start(() -> finish(response, async::complete, "thread for " + customer));
      }
      case "/asynchronous" -> {
        var async = request.startAsync();
        kitchen
            .cook(request.getRemoteUser())
            .thenAccept(dish -> finish(response, async::complete, dish));
      }
      default -> response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private static void finish(HttpServletResponse response, Runnable complete, String text) {
    try {
      response.setContentType("text/plain");
      response.getWriter().print(text);
    } catch (IOException e) {
      response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    } finally {
      complete.run();
    }
  }
}
