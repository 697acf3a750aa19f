# Build the jar first: mvn -B -ntp package
FROM eclipse-temurin:17-jre

RUN useradd --system --uid 10001 uplift && install -d -o uplift /data /content
COPY target/uplift.jar /app/uplift.jar

USER uplift
WORKDIR /content
ENV UPLIFT_HOME=/data UPLIFT_CONTENT=/content
VOLUME /data
EXPOSE 8080

ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-jar", "/app/uplift.jar"]
