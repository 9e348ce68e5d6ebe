package io.tokenrevocation.sample.consumer;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The team's own application, where the authority's endpoints are. */
@ApplicationPath("oauth2")
public class RivalApplication extends Application {}
