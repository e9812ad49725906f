// The page at /graphql: GraphiQL as its authors made it, with our examples as tabs. An address with
// ?query=… (and &variables=…) opens with that query, so that a query can be sent as a link.
import { GraphiQL } from "graphiql";
import { createRoot } from "react-dom/client";
import "graphiql/style.css";
import "./graphiql.css";
import { exampleTabs } from "./examples.js";
import { fetcher } from "./fetcher.js";
import "./workers.js";

const address = new URLSearchParams(window.location.search);
const linked = address.has("query") && {
  query: address.get("query"),
  variables: address.get("variables") ?? "",
};
// GraphiQL fills the first tab's editors from these, not from the tab, and takes them for a new tab
// once it has stored tabs of its own.
const initial = linked || (hasStoredTabs() ? {} : exampleTabs[0]);

function hasStoredTabs() {
  try {
    return window.localStorage.getItem("graphiql:tabState") !== null;
  } catch {
    return false;
  }
}

createRoot(document.getElementById("graphiql")).render(
  <GraphiQL
    fetcher={fetcher}
    defaultTabs={linked ? [linked, ...exampleTabs] : exampleTabs}
    initialQuery={initial.query}
    initialVariables={initial.variables}
    defaultEditorToolsVisibility="variables"
  >
    <GraphiQL.Logo>
      <a className="dramatis-logo" href="graphql">
        Dramatis
      </a>
    </GraphiQL.Logo>
  </GraphiQL>,
);
