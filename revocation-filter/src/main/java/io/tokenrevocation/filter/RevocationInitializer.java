package io.tokenrevocation.filter;

import io.tokenrevocation.Messages;
import io.tokenrevocation.settings.InvalidSettingException;
import io.tokenrevocation.settings.Settings;
import io.tokenrevocation.settings.SettingsReader;
import io.tokenrevocation.token.NimbusVersion;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Puts the filter in front of everything when the application starts, unless the application has
 * mapped it itself, or refuses the deployment.
 *
 * <p>An initializer is found even where {@code web.xml} is {@code metadata-complete}. Only an
 * {@code <absolute-ordering>} that leaves this jar out can drop it; {@link RegistrationGuard} sees
 * that.
 */
public final class RevocationInitializer implements ServletContainerInitializer {

  private static final System.Logger LOG = System.getLogger(RevocationInitializer.class.getName());

  /** Made by the servlet container. */
  public RevocationInitializer() {}

  @Override
  public void onStartup(Set<Class<?>> classes, ServletContext context) throws ServletException {
    try {
      NimbusVersion.requireSupported();
      var application = SettingsReader.read(context);
      ContainerSecurity.check(application);
      for (var filter : declaredOrAdded(context)) {
        ContainerSecurity.check(filter.getInitParameters());
        FilterPolicy.check(
            SettingsReader.read(context, filter.getName(), filter.getInitParameters()));
        map(filter);
      }
      requireCoverage(RegisteredFilters.in(context), application);
      StatusServlet.register(context, application);
      context.addListener(EarlyStart.class);
    } catch (InvalidSettingException | IllegalStateException refused) {
      LOG.log(Level.ERROR, Messages.DEPLOYMENT_REFUSED.text(refused.getMessage()));
      throw RefusedDeployment.of(context, refused.getMessage());
    }
  }

  /** The application may have declared the filter itself, under any names. */
  private static List<FilterRegistration> declaredOrAdded(ServletContext context) {
    var declared = RegisteredFilters.in(context).all();
    return declared.isEmpty() ? List.of(add(context)) : declared;
  }

  private static FilterRegistration add(ServletContext context) {
    var added = context.addFilter(RegisteredFilters.CLASS, RevocationFilter.class);
    if (added == null) {
      throw new IllegalStateException(
          "another filter has the name " + RegisteredFilters.CLASS + " in web.xml");
    }
    added.setAsyncSupported(true);
    return added;
  }

  /**
   * Before all filters of the application, so that none of them sees a refused request; or else
   * where the application wants it, there for requests in any case.
   */
  private static void map(FilterRegistration filter) {
    var dispatches = EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC);
    var patterns = RegisteredFilters.urlPatterns(filter).toArray(String[]::new);
    var servlets = RegisteredFilters.servletNames(filter).toArray(String[]::new);
    if (patterns.length > 0) {
      filter.addMappingForUrlPatterns(dispatches, true, patterns);
    }
    if (servlets.length > 0) {
      filter.addMappingForServletNames(dispatches, true, servlets);
    }
    if (patterns.length == 0 && servlets.length == 0) {
      filter.addMappingForUrlPatterns(dispatches, false, PathPattern.EVERYTHING.toString());
    }
  }

  private static void requireCoverage(RegisteredFilters filters, Settings application) {
    filters
        .gap(PolicySettings.mustBeCovered(application))
        .ifPresent(
            gap -> {
              throw new InvalidSettingException(gap);
            });
  }
}
