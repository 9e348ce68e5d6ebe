package com.example.orders;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Leaves in the answer that it was passed, in which dispatch, and whom it saw. */
public class Trail extends HttpFilter {

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.addHeader(
        "Trail",
        getFilterConfig().getFilterName()
            + " "
            + request.getDispatcherType()
            + " "
            + request.getRemoteUser());
    chain.doFilter(request, response);
  }
}
