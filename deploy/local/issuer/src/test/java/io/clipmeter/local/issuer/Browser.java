package io.clipmeter.local.issuer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An issuer on a free port, and what a browser or a client does with it. */
final class Browser implements AutoCloseable {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
  private static final String VERIFIER = "a-verifier-of-more-than-forty-three-characters-long";
  private static final JsonMapper JSON = JsonMapper.shared();

  record Tokens(String access, String id) {}

  private final ConfigurableApplicationContext context;
  private final String url;
  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  private Browser(ConfigurableApplicationContext context) {
    this.context = context;
    url = "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
  }

  static Browser onANewIssuer(Path keyFile) {
    return new Browser(
        new SpringApplicationBuilder(IssuerApplication.class)
            .run(
                "--clipmeter.local=true",
                "--server.port=0",
                "--logging.level.root=WARN",
                "--spring.security.oauth2.authorizationserver.issuer=http://localhost:8110",
                "--clipmeter.issuer.key-file=" + keyFile));
  }

  static Map<String, String> credentials(String name, String secret) {
    return Map.of("grant_type", "client_credentials", "client_id", name, "client_secret", secret);
  }

  static String location(HttpResponse<?> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  SignedJWT tokenOf(String name) throws Exception {
    var answer = post("/oauth2/token", credentials(name, name + "-secret"));
    return SignedJWT.parse(JSON.readTree(answer.body()).get("access_token").asString());
  }

  /** The authorization code flow with PKCE, through the login page. */
  Tokens login(String name, String redirect) throws Exception {
    String authorize =
        "/oauth2/authorize?response_type=code&client_id=clipmeter-spa&scope=openid"
            + "&code_challenge_method=S256&code_challenge="
            + challenge()
            + "&redirect_uri="
            + redirect;
    getFrom("", authorize);
    var csrf = CSRF.matcher(get("/login").body());
    csrf.find();
    post("/login", Map.of("username", name, "password", name, "_csrf", csrf.group(1)));
    String code = location(getFrom("", authorize)).replaceFirst(".*code=", "");
    JsonNode tokens =
        JSON.readTree(
            post(
                    "/oauth2/token",
                    Map.of(
                        "grant_type", "authorization_code",
                        "client_id", "clipmeter-spa",
                        "code", code,
                        "redirect_uri", redirect,
                        "code_verifier", VERIFIER))
                .body());
    return new Tokens(tokens.get("access_token").asString(), tokens.get("id_token").asString());
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return getFrom("", path);
  }

  HttpResponse<String> getFrom(String origin, String path)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(url + path)).header("Accept", "text/html, */*");
    if (!origin.isEmpty()) {
      request.header("Origin", origin);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<String> post(String path, Map<String, String> form)
      throws IOException, InterruptedException {
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return http.send(
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private static String challenge() throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(US_ASCII));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
  }

  @Override
  public void close() {
    context.close();
    http.close();
  }
}
