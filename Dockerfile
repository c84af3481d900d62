# The command line in an image, for CI systems that run jobs in containers:
#   docker build --tag bound-token-check .
#   docker run --rm --network none --volume "$PWD:/repository:ro" bound-token-check scan
FROM node:24-slim

# git lists the files that are tracked. Without it all files of the folder are scanned.
RUN apt-get update \
  && apt-get install --yes --no-install-recommends git \
  && rm -rf /var/lib/apt/lists/*

COPY dist/cli /opt/bound-token-check

USER node
WORKDIR /repository
ENTRYPOINT ["node", "/opt/bound-token-check/index.js"]
CMD ["scan"]
