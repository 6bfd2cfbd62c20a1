import { createStore, type StoreApi } from 'zustand/vanilla';

/** What the reader points at: every panel that can show more about it does. */
export type Selected =
  | { readonly kind: 'service'; readonly service: string }
  | { readonly kind: 'table'; readonly service: string; readonly table: string }
  | { readonly kind: 'message'; readonly messageId: string }
  | { readonly kind: 'queue'; readonly queue: string }
  | { readonly kind: 'call'; readonly call: string };

export interface Selection {
  readonly selected: Selected | null;
  readonly select: (selected: Selected) => void;
  readonly clear: () => void;
}

export type SelectionStore = StoreApi<Selection>;

/** Nothing selected: the panels follow the cursor. */
export function createSelectionStore(): SelectionStore {
  return createStore<Selection>()((set) => ({
    selected: null,
    select: (selected) => set({ selected }),
    clear: () => set({ selected: null }),
  }));
}
