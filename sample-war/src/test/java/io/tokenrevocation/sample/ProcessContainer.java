package io.tokenrevocation.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jspecify.annotations.Nullable;

/**
 * Any {@link ServerUnderTest} as Arquillian's container: a process that deploys the one WAR.
 *
 * <p>Where several JVMs share the tests, each is given one class after the other, and each class is
 * a suite to Arquillian. So the server stays until the JVM ends.
 */
public final class ProcessContainer implements DeployableContainer<ProcessContainer.Settings> {

  private static @Nullable RunningServer server;

  /** Registers the container. */
  public static final class Extension implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
      builder.service(DeployableContainer.class, ProcessContainer.class);
    }
  }

  /** There are none: the profile of the build has chosen. */
  public static final class Settings implements ContainerConfiguration {

    @Override
    public void validate() {}
  }

  @Override
  public Class<Settings> getConfigurationClass() {
    return Settings.class;
  }

  @Override
  public ProtocolDescription getDefaultProtocol() {
    return new ProtocolDescription("Local");
  }

  @Override
  public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
    try {
      if (server == null) {
        server = start(archive).untilTheEnd();
      }
    } catch (IOException e) {
      throw new DeploymentException("not started", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeploymentException("interrupted", e);
    }
    var context = new HTTPContext("localhost", server.port());
    var path = "/" + archive.getName().replaceFirst("\\.war$", "");
    return new ProtocolMetaData().addContext(context.add(new Servlet("sample", path)));
  }

  private static RunningServer start(Archive<?> archive) throws IOException, InterruptedException {
    var parent = Files.createDirectories(Path.of(System.getProperty("it.data"), "suite"));
    var directory = Files.createTempDirectory(parent, "run-");
    var war = directory.resolve(archive.getName());
    archive.as(ZipExporter.class).exportTo(war.toFile());
    return RunningServer.start(directory, RunCommand.freePort(), List.of(war));
  }

  /** It stays for the classes to come. */
  @Override
  public void undeploy(Archive<?> archive) {}
}
