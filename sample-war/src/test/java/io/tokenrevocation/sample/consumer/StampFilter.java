package io.tokenrevocation.sample.consumer;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The team's own filter: leaves in the answer whom it saw. */
public class StampFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  public StampFilter() {}

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.addHeader("Stamp", String.valueOf(request.getRemoteUser()));
    chain.doFilter(request, response);
  }
}
