package io.tokenrevocation.sample;

import java.util.Optional;

/** Somebody else who can tell whether a password is right. */
interface PasswordCheck {

  /** Empty if they cannot tell. */
  Optional<Boolean> isRight(String username, String password);
}
