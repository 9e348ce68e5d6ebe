package io.tokenrevocation.filter;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;

/** Lets nothing pass. It needs no CDI, which the application may lack. */
final class ClosedFilter implements Filter {

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) {
    Challenge.CLOSED.send((HttpServletResponse) response);
  }
}
