package dev.uplift.web.staff;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The log-in; the password itself is checked before any controller. */
@Controller
class LoginController {

    private static final String SECONDS_TO_WAIT = "60";

    @GetMapping("/login")
    String login(
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(required = false) @Nullable String expired,
            @RequestParam(required = false) @Nullable String bye,
            @Nullable Authentication member,
            Model model) {
        if (member != null) {
            return "redirect:/campaigns";
        }
        if (error != null) {
            model.addAttribute("alert", "staff.login.error");
        } else if (expired != null) {
            model.addAttribute("notice", "staff.login.expired");
        } else if (bye != null) {
            model.addAttribute("notice", "staff.login.bye");
        }
        return "staff/login";
    }

    @RequestMapping("/login/throttled")
    String throttled(HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
        model.addAttribute("alert", "staff.login.throttled");
        return "staff/login";
    }
}
