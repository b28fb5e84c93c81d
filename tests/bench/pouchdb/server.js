// SPDX-License-Identifier: MIT
// node server.js FOLDER: a PouchDB server on LevelDB, as the package pouchdb-server starts one. Says its port.
const PouchDB = require("pouchdb").defaults({ prefix: process.argv[2] + "/" });
const app = require("express")();
app.use("/", require("express-pouchdb")(PouchDB, { mode: "minimumForPouchDB", inMemoryConfig: true }));
const server = app.listen(0, "127.0.0.1", () => console.log(server.address().port));
