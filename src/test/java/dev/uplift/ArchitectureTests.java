package dev.uplift;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.uplift.platform.UpliftClock;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ArchitectureTests {

    /** Each module and what it may use, as the architecture says; arrows point only upwards. */
    private static final String MODULES = """
            platform:
            identity: platform
            audience: platform
            consent: platform audience
            message: platform
            channel: platform message
            survey: platform
            campaign: platform identity audience message survey
            delivery: platform identity campaign consent message channel survey
            impact: platform audience campaign survey
            followup: platform audience campaign delivery survey
            outbox: platform channel::webhook
            alert: platform message channel survey delivery impact::stats
            strategy: platform audience survey campaign impact impact::insights impact::stats
            web: platform identity audience consent message channel survey survey::answers campaign delivery impact impact::insights impact::stats followup strategy outbox alert
            demo: platform identity audience consent message channel survey campaign delivery impact followup web
            """;

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.uplift");

    @Test
    void modulesUseOnlyWhatTheyMay() {
        var modules = ApplicationModules.of(UpliftApplication.class);

        modules.verify();

        new Documenter(modules).writeModulesAsPlantUml().writeIndividualModulesAsPlantUml();
    }

    @Test
    void modulesDeclareWhatTheArchitectureSays() {
        var declared = CLASSES.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(unit -> unit.isAnnotatedWith(ApplicationModule.class))
                .map(ArchitectureTests::declaration)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(declared)
                .containsExactlyElementsOf(
                        MODULES.lines().map(ArchitectureTests::sorted).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void packagesTellTheCompilerThatNothingIsNull() {
        var careless = CLASSES.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(unit -> !unit.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName);

        assertThat(careless).isEmpty();
    }

    @Test
    void onlyChannelsKnowTheirProviders() {
        // The demo's stand-ins read mails and sign callbacks as the real ones do.
        noClasses()
                .that(resideInAPackage("dev.uplift..")
                        .and(not(resideInAPackage("dev.uplift.channel..")))
                        .and(not(resideInAPackage("dev.uplift.demo.."))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.twilio..", "jakarta.mail..", "org.subethamail..")
                .check(CLASSES);
    }

    @Test
    void timeComesFromTheClock() {
        noClasses()
                .that(describe("are not the clock", type -> !type.isEquivalentTo(UpliftClock.class)))
                // Who guesses passwords does so in real time, whatever time the demo shows.
                .and(not(resideInAPackage("dev.uplift.web.security..")))
                .should()
                .callCodeUnitWhere(describe("it asks the system for the time", ArchitectureTests::asksTheSystem))
                .check(CLASSES);
    }

    @Test
    void namesSayWhatATypeIs() {
        classes()
                .should()
                .haveSimpleNameNotEndingWith("Impl")
                .andShould()
                .haveSimpleNameNotEndingWith("Manager")
                .andShould()
                .haveSimpleNameNotEndingWith("Helper")
                .andShould()
                .haveSimpleNameNotEndingWith("Util")
                .andShould()
                .haveSimpleNameNotEndingWith("Utils")
                .andShould()
                .haveSimpleNameNotEndingWith("Dto")
                .check(CLASSES);
    }

    private static boolean asksTheSystem(JavaCall<?> call) {
        var owner = call.getTargetOwner();
        var parameters = call.getTarget().getRawParameterTypes();
        if (owner.getPackageName().equals("java.time")) {
            var takesClock = parameters.stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
            return (call.getName().equals("now") && !takesClock)
                    || call.getName().startsWith("system");
        }
        return (owner.isEquivalentTo(System.class) && call.getName().equals("currentTimeMillis"))
                || (owner.isEquivalentTo(Date.class) && call.getName().equals("<init>") && parameters.isEmpty());
    }

    private static String declaration(JavaPackage module) {
        var allowed = module.getAnnotationOfType(ApplicationModule.class).allowedDependencies();
        return sorted(module.getRelativeName() + ": " + String.join(" ", allowed));
    }

    private static String sorted(String declaration) {
        var parts = declaration.split(":", -1);
        Set<String> used = new TreeSet<>(Arrays.asList(parts[1].strip().split(" ")));
        return parts[0] + ": " + String.join(" ", used);
    }
}
