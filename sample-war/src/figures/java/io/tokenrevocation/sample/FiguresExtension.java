package io.tokenrevocation.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives all tests the same table and the same authority; both are closed after the last one. */
final class FiguresExtension implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    var type = parameter.getParameter().getType();
    return type == FigureTable.class || type == LoneAuthority.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    var store = test.getRoot().getStore(ExtensionContext.Namespace.create(FiguresExtension.class));
    return parameter.getParameter().getType() == FigureTable.class
        ? store.getOrComputeIfAbsent(
            FigureTable.class, type -> new FigureTable(), FigureTable.class)
        : store.getOrComputeIfAbsent(LoneAuthority.class, type -> start(), LoneAuthority.class);
  }

  private static LoneAuthority start() {
    try {
      return LoneAuthority.create();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
