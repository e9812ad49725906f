// One tab for each operation of service/examples.graphql, with the comment that explains it and
// the variables that service/examples.json gives for it.
import { parse } from "graphql";
import source from "../../service/examples.graphql";
import variablesByOperation from "../../service/examples.json";

function startOfComment(definition) {
  let token = definition.loc.startToken;
  while (token.prev?.kind === "Comment") token = token.prev;
  return token.start;
}

export const exampleTabs = parse(source).definitions.map((definition) => ({
  query: source.slice(startOfComment(definition), definition.loc.end) + "\n",
  variables: variables(definition.name.value),
}));

function variables(operation) {
  const values = variablesByOperation[operation];
  return values ? JSON.stringify(values, null, 2) : "";
}
