# The image of the service and of its jobs. Neo4j runs in a container of its own: docker-compose.yml.

FROM node:24-slim AS graphiql
WORKDIR /build/web
COPY web/package.json web/package-lock.json web/.npmrc ./
RUN npm ci
COPY web/build.mjs ./
COPY web/src ./src
COPY service/examples.graphql service/examples.json ../service/
RUN node build.mjs /build/static

# The full image has the C compiler that one of dedupe's dependencies is installed with.
FROM python:3.11 AS environment
RUN python -m venv /opt/dramatis
ENV PATH=/opt/dramatis/bin:$PATH
WORKDIR /app
COPY pyproject.toml README.md LICENSE ./
COPY dramatis ./dramatis
COPY actors ./actors
COPY resolution ./resolution
COPY service ./service
COPY --from=graphiql /build/static ./service/http/static
RUN pip install --no-cache-dir --editable .
# No process of the image writes bytecode, and an editable installation has none.
RUN python -m compileall -q --invalidation-mode unchecked-hash actors dramatis resolution service

FROM python:3.11-slim
RUN useradd --uid 10001 --create-home dramatis
COPY --from=environment /opt/dramatis /opt/dramatis
COPY --from=environment /app /app
COPY demo /app/demo
ENV PATH=/opt/dramatis/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
# Machine code that a container's processes share; the rest of its disk is read-only.
ENV NUMBA_CACHE_DIR=/tmp/numba
WORKDIR /app
USER 10001:10001
EXPOSE 8000
ENTRYPOINT ["dramatis"]
CMD ["serve", "--host", "0.0.0.0"]
