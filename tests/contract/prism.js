"use strict";
// What `prism mock --errors` does, on a port that the system chooses. The first line of input is the path of an OpenAPI
// document, the first line of output the server's address. It stops when its input ends.

const { once } = require("node:events");
const { createInterface } = require("node:readline");
const { createLogger } = require("@stoplight/prism-core");
const { getHttpOperationsFromSpec } = require("@stoplight/prism-http");
const { createServer } = require("@stoplight/prism-http-server");

async function main() {
  const input = createInterface({ input: process.stdin });
  const [path] = await once(input, "line");
  const ended = once(input, "close");
  const server = createServer(await getHttpOperationsFromSpec(JSON.parse(path)), {
    cors: false,
    components: { logger: createLogger("prism", { level: "silent" }) },
    config: {
      isProxy: false,
      checkSecurity: true,
      validateRequest: true,
      validateResponse: true,
      errors: true,
      mock: { dynamic: false },
      upstreamProxy: undefined,
    },
  });
  const url = await server.listen(0, "127.0.0.1");
  process.stdout.write(`${JSON.stringify(url)}\n`);
  await ended;
  await server.close();
}

main();
