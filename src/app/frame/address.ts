import { useSyncExternalStore } from 'react';

/**
 * The part of the address behind `#`, as the last navigation set it. What a run writes into the address while one steps through it
 * is not a navigation: it replaces the entry silently, and nobody is told.
 */
let shown = window.location.hash;

function subscribe(onChange: () => void): () => void {
  const read = () => {
    shown = window.location.hash;
    onChange();
  };
  window.addEventListener('hashchange', read);
  return () => {
    window.removeEventListener('hashchange', read);
  };
}

/** `#/play/outbox?v=1&at=9`, as it stood at the last navigation. */
export function useHash(): string {
  return useSyncExternalStore(subscribe, () => shown);
}

/** `#/play/outbox?v=1` → `/play/outbox`. */
export function pathOf(hash: string): string {
  const [path = ''] = hash.replace(/^#?\/?/u, '').split('?');
  return `/${path}`;
}

export function navigate(to: string): void {
  window.location.hash = to;
}

/** For the router: it sees paths alone. */
export function useHashPath(): [string, (to: string) => void] {
  return [pathOf(useHash()), navigate];
}
