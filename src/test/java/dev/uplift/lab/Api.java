package dev.uplift.lab;

import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** A node as its users and providers reach it. */
final class Api {

    static final String KEY = "lab-key";
    static final String TWILIO_TOKEN = "lab-twilio-token";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final RestClient rest;

    Api(String url) {
        var requests = new JdkClientHttpRequestFactory(HTTP);
        requests.setReadTimeout(Duration.ofMinutes(1));
        this.rest = RestClient.builder()
                .requestFactory(requests)
                .baseUrl(url)
                .defaultHeader("Authorization", "Bearer " + KEY)
                .build();
    }

    boolean up() {
        return rest.get()
                .uri("/actuator/health")
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .is2xxSuccessful();
    }

    JsonNode get(String path) {
        return Objects.requireNonNull(rest.get().uri(path).retrieve().body(JsonNode.class));
    }

    JsonNode post(String path, String json) {
        return Objects.requireNonNull(rest.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json)
                .retrieve()
                .body(JsonNode.class));
    }

    void put(String path, String yaml) {
        rest.put()
                .uri(path)
                .contentType(MediaType.TEXT_PLAIN)
                .body(yaml)
                .retrieve()
                .toBodilessEntity();
    }

    /** Opens what a customer would, as a customer: without a key. */
    void submit(String path, Map<String, String> form) {
        signed(path, form, "");
    }

    /** What Twilio posts, signed for the public address of the product. */
    void twilio(String path, Map<String, String> form, String publicUrl) {
        signed(path, form, signature(publicUrl + path, form));
    }

    private void signed(String path, Map<String, String> form, String signature) {
        var body = new LinkedMultiValueMap<String, String>();
        form.forEach(body::add);
        rest.post()
                .uri(path)
                .headers(headers -> headers.remove("Authorization"))
                .header("X-Twilio-Signature", signature)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(body)
                .retrieve()
                .toBodilessEntity();
    }

    private static String signature(String address, Map<String, String> form) {
        var text = new StringBuilder(address);
        new TreeMap<>(form).forEach((name, value) -> text.append(name).append(value));
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(TWILIO_TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
