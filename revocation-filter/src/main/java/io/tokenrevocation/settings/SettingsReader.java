package io.tokenrevocation.settings;

import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/**
 * Reads the settings of a web application: from system properties, else the environment, else
 * MicroProfile Config where the server has it, else the init parameters of a filter if they are for
 * one, else the context parameters of {@code web.xml}.
 */
public final class SettingsReader {

  private SettingsReader() {}

  /**
   * Reads and checks what is set for the application as a whole.
   *
   * @param context the web application
   * @return every setting with its value, except those that must be set but may be set for each
   *     filter, and are not set for all
   * @throws InvalidSettingException if one is wrong, unknown or missing
   */
  public static Settings read(ServletContext context) {
    var sources = beforeWebXml(context.getClassLoader());
    sources.add(contextParameters(context));
    return Settings.ofApplication(groups(context), new SettingSources(sources));
  }

  /**
   * Reads and checks the settings of one filter.
   *
   * @param context the web application
   * @param filterName names the filter in messages
   * @param initParameters of the filter; those without {@code revocation.} in front are ignored
   * @return every setting with its value, those of the whole application included
   * @throws InvalidSettingException if one is wrong, unknown or missing, or an init parameter is a
   *     setting of the whole application
   */
  public static Settings read(
      ServletContext context, String filterName, Map<String, String> initParameters) {
    var own =
        new KeyedSource(
            "the init parameters of the filter " + filterName,
            initParameters::get,
            initParameters::keySet);
    var sources = beforeWebXml(context.getClassLoader());
    sources.add(own);
    sources.add(contextParameters(context));
    return Settings.ofFilter(groups(context), new SettingSources(sources), own);
  }

  /**
   * Reads one setting before there is a web application to ask, and so neither its context
   * parameters nor a filter's init parameters.
   *
   * @param application the class loader of the web application
   * @param setting a setting whose key has no room for a name
   * @param <T> the type of the value
   * @return what was set, or the default
   * @throws InvalidSettingException if the value is wrong
   */
  public static <T> T readEarly(ClassLoader application, Setting<T> setting) {
    return new SettingSources(beforeWebXml(application)).value(setting);
  }

  private static List<SettingsGroup> groups(ServletContext context) {
    var groups = new ArrayList<SettingsGroup>();
    ServiceLoader.load(SettingsGroup.class, context.getClassLoader()).forEach(groups::add);
    return groups;
  }

  private static List<SettingSource> beforeWebXml(ClassLoader application) {
    var sources = new ArrayList<SettingSource>();
    sources.add(
        new KeyedSource(
            "the system properties",
            System::getProperty,
            () -> System.getProperties().stringPropertyNames()));
    var environment = new Environment(System.getenv());
    sources.add(environment);
    MicroProfileConfig.find(application, environment).ifPresent(sources::add);
    return sources;
  }

  private static SettingSource contextParameters(ServletContext context) {
    return new KeyedSource(
        "the context parameters of web.xml",
        context::getInitParameter,
        () -> Collections.list(context.getInitParameterNames()));
  }
}
