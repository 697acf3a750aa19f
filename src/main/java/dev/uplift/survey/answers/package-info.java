/** What becomes of answers once they are given: they are found, read and sorted by what they are about. */
@NamedInterface("answers")
@NullMarked
package dev.uplift.survey.answers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
