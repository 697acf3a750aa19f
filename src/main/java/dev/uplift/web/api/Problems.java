package dev.uplift.web.api;

import dev.uplift.campaign.IllegalState;
import dev.uplift.followup.CaseRefused;
import dev.uplift.platform.InvalidInput;
import dev.uplift.platform.Problem;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/** Says what is wrong as a problem document (RFC 9457), never as a stack trace. */
@RestControllerAdvice("dev.uplift.web.api")
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ProblemDetail notKnown(NotKnown e) {
        return problem(HttpStatus.NOT_FOUND, "Not found", e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail illegalState(IllegalState e) {
        return problem(HttpStatus.CONFLICT, "Not possible in this state", e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail refused(CaseRefused e) {
        var status = switch (e.why()) {
            case NOT_KNOWN, NO_IMPROVEMENT -> HttpStatus.NOT_FOUND;
            case TOO_LONG, EMPTY, NO_TEMPLATE -> HttpStatus.UNPROCESSABLE_CONTENT;
            default -> HttpStatus.CONFLICT;
        };
        var problem = problem(status, "Not possible as it is", e.getMessage());
        problem.setProperty("code", e.why());
        problem.setProperty("values", e.values());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail invalidInput(InvalidInput e) {
        var count = e.problems().size();
        var problem = problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "Not acceptable as it is",
                count == 1 ? e.getMessage() : count + " problems were found.");
        problem.setProperty("problems", e.problems());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail unreadable(JacksonException e) {
        var place = e.getLocation();
        var line = place == null ? null : (Integer) place.getLineNr();
        var column = place == null ? null : (Integer) place.getColumnNr();
        var problem = problem(
                HttpStatus.BAD_REQUEST,
                "Unreadable JSON",
                "The JSON cannot be read" + (line == null ? "." : " at line " + line + ", column " + column + "."));
        var what = new Problem(
                Problem.Severity.ERROR, "body", line, column, said(e), "Send valid JSON; sending again is harmless.");
        problem.setProperty("problems", List.of(what));
        return problem;
    }

    @ExceptionHandler
    ProblemDetail unreadable(MultipartException e) {
        return problem(
                HttpStatus.BAD_REQUEST, "Unreadable upload", "Send the file as multipart/form-data in a part 'file'.");
    }

    @ExceptionHandler
    ProblemDetail forbidden(AccessDeniedException e) {
        return problem(HttpStatus.FORBIDDEN, "Forbidden", e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail failed(RuntimeException e) {
        log.error("A call of the API failed", e);
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "Failed", "The call failed on our side; the log says why.");
    }

    private static ProblemDetail problem(
            HttpStatus status, String title, @org.jspecify.annotations.Nullable String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        return problem;
    }

    /** The parser's first sentence; what follows it quotes the input. */
    private static String said(JacksonException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("It ends in the middle.");
    }
}
