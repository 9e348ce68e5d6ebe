package io.tokenrevocation.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * Describes this API, to anybody: it is the same everywhere.
 *
 * @see <a href="https://spec.openapis.org/oas/v3.0.3">OpenAPI Specification 3.0.3</a>
 */
@Path("openapi.json")
@RequestScoped
public class OpenApiResource {

  private static final String FILE = "openapi.json";

  /** Made by the JAX-RS runtime. */
  public OpenApiResource() {}

  /**
   * Returns the description.
   *
   * @param request that has come here
   * @return 200 with the OpenAPI document; its addresses are relative to its own
   * @throws IOException if the jar cannot be read
   */
  @GET
  public Response get(@Context HttpServletRequest request) throws IOException {
    OwnApplication.REVOCATION.require(request);
    return Response.ok(description(), MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
        .build();
  }

  static byte[] description() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(OpenApiResource.class.getResourceAsStream(FILE), FILE)) {
      return file.readAllBytes();
    }
  }
}
