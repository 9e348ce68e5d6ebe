package com.example.orders;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Names no classes, and so takes in those of every jar. */
@ApplicationPath("api")
public class ApiApplication extends Application {}
