/** The crash laboratory: the product as a process of its own, between sinks, a database and a network that misbehave. */
@NullMarked
package dev.uplift.lab;

import org.jspecify.annotations.NullMarked;
