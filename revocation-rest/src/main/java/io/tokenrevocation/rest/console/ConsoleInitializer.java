package io.tokenrevocation.rest.console;

import io.tokenrevocation.pool.AuthoritySettings;
import io.tokenrevocation.pool.Messages;
import io.tokenrevocation.rest.OwnApplication;
import io.tokenrevocation.settings.InvalidSettingException;
import io.tokenrevocation.settings.SettingsReader;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.lang.System.Logger.Level;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the console where the JSON API is, if the settings want it. */
public final class ConsoleInitializer implements ServletContainerInitializer {

  private static final System.Logger LOG = System.getLogger(ConsoleInitializer.class.getName());

  /** Made by the servlet container. */
  public ConsoleInitializer() {}

  @Override
  public void onStartup(@Nullable Set<Class<?>> none, ServletContext context) {
    if (isWanted(context)) {
      var pattern = OwnApplication.REVOCATION.path(context) + "/console/*";
      var servlet = context.addServlet(ConsoleServlet.class.getName(), ConsoleServlet.class);
      if (servlet == null || !servlet.addMapping(pattern).isEmpty()) {
        LOG.log(Level.WARNING, Messages.CONSOLE_PATH_TAKEN.text(pattern));
      }
    }
  }

  private static boolean isWanted(ServletContext context) {
    try {
      return SettingsReader.read(context).get(AuthoritySettings.CONSOLE);
    } catch (InvalidSettingException invalid) {
      return false; // for which the filter refuses the deployment
    }
  }
}
