package io.tokenrevocation.rest;

import io.tokenrevocation.pool.AuditQuery;
import io.tokenrevocation.pool.AuditTrail;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.time.Duration;

/** Tells what was done to tokens, clients and keys, and what was refused: the audit trail. */
@Path("activity")
@RequestScoped
public class ActivityResource {

  private static final int PARTS = 48;
  private static final int MOST_PARTS = 200;
  private static final Duration LATELY = Duration.ofDays(7);

  private AdministratorCalls calls;
  private VisiblePools visible;
  private AuditTrail trail;

  /** For the CDI proxy. */
  @SuppressWarnings("NullAway.Init")
  public ActivityResource() {}

  /**
   * Made by CDI.
   *
   * @param calls lets administrators in
   * @param visible knows what they may see
   * @param trail what is told
   */
  @Inject
  ActivityResource(AdministratorCalls calls, VisiblePools visible, AuditTrail trail) {
    this.calls = calls;
    this.visible = visible;
    this.trail = trail;
  }

  /**
   * Returns a page of entries, newest first.
   *
   * @param request of an administrator: signed, with an access token, or from the console
   * @param uri may name {@code userPool}, {@code from}, {@code to}, {@code action} (several are
   *     separated by commas), {@code outcome}, {@code by}, {@code about}; {@code limit}, and {@code
   *     after} of the page before
   * @return 200 with {@code entries}, and {@code next} if there are more
   * @throws IOException if the client went away
   */
  @GET
  public Response list(@Context HttpServletRequest request, @Context UriInfo uri)
      throws IOException {
    return calls.tell(
        request,
        "ListActivity",
        call -> {
          var given = Parameters.of(uri);
          var query = query(call, given);
          var wanted = PageQuery.of(given);
          var page =
              trail
                  .page(query, wanted.limit(), wanted.after())
                  .orElseThrow(PageQuery::invalidToken);
          return AdministratorCall.answer(ActivityDocument.of(page));
        });
  }

  /**
   * Counts entries in equal parts of a time.
   *
   * @param request of an administrator: signed, with an access token, or from the console
   * @param uri as of a page, and {@code buckets}: how many parts; without {@code from} the time
   *     begins seven days before its end
   * @return 200 with {@code from}, {@code to} and {@code counts}, oldest first
   * @throws IOException if the client went away
   */
  @GET
  @Path("counts")
  public Response count(@Context HttpServletRequest request, @Context UriInfo uri)
      throws IOException {
    return calls.tell(
        request,
        "ListActivity",
        call -> {
          var given = Parameters.of(uri);
          var query = query(call, given);
          var to = query.to().orElseGet(trail::now);
          var from = query.from().orElse(to.minus(LATELY));
          if (to.isBefore(from.plusMillis(1))) {
            throw Problem.invalidParameter("from", "must be a millisecond before to, or more");
          }
          var parts = given.number("buckets", PARTS, MOST_PARTS);
          var counts = Json.createArrayBuilder();
          trail.counts(query.between(from, to), parts).forEach(counts::add);
          return AdministratorCall.answer(
              Json.createObjectBuilder()
                  .add("from", from.toString())
                  .add("to", to.toString())
                  .add("counts", counts)
                  .build()
                  .toString());
        });
  }

  /**
   * Returns all entries, one a line, oldest first, up to now.
   *
   * @param request of an administrator: signed, with an access token, or from the console
   * @param uri as of a page
   * @return 200 with {@code application/x-ndjson}
   * @throws IOException if the client went away
   */
  @GET
  @Path("export")
  public Response export(@Context HttpServletRequest request, @Context UriInfo uri)
      throws IOException {
    return calls.tell(
        request,
        "ExportActivity",
        call -> {
          var query = query(call, Parameters.of(uri));
          var lines = new ActivityExport(trail, query.upTo(query.to().orElseGet(trail::now)));
          return Response.ok(lines, "application/x-ndjson")
              .header(HttpHeaders.CACHE_CONTROL, "no-store")
              .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"activity.ndjson\"")
              .build();
        });
  }

  private AuditQuery query(AdministratorCall call, Parameters given) {
    var pools = visible.to(call.administrator(), given.text("userPool", Parameters.LONGEST_TEXT));
    return new AuditQuery(pools, given.time("from"), given.time("to"), given.conditions());
  }
}
