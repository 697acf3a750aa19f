package dev.uplift.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The product's REST API, as far as the benchmark needs it. */
record Api(int port, String key) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String BOUNDARY = "rows-of-customers";

    /** Whether it serves; until then it takes no connections, or answers 503. */
    boolean up() throws InterruptedException {
        try {
            return send("GET", "/actuator/health", "text/plain", BodyPublishers.noBody())
                    .path("status")
                    .asString("")
                    .equals("UP");
        } catch (IOException e) {
            return false;
        }
    }

    void importCustomers(Path csv) throws IOException, InterruptedException {
        var head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"customers.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n";
        var body = BodyPublishers.concat(
                BodyPublishers.ofString(head),
                BodyPublishers.ofFile(csv),
                BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
        send("POST", "/api/imports", "multipart/form-data; boundary=" + BOUNDARY, body);
    }

    void putCampaign(String campaign, String yaml) throws IOException, InterruptedException {
        send("PUT", "/api/campaigns/" + campaign, "application/yaml", BodyPublishers.ofString(yaml));
    }

    void launch(String campaign) throws IOException, InterruptedException {
        send("POST", "/api/campaigns/" + campaign + "/launch", "application/json", BodyPublishers.noBody());
    }

    JsonNode campaign(String campaign) throws IOException, InterruptedException {
        return send("GET", "/api/campaigns/" + campaign, "application/json", BodyPublishers.noBody());
    }

    /** Opens a page as somebody logged in. */
    void page(String path) throws IOException, InterruptedException {
        answer("GET", path, "text/html", BodyPublishers.noBody());
    }

    private JsonNode send(String method, String path, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        var text = answer(method, path, type, body);
        return text.isEmpty() ? JSON.nullNode() : JSON.readTree(text);
    }

    private String answer(String method, String path, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, body)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", type)
                .build();
        var answer = HTTP.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(
                    method + " " + path + " was answered with " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }
}
