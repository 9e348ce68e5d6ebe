package io.tokenrevocation.filter;

import io.tokenrevocation.Messages;
import io.tokenrevocation.settings.InvalidSettingException;
import io.tokenrevocation.settings.SettingsReader;
import io.tokenrevocation.token.NimbusVersion;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.Set;

/**
 * Puts the filter in front of everything when the application starts, or refuses the deployment.
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
      FilterPolicy.check(SettingsReader.read(context));
    } catch (InvalidSettingException | IllegalStateException refused) {
      LOG.log(Level.ERROR, Messages.DEPLOYMENT_REFUSED.text(refused.getMessage()));
      throw new ServletException(refused.getMessage());
    }
    map(registration(context));
  }

  /** The application may have declared the filter itself, under any name. */
  private static FilterRegistration registration(ServletContext context) {
    return RegisteredFilter.find(context)
        .orElseGet(
            () -> {
              var added = context.addFilter(RegisteredFilter.NAME, RevocationFilter.class);
              added.setAsyncSupported(true);
              return added;
            });
  }

  /**
   * Before all filters of the application, so that none of them sees a refused request; also where
   * it is mapped already, since that may be for other dispatches than requests.
   */
  private static void map(FilterRegistration registration) {
    registration.addMappingForUrlPatterns(
        EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC),
        false,
        RegisteredFilter.EVERYTHING);
  }
}
