/**
 * The authority's database: entities, stores, migrations and the one place that opens transactions.
 *
 * <p>The only importer of Jakarta Persistence, Hibernate and Flyway. Implements the interfaces of
 * the packages it serves and decides nothing.
 */
@NullMarked
package io.tokenrevocation.jpa;

import org.jspecify.annotations.NullMarked;
