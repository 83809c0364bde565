# docker build -t courtesy . && docker run --rm --network none -v "$PWD:/work:ro" courtesy check calls
FROM node:22-alpine AS build
WORKDIR /src
COPY . .
RUN npm ci && npm pack --pack-destination /tmp

FROM node:22-alpine
COPY --from=build /tmp/courtesy-*.tgz /tmp/
RUN npm install --global --ignore-scripts /tmp/courtesy-*.tgz && rm /tmp/courtesy-*.tgz && npm cache clean --force
USER node
WORKDIR /work
ENTRYPOINT ["courtesy"]
CMD ["--help"]
