import { useSyncExternalStore } from 'react';

/** Three columns; the stage over a pane; or one thing after the other. */
export type Layout = 'wide' | 'tablet' | 'phone';

const WIDE = '(min-width: 64rem)';
const TABLET = '(min-width: 40.0625rem)';

function subscribe(onChange: () => void): () => void {
  const queries = [WIDE, TABLET].map((query) => window.matchMedia(query));
  for (const query of queries) query.addEventListener('change', onChange);
  return () => {
    for (const query of queries) query.removeEventListener('change', onChange);
  };
}

function current(): Layout {
  if (window.matchMedia(WIDE).matches) return 'wide';
  return window.matchMedia(TABLET).matches ? 'tablet' : 'phone';
}

export function useLayout(): Layout {
  return useSyncExternalStore(subscribe, current);
}
