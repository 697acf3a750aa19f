package dev.uplift.web.staff;

import dev.uplift.channel.ChannelSettings;
import dev.uplift.delivery.Hold;
import dev.uplift.delivery.Holds;
import dev.uplift.followup.Cases;
import dev.uplift.identity.Account;
import dev.uplift.identity.Accounts;
import dev.uplift.platform.UpliftSettings;
import dev.uplift.web.security.Access;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page of the staff, and of the demo, its {@link Shell}. */
@ControllerAdvice(basePackages = {"dev.uplift.web.staff", "dev.uplift.demo"})
class ShellAdvice {

    private final Accounts accounts;
    private final UpliftSettings settings;
    private final ChannelSettings channels;
    private final Holds holds;
    private final Cases cases;
    private final Wordings wordings;

    ShellAdvice(
            Accounts accounts,
            UpliftSettings settings,
            ChannelSettings channels,
            Holds holds,
            Cases cases,
            Wordings wordings) {
        this.accounts = accounts;
        this.settings = settings;
        this.channels = channels;
        this.holds = holds;
        this.cases = cases;
        this.wordings = wordings;
    }

    @ModelAttribute("shell")
    Shell shell(HttpServletRequest request, @Nullable Authentication member, Locale locale) {
        var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Shell(
                locale.getLanguage(),
                settings.company().name(),
                member == null ? null : displayName(member.getName()),
                new Navigation(access -> may(access, member), channels.local(), waiting(member)).groups(),
                csrf == null ? null : csrf.getToken(),
                Languages.switchTo(locale.getLanguage().equals("de") ? "en" : "de", request),
                member == null
                        ? null
                        : holds.current()
                                .map(hold -> banner(hold, member, locale))
                                .orElse(null));
    }

    private Shell.Banner banner(Hold hold, Authentication member, Locale locale) {
        var wording = wordings.in(locale);
        var words = hold.note() == null ? "" : hold.note();
        return new Shell.Banner(
                wording.text("staff.hold." + hold.reason(), hold.by(), words),
                wording.time(hold.since()),
                Access.APPROVE.allows(Access.actor(member)));
    }

    private long waiting(@Nullable Authentication member) {
        return member != null && may(Access.FOLLOW_UP, member) ? cases.countNew(member.getName(), 0) : 0;
    }

    private static boolean may(Access access, @Nullable Authentication member) {
        return member != null && access.allows(Access.actor(member));
    }

    private String displayName(String name) {
        return accounts.find(name).map(Account::displayName).orElse(name);
    }
}
