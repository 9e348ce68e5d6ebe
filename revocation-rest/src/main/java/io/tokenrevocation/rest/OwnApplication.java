package io.tokenrevocation.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.UriInfo;

/**
 * Keeps our resources where they belong: an application without classes of its own takes in those
 * of every jar, and would offer them under its own path.
 */
public final class OwnApplication {

  private OwnApplication() {}

  /**
   * Refuses a request that has reached one of our resources by way of another application.
   *
   * @param own the application the resource is part of
   * @param uri of the request
   * @throws NotFoundException if it came by another
   */
  public static void require(Class<? extends Application> own, UriInfo uri) {
    var path = "/" + own.getAnnotation(ApplicationPath.class).value() + "/";
    if (!uri.getBaseUri().getPath().endsWith(path)) {
      throw new NotFoundException();
    }
  }
}
