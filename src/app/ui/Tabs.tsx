import { type KeyboardEvent, type ReactNode, useId } from 'react';

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
  'flex min-h-11 items-center gap-1.5 border-b-2 border-transparent px-2.5 text-13 font-medium whitespace-nowrap text-muted outline-offset-[-2px] aria-selected:border-accent aria-selected:font-semibold aria-selected:text-ink';

/**
 * Tabs after the ARIA pattern: one stop of Tab, the arrows walk and open. Our own, because the panel of the library measures its
 * whole content again at every change in it, and the content of ours changes at every step.
 */
export function Tabs<Id extends string>({ label, tabs, selected, onSelect, className = '' }: TabsProps<Id>) {
  const base = useId();
  const open = tabs.find(({ id }) => id === selected);
  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const next = neighbour(tabs, selected, event.key);
    if (next === undefined) return;
    event.preventDefault();
    onSelect(next.id);
    document.getElementById(`${base}-tab-${next.id}`)?.focus();
  };
  return (
    <div className={`flex min-h-0 flex-col ${className}`}>
      <div
        role="tablist"
        aria-label={label}
        className="flex flex-none overflow-x-auto border-b border-hair bg-bg px-1.5"
        onKeyDown={walk}
      >
        {tabs.map((tab) => (
          <Tab key={tab.id} tab={tab} base={base} open={tab.id === selected} onSelect={onSelect} />
        ))}
      </div>
      <div
        key={selected}
        role="tabpanel"
        id={`${base}-panel`}
        aria-labelledby={`${base}-tab-${selected}`}
        tabIndex={0}
        className="min-h-0 flex-1 overflow-auto outline-offset-[-2px] contain-layout contain-paint"
      >
        {open?.panel}
      </div>
    </div>
  );
}

interface TabProps<Id extends string> {
  readonly tab: TabEntry<Id>;
  readonly base: string;
  readonly open: boolean;
  readonly onSelect: (id: Id) => void;
}

function Tab<Id extends string>({ tab: { id, label, count = 0 }, base, open, onSelect }: TabProps<Id>) {
  return (
    <button
      type="button"
      role="tab"
      id={`${base}-tab-${id}`}
      aria-selected={open}
      aria-controls={open ? `${base}-panel` : undefined}
      tabIndex={open ? 0 : -1}
      className={TAB}
      onClick={() => {
        onSelect(id);
      }}
    >
      {label}
      {count > 0 && (
        <span className="num rounded-l bg-accent-soft px-1.5 text-12 font-semibold text-accent-text">{count}</span>
      )}
    </button>
  );
}

function neighbour<Id extends string>(
  tabs: readonly TabEntry<Id>[],
  selected: Id,
  key: string,
): TabEntry<Id> | undefined {
  const at = tabs.findIndex(({ id }) => id === selected);
  switch (key) {
    case 'ArrowRight':
      return tabs[(at + 1) % tabs.length];
    case 'ArrowLeft':
      return tabs[(at - 1 + tabs.length) % tabs.length];
    case 'Home':
      return tabs[0];
    case 'End':
      return tabs.at(-1);
    default:
      return undefined;
  }
}
