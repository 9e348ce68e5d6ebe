package io.tokenrevocation.rest.console;

import jakarta.enterprise.inject.Instance;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What CDI has for the console. */
final class TestBeans {

  private TestBeans() {}

  /** One bean. */
  static <T> Instance<T> of(T bean) {
    return instance(bean);
  }

  /** No identity stores. */
  static Instance<Object> withoutStores() {
    return instance(null);
  }

  /** An identity store, to whom everybody with the password is an administrator. */
  static Instance<Object> withStore() {
    IdentityStoreHandler store =
        credential ->
            credential instanceof UsernamePasswordCredential typed
                    && typed.getPasswordAsString().equals(TestUsers.PASSWORD)
                ? new CredentialValidationResult(typed.getCaller(), Set.of(TestUsers.ROLE))
                : CredentialValidationResult.INVALID_RESULT;
    return instance(store);
  }

  @SuppressWarnings("unchecked")
  private static <T> Instance<T> instance(@Nullable Object bean) {
    return (Instance<T>)
        Proxy.newProxyInstance(
            TestBeans.class.getClassLoader(),
            new Class<?>[] {Instance.class},
            (proxy, called, arguments) ->
                switch (called.getName()) {
                  case "get" -> bean;
                  case "isResolvable" -> bean != null;
                  case "isAmbiguous" -> false;
                  case "select" -> proxy;
                  default -> throw new UnsupportedOperationException(called.getName());
                });
  }
}
