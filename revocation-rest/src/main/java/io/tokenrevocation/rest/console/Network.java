package io.tokenrevocation.rest.console;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Where an address is: of IPv6, whoever has one has all of its /64.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6177#section-2">RFC 6177, 2</a>
 */
final class Network {

  private static final int PREFIX = 8;

  /** Maybe in brackets, maybe with a zone; nothing that would be looked for in the DNS. */
  private static final Pattern COLONS =
      Pattern.compile("\\[?([0-9a-fA-F:][0-9a-fA-F.]*:[0-9a-fA-F:.]*)(%[^\\]]*)?]?");

  private Network() {}

  /** The network of an address; what is no IPv6 address stands for itself. */
  static String of(String address) {
    var match = COLONS.matcher(address);
    if (!match.matches()) {
      return address;
    }
    try {
      var parsed = InetAddress.getAllByName(match.group(1))[0];
      var bytes = parsed.getAddress();
      return bytes.length > PREFIX
          ? HexFormat.of().formatHex(bytes, 0, PREFIX) + "/64"
          : parsed.getHostAddress();
    } catch (UnknownHostException e) {
      return address;
    }
  }
}
