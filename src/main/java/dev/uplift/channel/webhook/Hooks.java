package dev.uplift.channel.webhook;

import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Posts to other systems: exactly one try, no redirects, to public addresses only unless told otherwise, and never longer
 * than ten seconds.
 */
@Component
public class Hooks implements DisposableBean {

    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final long MOST_SECONDS = 10;
    private static final int MOST_CONNECTIONS = 64;
    private static final int LONGEST_LINE = 8_192;
    private static final int MOST_HEADERS = 100;

    private final CloseableHttpClient outside = client(new PublicAddresses());
    private final CloseableHttpClient anywhere = client(SystemDefaultDnsResolver.INSTANCE);
    private final ScheduledExecutorService patience = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "webhook-patience");
        thread.setDaemon(true);
        return thread;
    });

    /** Posts once; gives back why it did not arrive, or an empty text if the receiver took it with a status of 200 to 299. */
    public String post(HookTarget target, HookCall call, Instant now) {
        var request = request(target, call, now);
        var end = patience.schedule(request::cancel, MOST_SECONDS, TimeUnit.SECONDS);
        try {
            var client = target.privateNetwork() ? anywhere : outside;
            return judged(client.executeOpen(null, request, null).getCode());
        } catch (IOException e) {
            return request.isCancelled() ? "No answer within 10 seconds" : said(e);
        } finally {
            end.cancel(false);
            // Nothing of the answer but its status is read: this closes the connection.
            request.cancel();
        }
    }

    @Override
    public void destroy() throws IOException {
        patience.shutdownNow();
        outside.close();
        anywhere.close();
    }

    private static HttpPost request(HookTarget target, HookCall call, Instant now) {
        var request = new HttpPost(target.url());
        request.setHeader("User-Agent", "Uplift");
        request.setHeader("Uplift-Event", call.event());
        request.setHeader("Uplift-Delivery", call.delivery());
        request.setHeader("Uplift-Signature", HookSignature.of(target.secret(), call.body(), now));
        request.setEntity(new StringEntity(call.body(), ContentType.APPLICATION_JSON));
        return request;
    }

    private static String judged(int status) {
        if (status / 100 == 2) {
            return "";
        }
        return "The receiver answered " + status + (status / 100 == 3 ? "; redirects are not followed" : "");
    }

    private static String said(IOException e) {
        var words = e.getMessage();
        return e.getClass().getSimpleName()
                + (words == null ? "" : ": " + words.lines().findFirst().orElse(""));
    }

    private static CloseableHttpClient client(DnsResolver names) {
        var http = Http1Config.custom()
                .setMaxLineLength(LONGEST_LINE)
                .setMaxHeaderCount(MOST_HEADERS)
                .build();
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(names)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(http)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setSocketTimeout(Timeout.ofSeconds(MOST_SECONDS))
                        .build())
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .build();
        return HttpClientBuilder.create()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.ofSeconds(MOST_SECONDS))
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableContentCompression()
                .build();
    }
}
