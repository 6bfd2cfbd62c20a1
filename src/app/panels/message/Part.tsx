import type { ReactNode } from 'react';

/** A titled part of what the tab tells. */
export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="flex flex-col gap-1.5">
      <h3 className="kick">{title}</h3>
      {children}
    </section>
  );
}
