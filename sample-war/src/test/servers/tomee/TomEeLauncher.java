import java.io.File;
import org.apache.catalina.connector.Connector;
import org.apache.tomee.embedded.Configuration;
import org.apache.tomee.embedded.Container;

/**
 * Starts TomEE on the loopback address and deploys WARs, each under its own name. TomEE's own main
 * class listens everywhere, and ends with the first WAR that is refused.
 */
class TomEeLauncher {

  /** Arguments: a directory to write to, the port, and the WARs. */
  public static void main(String[] args) throws Exception {
    var configuration = new Configuration();
    configuration.setDir(args[0]);
    configuration.setHttpPort(Integer.parseInt(args[1]));
    configuration.setStopPort(-1);
    var container =
        new Container() {
          @Override
          protected Connector createConnector() {
            var connector = super.createConnector();
            connector.setProperty("address", "127.0.0.1");
            return connector;
          }
        };
    container.setup(configuration);
    container.start();
    for (var i = 2; i < args.length; i++) {
      var war = new File(args[i]);
      try {
        container.deploy(war.getName().replace(".war", ""), war);
      } catch (Exception refused) {
        refused.printStackTrace();
      }
    }
    System.out.println("Every WAR has been deployed or refused");
    Thread.currentThread().join();
  }
}
