package com.example.orders;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Says who is calling, and how the call came here. */
@WebServlet(
    urlPatterns = {"/who/*", "/failed", "/open"},
    asyncSupported = true)
public class WhoServlet extends HttpServlet {

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain");
    response
        .getWriter()
        .print(
            request.getServletPath().equals("/open")
                ? getServletContext().getAttribute("open")
                : request.getDispatcherType() + " by " + request.getRemoteUser());
  }
}
