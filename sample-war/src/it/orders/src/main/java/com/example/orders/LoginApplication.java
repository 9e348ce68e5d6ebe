package com.example.orders;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The team's own OAuth endpoints were at /oauth2 first. */
@ApplicationPath("oauth2")
public class LoginApplication extends Application {}
