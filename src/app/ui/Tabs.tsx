import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { nextTab } from './next-tab.ts';

export interface TabEntry<Id extends string> {
  readonly id: Id;
  readonly label: ReactNode;
  /** A small number beside the label: rows changed, messages seen. */
  readonly count?: number | undefined;
  readonly panel: ReactNode;
}

export interface TabsProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly TabEntry<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  readonly className?: string;
}

const TAB =
  'flex min-h-11 cursor-pointer items-center gap-1.5 border-b-2 border-transparent px-2.5 text-13 font-medium whitespace-nowrap text-muted outline-offset-[-2px] aria-selected:border-accent aria-selected:font-semibold aria-selected:text-ink';

/**
 * Tabs as the ARIA pattern has them: one stop for the Tab key, arrows, Home and End move and select. Our own, because the
 * panels change with every step of a run and the library's look through them for something to focus each time.
 */
export function Tabs<Id extends string>({ label, tabs, selected, onSelect, className = '' }: TabsProps<Id>) {
  const base = useId();
  const list = useRef<HTMLDivElement>(null);
  const ids = tabs.map(({ id }) => id);
  const shown = tabs.find(({ id }) => id === selected);

  function move(event: KeyboardEvent) {
    const next = nextTab(ids, selected, event.key);
    if (next === null) return;
    event.preventDefault();
    onSelect(next);
    list.current?.querySelector<HTMLElement>(`[data-tab="${CSS.escape(next)}"]`)?.focus();
  }

  return (
    <div className={`flex min-h-0 flex-col ${className}`}>
      <div
        ref={list}
        role="tablist"
        aria-label={label}
        onKeyDown={move}
        className="flex flex-none overflow-x-auto border-b border-hair bg-bg px-1.5"
      >
        {tabs.map(({ id, label: name, count }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`${base}-tab-${id}`}
            data-tab={id}
            aria-selected={id === selected}
            aria-controls={id === selected ? `${base}-panel` : undefined}
            tabIndex={id === selected ? 0 : -1}
            onClick={() => onSelect(id)}
            className={TAB}
          >
            {name}
            {count !== undefined && count > 0 && (
              <span className="num rounded-l bg-accent-soft px-1.5 text-12 font-semibold text-accent-text">
                {count}
              </span>
            )}
          </button>
        ))}
      </div>
      {shown !== undefined && (
        <div
          key={shown.id}
          role="tabpanel"
          id={`${base}-panel`}
          aria-labelledby={`${base}-tab-${shown.id}`}
          tabIndex={0}
          className="min-h-0 flex-1 overflow-auto outline-offset-[-2px]"
        >
          {shown.panel}
        </div>
      )}
    </div>
  );
}
