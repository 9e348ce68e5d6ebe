package io.tokenrevocation.rest.cognito;

import jakarta.json.JsonNumber;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;

/**
 * An instant as Cognito writes it: seconds since 1970 with up to three decimals, the way Java
 * prints a large {@code double}, such as {@code 1.790257792556E9}.
 *
 * @param seconds the number
 */
record EpochSeconds(BigDecimal seconds) implements JsonNumber {

  static EpochSeconds of(Instant instant) {
    return new EpochSeconds(BigDecimal.valueOf(instant.toEpochMilli(), 3).stripTrailingZeros());
  }

  @Override
  public String toString() {
    var digits = seconds.unscaledValue().toString();
    var fraction = digits.length() > 1 ? digits.substring(1) : "0";
    return digits.charAt(0) + "." + fraction + "E" + (digits.length() - 1 - seconds.scale());
  }

  @Override
  public boolean isIntegral() {
    return seconds.scale() <= 0;
  }

  @Override
  public int intValue() {
    return seconds.intValue();
  }

  @Override
  public int intValueExact() {
    return seconds.intValueExact();
  }

  @Override
  public long longValue() {
    return seconds.longValue();
  }

  @Override
  public long longValueExact() {
    return seconds.longValueExact();
  }

  @Override
  public BigInteger bigIntegerValue() {
    return seconds.toBigInteger();
  }

  @Override
  public BigInteger bigIntegerValueExact() {
    return seconds.toBigIntegerExact();
  }

  @Override
  public double doubleValue() {
    return seconds.doubleValue();
  }

  @Override
  public BigDecimal bigDecimalValue() {
    return seconds;
  }

  @Override
  public ValueType getValueType() {
    return ValueType.NUMBER;
  }
}
