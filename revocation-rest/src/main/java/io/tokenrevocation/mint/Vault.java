package io.tokenrevocation.mint;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.text.ParseException;
import java.util.Arrays;

/**
 * Seals secrets for the database under the configured encryption key: AES-256 in GCM, as a compact
 * JWE.
 *
 * <p>A sealed text opens only for the purpose it was sealed for, so that nobody who can write to
 * the database can put one secret in another's place. Thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7518#section-5.3">RFC 7518, 5.3: Content
 *     Encryption with AES GCM</a>
 */
public final class Vault {

  /** How many bytes an encryption key has. */
  public static final int KEY_LENGTH = 32;

  private static final String PURPOSE = "purpose";

  private final byte[] key;

  /**
   * Makes a vault.
   *
   * @param key 32 bytes
   */
  public Vault(byte[] key) {
    if (key.length != KEY_LENGTH) {
      throw new IllegalArgumentException("an encryption key has " + KEY_LENGTH + " bytes");
    }
    this.key = Arrays.copyOf(key, key.length);
  }

  /**
   * Encrypts a secret.
   *
   * @param purpose what the secret is for, such as a kind and an id; authenticated, not encrypted
   * @param secret any text
   * @return a compact JWE, about 1.4 times the secret's length and 130 characters
   */
  public String seal(String purpose, String secret) {
    try {
      var header =
          new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
              .customParam(PURPOSE, purpose)
              .build();
      var jwe = new JWEObject(header, new Payload(secret));
      jwe.encrypt(new DirectEncrypter(key));
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
   * @throws VaultException if it was sealed under another key, for another purpose, or altered
   */
  public String open(String purpose, String sealed) {
    try {
      var jwe = JWEObject.parse(sealed);
      if (!purpose.equals(jwe.getHeader().getCustomParam(PURPOSE))) {
        throw new VaultException(purpose);
      }
      jwe.decrypt(new DirectDecrypter(key));
      return jwe.getPayload().toString();
    } catch (ParseException | JOSEException e) {
      throw new VaultException(purpose);
    }
  }
}
