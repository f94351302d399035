"use strict";
// Two servers, of Express 4 and Express 5, that answer an empty list of anything and tell at /seen what the last
// request asked for. They write their addresses on the first line of output, and stop when their input ends.

const qs = require("qs-6.17.1");

function application(express) {
  const app = express();
  let seen = null;
  app.get("/v1/:resource", ({ query: { filter, orderBy } }, response) => {
    seen = { filter: qs.parse(filter), order_by: qs.parse(orderBy) };
    response.json([]);
  });
  app.get("/seen", (_request, response) => {
    response.json(seen);
    seen = null;
  });
  return app;
}

function listening(name) {
  const server = application(require(name)).listen(0, "127.0.0.1");
  return new Promise((resolve, reject) => server.on("listening", () => resolve(server)).on("error", reject));
}

async function main() {
  const servers = await Promise.all(["express-4", "express-5"].map(listening));
  const urls = servers.map((server) => `http://127.0.0.1:${server.address().port}`);
  process.stdout.write(`${JSON.stringify({ "express-4": urls[0], "express-5": urls[1] })}\n`);
  process.stdin.resume().on("end", () => {
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
  });
}

main();
