package io.tokenrevocation.sample.consumer;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The team's own application, which names no classes and so takes in those of every jar. */
@ApplicationPath("consumer")
public class ConsumerApplication extends Application {}
