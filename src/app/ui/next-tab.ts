/** The tab that a key leads to, round the ends; null for a key that means nothing to tabs. */
export function nextTab<Id extends string>(ids: readonly Id[], from: Id, key: string): Id | null {
  const at = ids.indexOf(from);
  const wanted = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: ids.length - 1 }[key];
  if (wanted === undefined) return null;
  return ids[(wanted + ids.length) % ids.length] ?? null;
}
