# One image for every role: POLYPHONY_ROLE=all|server|worker. PostgreSQL comes from outside (see docker-compose.yml).
FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw -q -B package -Dmaven.test.skip=true -Djacoco.skip=true -Dheadless.skip=true

FROM eclipse-temurin:25-jre
RUN apt-get update \
    && apt-get install -y --no-install-recommends curl libgomp1 \
    && rm -rf /var/lib/apt/lists/* \
    && install -d -o 10001 -g 10001 -m 0700 /data
# Libraries change less often than our own classes: separate layers
COPY --from=build /src/frontend/target/quarkus-app/lib/ /app/lib/
COPY --from=build /src/frontend/target/quarkus-app/quarkus-run.jar /app/
COPY --from=build /src/frontend/target/quarkus-app/quarkus/ /app/quarkus/
COPY --from=build /src/frontend/target/quarkus-app/app/ /app/app/
USER 10001:10001
ENV POLYPHONY_HOME=/data \
    QUARKUS_HTTP_HOST=0.0.0.0 \
    OMP_NUM_THREADS=1
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
    CMD ["curl", "-fsS", "http://localhost:8080/q/health/ready"]
ENTRYPOINT ["java", \
    "--enable-native-access=ALL-UNNAMED", \
    "--sun-misc-unsafe-memory-access=allow", \
    "-Dorg.bytedeco.javacpp.maxphysicalbytes=0", \
    "-Dorg.bytedeco.javacpp.cachedir=/data/cache/natives", \
    "-XX:TrimNativeHeapInterval=2000", \
    "-XX:MaxRAMPercentage=40", \
    "-jar", "/app/quarkus-run.jar"]
