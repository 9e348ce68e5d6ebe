package io.tokenrevocation.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Administrators whose browser vouches for them, with every request that it sends. */
public interface BrowserCallers {

  /**
   * Tells who calls.
   *
   * @param request without a token and without a signature
   * @return the administrator's name; empty if the browser vouches for nobody
   * @throws Problem if another site may have made the browser send the request
   * @throws io.tokenrevocation.StoreUnavailableException if it is not known whether the sign-in has
   *     ended
   */
  Optional<String> caller(HttpServletRequest request);
}
