package com.example.orders;

import jakarta.enterprise.concurrent.Asynchronous;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;

@ApplicationScoped
public class Kitchen {

  @Asynchronous
  public CompletableFuture<String> cook(String customer) {
    return Asynchronous.Result.complete("cooked for " + customer);
  }
}
