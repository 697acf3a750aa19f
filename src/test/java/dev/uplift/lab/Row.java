package dev.uplift.lab;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** Names the row of the reliability report that a test belongs to. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@ExtendWith(Reporting.class)
@interface Row {

    /** Its id in the table of faults, such as {@code K1}. */
    String id();

    /** The fault and what must hold, in a sentence. */
    String what();
}
