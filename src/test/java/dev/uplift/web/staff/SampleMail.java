package dev.uplift.web.staff;

import dev.uplift.message.Renderer;
import dev.uplift.message.Templates;
import dev.uplift.platform.PublicUrl;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;

/** What messages to single customers need of the engine, which sends nothing here. */
@TestConfiguration(proxyBeanMethods = false)
@ComponentScan(
        basePackages = "dev.uplift.delivery",
        useDefaultFilters = false,
        includeFilters =
                @Filter(
                        type = FilterType.REGEX,
                        pattern =
                                ".*\\.(DirectMessages|DirectTexts|DirectBook|Composer|Recipients|Happenings|Invitations|UnsubscribeTokens|Few)"),
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@Import({Renderer.class, Templates.class, PublicUrl.class})
class SampleMail {}
