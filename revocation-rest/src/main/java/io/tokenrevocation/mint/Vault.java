package io.tokenrevocation.mint;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Seals secrets for the database under the configured encryption key: AES-256 in GCM, as a compact
 * JWE that names the key.
 *
 * <p>A sealed text opens only for the purpose it was sealed for, so that nobody who can write to
 * the database can put one secret in another's place. It opens under previous encryption keys too.
 * Thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7518#section-5.3">RFC 7518, 5.3: Content
 *     Encryption with AES GCM</a>
 */
public final class Vault {

  /** How many bytes an encryption key has. */
  public static final int KEY_LENGTH = 32;

  private static final String PURPOSE = "purpose";

  /** The present one first. */
  private final List<OctetSequenceKey> keys;

  /**
   * Makes a vault that knows one key.
   *
   * @param key 32 bytes
   */
  public Vault(byte[] key) {
    this(key, List.of());
  }

  /**
   * Makes a vault.
   *
   * @param key 32 bytes, seals and opens
   * @param previous 32 bytes each, only open; may be empty
   */
  public Vault(byte[] key, List<byte[]> previous) {
    this.keys = Stream.concat(Stream.of(key), previous.stream()).map(Vault::named).toList();
  }

  /**
   * Returns by which name what is sealed now speaks of its key, which can be shown.
   *
   * @return the thumbprint of the present key (RFC 7638)
   */
  public String keyId() {
    return keys.get(0).getKeyID();
  }

  /**
   * Tells whether there may be anything that {@link #reseal} has to do.
   *
   * @return true if previous keys are known
   */
  public boolean hasPreviousKeys() {
    return keys.size() > 1;
  }

  /**
   * Encrypts a secret.
   *
   * @param purpose what the secret is for, such as a kind and an id; authenticated, not encrypted
   * @param secret any text
   * @return a compact JWE, about 1.4 times the secret's length and 200 characters
   */
  public String seal(String purpose, String secret) {
    try {
      var header =
          new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
              .keyID(keyId())
              .customParam(PURPOSE, purpose)
              .build();
      var jwe = new JWEObject(header, new Payload(secret));
      jwe.encrypt(new DirectEncrypter(keys.get(0)));
      return jwe.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("every Java platform has AES in GCM", e);
    }
  }

  /**
   * Decrypts a secret.
   *
   * @param purpose what it was sealed for
   * @param sealed what {@link #seal} returned
   * @return the secret
   * @throws VaultException if it was sealed under a key not known, for another purpose, or altered
   */
  public String open(String purpose, String sealed) {
    try {
      var jwe = parse(sealed);
      if (!purpose.equals(jwe.getHeader().getCustomParam(PURPOSE))) {
        throw new VaultException(purpose);
      }
      return decrypt(jwe).orElseThrow(() -> new VaultException(purpose));
    } catch (ParseException e) {
      throw new VaultException(purpose);
    }
  }

  /**
   * Seals again, for the same purpose, what lies under a previous key or does not name its key.
   *
   * @param sealed what {@link #seal} returned, maybe of an older release
   * @return empty if it lies under the present key
   * @throws VaultException if it was sealed under a key not known, or altered
   */
  Optional<String> reseal(String sealed) {
    try {
      var header = parse(sealed).getHeader();
      if (keyId().equals(header.getKeyID())) {
        return Optional.empty();
      }
      var purpose = String.valueOf(header.getCustomParam(PURPOSE));
      return Optional.of(seal(purpose, open(purpose, sealed)));
    } catch (ParseException e) {
      throw new VaultException("sealed text");
    }
  }

  /** Some headers that make no sense are an illegal argument to Nimbus. */
  private static JWEObject parse(String sealed) throws ParseException {
    try {
      return JWEObject.parse(sealed);
    } catch (IllegalArgumentException e) {
      throw new ParseException("no header of ours", 0);
    }
  }

  /** By the key it names; older releases named none. */
  private Optional<String> decrypt(JWEObject jwe) {
    var named = jwe.getHeader().getKeyID();
    for (var key : keys) {
      if (named == null || named.equals(key.getKeyID())) {
        try {
          jwe.decrypt(new DirectDecrypter(key));
          return Optional.of(jwe.getPayload().toString());
        } catch (JOSEException e) {
          // another key may open it
        }
      }
    }
    return Optional.empty();
  }

  private static OctetSequenceKey named(byte[] key) {
    if (key.length != KEY_LENGTH) {
      throw new IllegalArgumentException("an encryption key has " + KEY_LENGTH + " bytes");
    }
    try {
      return new OctetSequenceKey.Builder(key).keyIDFromThumbprint().build();
    } catch (JOSEException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
