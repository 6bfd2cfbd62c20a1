import type { ReactNode } from 'react';

export type TagKind = 'real' | 'stands-for' | 'emulated' | 'plain';

const LOOK = {
  real: "border-border text-ink-2 before:content-[''] before:size-1.5 before:rounded-[1px] before:bg-current",
  'stands-for':
    "border-border text-ink-2 before:content-[''] before:size-1.5 before:rounded-[1px] before:border before:border-current",
  emulated:
    "border-dashed border-border text-muted before:content-[''] before:size-1.5 before:border before:border-dashed before:border-current",
  plain: 'border-transparent bg-sunk text-muted',
} satisfies Record<TagKind, string>;

/** A fact: square, neutral, solid edge for what is real and dashed for what is emulated. */
export function Tag({ kind = 'plain', children }: { readonly kind?: TagKind; readonly children: ReactNode }) {
  return (
    <span
      className={`inline-flex min-h-[18px] items-center gap-1 rounded-s border bg-raise px-1.5 text-12 font-medium whitespace-nowrap ${LOOK[kind]}`}
    >
      {children}
    </span>
  );
}
