// SPDX-License-Identifier: MIT
// node replicate.js FOLDER PORT BATCH: puts the lines of standard input into a PouchDB on LevelDB, a document each, then
// replicates it to a server, so many documents at once. Says how long the replicating took.
const [folder, port, batch] = process.argv.slice(2);
const PouchDB = require("pouchdb").defaults({ prefix: folder + "/" });
const lines = require("fs").readFileSync(0, "utf8").split("\n").filter(Boolean);

(async () => {
  const here = new PouchDB("here");
  const documents = lines.map((line, n) => ({ _id: String(n).padStart(9, "0"), ...JSON.parse(line) }));
  while (documents.length > 0) await here.bulkDocs(documents.splice(0, 5000));
  const begin = process.hrtime.bigint();
  const done = await here.replicate.to(`http://127.0.0.1:${port}/there`, { batch_size: Number(batch) });
  console.log(JSON.stringify({ ms: Number(process.hrtime.bigint() - begin) / 1e6, written: done.docs_written }));
})();
