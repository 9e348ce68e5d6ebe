package io.tokenrevocation.filter;

import io.tokenrevocation.Messages;
import io.tokenrevocation.feed.NodeFigures;
import io.tokenrevocation.feed.NodeFiguresSource;
import io.tokenrevocation.feed.RevocationFeed;
import io.tokenrevocation.index.IndexedToken;
import io.tokenrevocation.index.RevocationIndex;
import io.tokenrevocation.settings.Settings;
import io.tokenrevocation.settings.SettingsReader;
import io.tokenrevocation.token.NimbusVersion;
import io.tokenrevocation.token.RememberingVerifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Starts following revocations with the application or its first filter, and stops when the
 * application goes. Nothing here fails: some servers go on without a filter that does, and let
 * every request through.
 */
@ApplicationScoped
class FilterLifecycle implements NodeFiguresSource {

  private static final System.Logger LOG = System.getLogger(FilterLifecycle.class.getName());

  /** Longer than any source takes to answer or to fail, if it does either. */
  private static final Duration STUCK = Duration.ofMinutes(10);

  private final FeedSchedule schedule = new FeedSchedule();
  private final Decisions decisions = new Decisions();
  private final List<FilterPolicy> policies = new CopyOnWriteArrayList<>();
  private volatile @Nullable Settings settings;
  private volatile boolean started;
  private Instance<ExemptPaths> exempt;
  private Instance<RememberingVerifier<IndexedToken>> verifier;
  private Instance<RevocationIndex> index;
  private Instance<RevocationFeed> feed;
  private Announcements announcements;
  private FiguresExporters exporters;

  @SuppressWarnings("NullAway.Init") // for the CDI proxy
  FilterLifecycle() {}

  @Inject
  FilterLifecycle(
      @Any Instance<ExemptPaths> exempt,
      Instance<RememberingVerifier<IndexedToken>> verifier,
      Instance<RevocationIndex> index,
      Instance<RevocationFeed> feed,
      Announcements announcements,
      @Any Instance<FiguresExporter> exporters) {
    this.exempt = exempt;
    this.verifier = verifier;
    this.index = index;
    this.feed = feed;
    this.announcements = announcements;
    this.exporters = new FiguresExporters(exporters);
  }

  /** Returns the application's, once it has begun to start. */
  static Optional<FilterLifecycle> in(ServletContext context) {
    return Optional.ofNullable(context.getAttribute(FilterLifecycle.class.getName()))
        .map(FilterLifecycle.class::cast);
  }

  /** Starts what all filters share, unless that has been done. */
  synchronized void start(ServletContext context) {
    try {
      startOnce(context);
    } catch (RuntimeException | Error e) {
      LOG.log(Level.ERROR, Messages.NOT_STARTED.text("RevocationFilter", e.getMessage()), e);
    }
  }

  /**
   * Starts a filter.
   *
   * @return empty if it cannot start and must let nothing pass; the log says why
   */
  synchronized Optional<Enforcement> start(FilterConfig filter) {
    var context = filter.getServletContext();
    var name = filter.getFilterName();
    return start(
        context,
        name,
        () -> {
          var policy = policy(context, SettingsReader.read(context, name, initParameters(filter)));
          warnOfWhatIsOpen(name, policy);
          policies.add(policy);
          return policy;
        });
  }

  /**
   * Starts the authentication mechanism, which goes by the settings of the application.
   *
   * @return empty if it cannot start; the log says why
   */
  synchronized Optional<Enforcement> startMechanism(ServletContext context) {
    return start(context, "TokenAuthenticationMechanism", () -> policy(context, settings()));
  }

  private Optional<Enforcement> start(
      ServletContext context, String name, Supplier<FilterPolicy> policy) {
    try {
      startOnce(context);
      return Optional.of(new Enforcement(policy.get(), verifier.get(), index.get(), feed.get()));
    } catch (RuntimeException | Error e) {
      LOG.log(Level.ERROR, Messages.NOT_STARTED.text(name, e.getMessage()), e);
      return Optional.empty();
    }
  }

  private FilterPolicy policy(ServletContext context, Settings settings) {
    return new FilterPolicy(settings, exemptPaths(context));
  }

  private void startOnce(ServletContext context) {
    context.setAttribute(FilterLifecycle.class.getName(), this);
    if (!started) {
      // Also checked by the initializer, which an absolute ordering drops.
      LOG.log(Level.INFO, NimbusVersion.requireSupported());
      settings = SettingsReader.read(context);
      schedule.start(
          feed.get(),
          settings().get(FilterSettings.POLL_INTERVAL),
          () -> verifier.get().forgetExpired());
      started = true;
      exporters.start(this::allFigures, context.getContextPath());
    }
  }

  /** Tells the application that a request was refused. */
  void announce(Verdict.Refused refused) {
    refused.event().ifPresent(announcements::refused);
  }

  /** Counts and announces what no filter will see. */
  void refusedBeforeTheFilter(Verdict.Refused refused) {
    decisions.count(refused.challenge());
    announce(refused);
  }

  /** What becomes of requests; for whoever decides, not a proxy. */
  Decisions decisions() {
    return decisions;
  }

  @Override
  public NodeFigures figures() {
    if (!started) {
      return NodeFigures.NOT_STARTED; // there is nothing to ask before
    }
    var staleness = feed.get().staleness();
    var isReady =
        feed.get().isLoaded()
            && policies.stream().noneMatch(policy -> policy.staleness().refusesAny(staleness));
    return new NodeFigures(
        isReady,
        staleness,
        index.get().size(),
        index.get().bytes(),
        enforced(announcements.enforced()));
  }

  /** Everything that is told of this node. */
  Figures allFigures() {
    return new Figures(figures(), decisions.snapshot(), announcements.enforced());
  }

  /** Tells whether revocations are not followed any longer, although nobody has stopped it. */
  boolean isStuck() {
    return started && feed.get().sinceProgress().compareTo(STUCK) > 0;
  }

  private static Optional<NodeFigures.Enforced> enforced(Histogram.Snapshot times) {
    return times
        .quantile(0.5)
        .flatMap(p50 -> times.quantile(0.99).map(p99 -> new NodeFigures.Enforced(p50, p99)));
  }

  /** The settings; nothing that needs them is made before they were read. */
  Settings settings() {
    var read = settings;
    if (read == null) {
      throw new IllegalStateException("the filter has not been started");
    }
    return read;
  }

  void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
    schedule.stop();
    if (started) {
      exporters.stop();
      feed.get().stop();
    }
  }

  private List<PathPattern> exemptPaths(ServletContext context) {
    return Stream.concat(
            StatusServlet.paths(context).stream(),
            exempt.stream().flatMap(paths -> paths.patterns(context).stream()))
        .map(PathPattern::parse)
        .toList();
  }

  private static Map<String, String> initParameters(FilterConfig filter) {
    return Collections.list(filter.getInitParameterNames()).stream()
        .collect(Collectors.toMap(Function.identity(), filter::getInitParameter));
  }

  private static void warnOfWhatIsOpen(String filterName, FilterPolicy policy) {
    if (policy.staleness().allowsSome()) {
      LOG.log(
          Level.WARNING,
          Messages.STALE_ALLOWED.text(
              policy.staleness().allowsAll() ? "all requests" : "some requests", filterName));
    }
    if (policy.tokens().acceptsAnyAudience()) {
      LOG.log(Level.WARNING, Messages.ANY_AUDIENCE.text(filterName));
    }
    if (policy.tokens().acceptsIdTokens()) {
      LOG.log(Level.WARNING, Messages.ID_TOKENS.text(filterName));
    }
  }
}
