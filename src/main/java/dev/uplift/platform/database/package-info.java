/** The PostgreSQL server that lives in {@code uplift.home} while no external one is configured. */
@NullMarked
package dev.uplift.platform.database;

import org.jspecify.annotations.NullMarked;
