/** `GET /stock/:sku` against `GET /stock/SKU-BOOK`: the values in the path, or null when it is another operation. */
export function matchOperation(pattern: string, operation: string): Readonly<Record<string, string>> | null {
  const [wanted, given] = [pattern.split(/[\s/]+/), operation.split(/[\s/]+/)];
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const value = given[at] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = value;
    else if (part !== value) return null;
  }
  return params;
}

/** `GET /stock/:sku` with `{ sku: 'SKU-BOOK' }` is `GET /stock/SKU-BOOK`; what is not given stays as written. */
export function fillOperation(pattern: string, params: Readonly<Record<string, unknown>>): string {
  return pattern.replace(/:([a-zA-Z_]\w*)/g, (hole, name: string) => (name in params ? String(params[name]) : hole));
}
