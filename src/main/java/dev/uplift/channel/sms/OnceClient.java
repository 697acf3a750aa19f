package dev.uplift.channel.sms;

import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import dev.uplift.channel.Departure;
import java.io.IOException;
import java.net.URI;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Sends each request exactly once. Left alone, one call makes up to six requests: the SDK tries three times and the
 * HTTP client below it twice, so that an SMS that was taken but not confirmed would arrive again.
 */
final class OnceClient extends NetworkHttpClient {

    private static final int MOST_CONNECTIONS = 32;
    private static final String STARTED = "uplift.started";

    OnceClient(String baseUrl, Waiting waiting) {
        super(builder(URI.create(baseUrl), waiting));
    }

    /** One request; throws Answered for every status that is neither success nor a refusal with a reason. */
    @Override
    public Response reliableRequest(Request request) {
        var response = makeRequest(request);
        var status = response.getStatusCode();
        if (status / 100 == 2 || (status / 100 == 4 && status != 408 && status != 429)) {
            return response;
        }
        throw new Answered(status);
    }

    @Override
    public Response reliableRequest(Request request, int[] retryCodes, int retries, long delayMillis) {
        return reliableRequest(request);
    }

    private static HttpClientBuilder builder(URI base, Waiting waiting) {
        var route = route(base);
        var config = RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(waiting.connect()))
                .setResponseTimeout(Timeout.of(waiting.answer()))
                .build();
        return HttpClientBuilder.create()
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .setRoutePlanner((target, context) -> route)
                .setConnectionManager(connections(waiting))
                .setRequestExecutor(new Noting())
                // the SDK sets its own timeouts on every request, so ours must come after
                .addExecInterceptorFirst("uplift", (request, scope, chain) -> {
                    scope.clientContext.setRequestConfig(config);
                    try {
                        return chain.proceed(request, scope);
                    } catch (IOException e) {
                        throw scope.clientContext.getAttribute(STARTED) == null ? new NeverSent(e) : e;
                    }
                });
    }

    private static HttpRoute route(URI base) {
        var host = RoutingSupport.normalize(
                new HttpHost(base.getScheme(), base.getHost(), base.getPort()), DefaultSchemePortResolver.INSTANCE);
        return new HttpRoute(host, null, "https".equals(base.getScheme()));
    }

    private static HttpClientConnectionManager connections(Waiting waiting) {
        var config = ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(waiting.connect()))
                .setSocketTimeout(Timeout.of(waiting.answer()))
                .setValidateAfterInactivity(TimeValue.ofMilliseconds(100))
                .setTimeToLive(TimeValue.ofMinutes(5))
                .build();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setDefaultConnectionConfig(config)
                .build();
    }

    /** Notes that a request is about to be written; until then it is proved not to have been sent. */
    private static final class Noting extends HttpRequestExecutor {

        @Override
        public ClassicHttpResponse execute(
                ClassicHttpRequest request,
                HttpClientConnection connection,
                @Nullable HttpResponseInformationCallback callback,
                HttpContext context)
                throws IOException, HttpException {
            Departure.await();
            context.setAttribute(STARTED, true);
            return super.execute(request, connection, callback, context);
        }
    }
}
