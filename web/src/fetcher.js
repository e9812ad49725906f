// Sends an operation to the address the page came from. The service answers every mistake with a
// GraphQL body, so that is shown whatever the status; only silence needs a sentence of ours.
export async function fetcher(operation, { headers } = {}) {
  let response;
  try {
    response = await fetch(window.location.pathname, {
      method: "POST",
      headers: {
        accept: "application/graphql-response+json, application/json;q=0.9",
        "content-type": "application/json",
        ...headers,
      },
      body: JSON.stringify(operation),
    });
  } catch {
    return { errors: [{ message: "The service does not answer: is `dramatis serve` running?" }] };
  }
  const body = await response.text();
  try {
    return JSON.parse(body);
  } catch {
    return { errors: [{ message: `The service answered ${response.status}: ${body}` }] };
  }
}
