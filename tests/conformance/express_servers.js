"use strict";
// Servers of Express 4 and Express 5, and of Express 5 with the extended parser of queries that 4 has by default. They
// answer an empty list of anything and tell at /seen what the last request asked for, in either style of a query. They
// write their addresses on the first line of output, and stop when their input ends.

const qs = require("qs-6.17.1");

const read = (value) => (typeof value === "object" ? value : qs.parse(value));

function application(express, parser) {
  const app = express();
  if (parser) app.set("query parser", parser);
  let seen = null;
  app.get("/v1/:resource", ({ query: { filter, orderBy } }, response) => {
    seen = { filter: read(filter), order_by: read(orderBy) };
    response.json([]);
  });
  app.get("/seen", (_request, response) => {
    response.json(seen);
    seen = null;
  });
  return app;
}

function listening([name, parser]) {
  const server = application(require(name), parser).listen(0, "127.0.0.1");
  return new Promise((resolve, reject) => server.on("listening", () => resolve(server)).on("error", reject));
}

async function main() {
  const kinds = [["express-4"], ["express-5"], ["express-5", "extended"]];
  const servers = await Promise.all(kinds.map(listening));
  const urls = servers.map((server, place) => [kinds[place].join("-"), `http://127.0.0.1:${server.address().port}`]);
  process.stdout.write(`${JSON.stringify(Object.fromEntries(urls))}\n`);
  process.stdin.resume().on("end", () => {
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
  });
}

main();
