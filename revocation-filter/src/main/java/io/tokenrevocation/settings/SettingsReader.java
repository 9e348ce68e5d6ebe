package io.tokenrevocation.settings;

import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.ServiceLoader;

/**
 * Reads the settings of a web application: from system properties, else the environment, else
 * MicroProfile Config where the server has it, else the context parameters of {@code web.xml}.
 */
public final class SettingsReader {

  private SettingsReader() {}

  /**
   * Reads and checks all settings.
   *
   * @param context the web application
   * @return every setting with its value
   * @throws InvalidSettingException if one is wrong, unknown or missing
   */
  public static Settings read(ServletContext context) {
    var groups = new ArrayList<SettingsGroup>();
    ServiceLoader.load(SettingsGroup.class, context.getClassLoader()).forEach(groups::add);
    var sources = new ArrayList<SettingSource>();
    sources.add(
        new KeyedSource(
            "the system properties",
            System::getProperty,
            () -> System.getProperties().stringPropertyNames()));
    sources.add(new Environment(System.getenv()));
    MicroProfileConfig.find(context.getClassLoader()).ifPresent(sources::add);
    sources.add(
        new KeyedSource(
            "the context parameters of web.xml",
            context::getInitParameter,
            () -> Collections.list(context.getInitParameterNames())));
    return Settings.read(groups, sources);
  }
}
