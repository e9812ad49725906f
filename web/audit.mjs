// Holds a running service against the GraphQL-over-HTTP specification, by the audits that
// graphql-http's authors wrote for servers: node audit.mjs http://127.0.0.1:8000/graphql
import { auditServer } from "graphql-http";

const results = await auditServer({ url: process.argv[2] });
const told = results.map(({ id, name, status, reason }) => ({ id, name, status, reason }));
console.log(JSON.stringify(told, null, 1));
