import type { ApiRoute } from './scenario.ts';

/** `GET /stock/:sku` answers `GET /stock/SKU-BOOK`, and the pattern itself. */
export function answers(route: ApiRoute, operation: string): boolean {
  const wanted = route.operation.split(/[\s/]+/);
  const given = operation.split(/[\s/]+/);
  return wanted.length === given.length && wanted.every((part, index) => part.startsWith(':') || part === given[index]);
}
