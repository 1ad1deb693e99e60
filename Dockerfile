# syntax=docker/dockerfile:1

# The wheel is built with the build tools that requirements-dev.txt pins, and with nothing else of it.
FROM python:3.12-slim AS build
WORKDIR /build
COPY requirements-dev.txt ./
RUN awk '/^[^ #]/ { kept = /^(hatchling|packaging|pathspec|pluggy|tomlkit|trove-classifiers)==/ } kept' requirements-dev.txt > tools.txt \
    && pip install --no-cache-dir --require-hashes --requirement tools.txt
COPY pyproject.toml README.md LICENSE ./
COPY etl ./etl
COPY schema ./schema
COPY cypher ./cypher
RUN hatchling build --target wheel --directory dist

FROM python:3.12-slim
ENV PYTHONUNBUFFERED=1
# What changes seldom comes first: the dependencies are a layer of their own.
COPY requirements.txt /opt/entente/
RUN pip install --no-cache-dir --require-hashes --requirement /opt/entente/requirements.txt
COPY --from=build /build/dist/ /opt/entente/
RUN pip install --no-cache-dir --no-deps --no-index /opt/entente/*.whl \
    && useradd --create-home --uid 10001 entente \
    && install --directory --owner=entente --group=entente /data
USER entente
WORKDIR /data
ENTRYPOINT ["entente"]
CMD ["--help"]
