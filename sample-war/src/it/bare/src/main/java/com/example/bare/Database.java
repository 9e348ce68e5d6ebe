package com.example.bare;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/** What would be in web.xml, if there were one. */
@ApplicationScoped
@DataSourceDefinition(
    name = "java:app/jdbc/revocation",
    className = "org.h2.jdbcx.JdbcDataSource",
    url = "jdbc:h2:file:./bare;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000",
    user = "bare",
    password = "bare")
public class Database {}
