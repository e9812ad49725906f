// The page at /graphql: GraphiQL as its authors made it, with our examples as tabs.
import { GraphiQL } from "graphiql";
import { createRoot } from "react-dom/client";
import "graphiql/style.css";
import "./graphiql.css";
import { exampleTabs } from "./examples.js";
import { fetcher } from "./fetcher.js";
import "./workers.js";

createRoot(document.getElementById("graphiql")).render(
  <GraphiQL fetcher={fetcher} defaultTabs={exampleTabs} defaultEditorToolsVisibility="variables">
    <GraphiQL.Logo>
      <a className="dramatis-logo" href="graphql">
        Dramatis
      </a>
    </GraphiQL.Logo>
  </GraphiQL>,
);
