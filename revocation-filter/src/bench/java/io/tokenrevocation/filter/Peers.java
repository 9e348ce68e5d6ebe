package io.tokenrevocation.filter;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** What others take to verify a token, and no more: none of them asks whether it is revoked. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Peers {

  private Tokens tokens;
  private String[] batch;
  private RSAPublicKey key;
  private DefaultJWTProcessor<SecurityContext> nimbus;
  private NimbusJwtDecoder spring;
  private JWTParser smallRye;

  @Setup
  public void make() throws JOSEException {
    var read = BenchTokens.read();
    tokens = new Tokens(read.compact());
    key = read.key().toRSAPublicKey();
    nimbus = new DefaultJWTProcessor<>();
    nimbus.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            JWSAlgorithm.RS256, new ImmutableJWKSet<>(new JWKSet(read.key()))));
    spring = NimbusJwtDecoder.withPublicKey(key).build();
    smallRye = new DefaultJWTParser(new JWTAuthContextInfo(key, BenchTokens.ISSUER));
  }

  @Setup(Level.Invocation)
  public void receive() {
    batch = tokens.batch();
  }

  /** What the other benchmarks are charged for their headers, in bytes. */
  @Benchmark
  @OperationsPerInvocation(Tokens.BATCH)
  public String[] headersAlone(ProcessorTime time) {
    time.start();
    time.stop();
    return batch;
  }

  @Benchmark
  @OperationsPerInvocation(Tokens.BATCH)
  public boolean bareSignature(ProcessorTime time) throws GeneralSecurityException {
    time.start();
    var good = true;
    for (var token : batch) {
      var dot = token.lastIndexOf('.');
      var signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(key);
      signature.update(token.substring(0, dot).getBytes(StandardCharsets.US_ASCII));
      good &= signature.verify(Base64.getUrlDecoder().decode(token.substring(dot + 1)));
    }
    time.stop();
    return good;
  }

  @Benchmark
  @OperationsPerInvocation(Tokens.BATCH)
  public void nimbus(ProcessorTime time, Blackhole claims)
      throws java.text.ParseException, BadJOSEException, JOSEException {
    time.start();
    for (var token : batch) {
      claims.consume(nimbus.process(token, null));
    }
    time.stop();
  }

  @Benchmark
  @OperationsPerInvocation(Tokens.BATCH)
  public void spring(ProcessorTime time, Blackhole jwts) {
    time.start();
    for (var token : batch) {
      jwts.consume(spring.decode(token));
    }
    time.stop();
  }

  @Benchmark
  @OperationsPerInvocation(Tokens.BATCH)
  public void smallRye(ProcessorTime time, Blackhole jwts) throws ParseException {
    time.start();
    for (var token : batch) {
      jwts.consume(smallRye.parse(token));
    }
    time.stop();
  }
}
