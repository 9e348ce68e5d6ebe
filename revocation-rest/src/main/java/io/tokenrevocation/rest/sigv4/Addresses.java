package io.tokenrevocation.rest.sigv4;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * The addresses a client may have meant with a request that has come here: a proxy may have changed
 * the host, the path, or both.
 */
final class Addresses {

  private static final String ENDPOINT = "/cognito-idp";

  private final String host;
  private final String root;

  /**
   * Remembers where the application is for its clients.
   *
   * @param endpoint ends in {@value #ENDPOINT}, which is right below the application's root
   */
  Addresses(URI endpoint) {
    var path = endpoint.getRawPath();
    this.root = path.substring(0, path.length() - ENDPOINT.length());
    this.host = host(endpoint);
  }

  /** The request's own address, if it says so, and that of the endpoint. */
  List<Address> of(RawRequest request) {
    var addresses = new ArrayList<Address>();
    request.header("host").forEach(own -> addresses.add(new Address(own, request.path())));
    var below = request.path().substring(request.contextPath().length());
    addresses.add(new Address(host, root + below));
    return addresses;
  }

  /** As a client writes it into the header: without the port that needs not be said. */
  private static String host(URI endpoint) {
    var port = endpoint.getPort();
    var needsNotBeSaid = port == ("https".equals(endpoint.getScheme()) ? 443 : 80);
    return port < 0 || needsNotBeSaid ? endpoint.getHost() : endpoint.getHost() + ":" + port;
  }

  /**
   * Where a request is sent.
   *
   * @param host with the port, if it is not the default
   * @param path still encoded
   */
  record Address(String host, String path) {}
}
