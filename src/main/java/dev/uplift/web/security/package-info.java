/** Who may call which address: sessions for people, API keys for programs, neither for customers. */
@NullMarked
package dev.uplift.web.security;

import org.jspecify.annotations.NullMarked;
