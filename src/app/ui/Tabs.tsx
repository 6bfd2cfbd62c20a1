import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs';

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
  'flex min-h-11 cursor-pointer items-center gap-1.5 border-b-2 border-transparent px-2.5 text-13 font-medium whitespace-nowrap text-muted outline-offset-[-2px] data-[selected]:border-accent data-[selected]:font-semibold data-[selected]:text-ink';

export function Tabs<Id extends string>({ label, tabs, selected, onSelect, className = '' }: TabsProps<Id>) {
  return (
    <AriaTabs
      selectedKey={selected}
      onSelectionChange={(key) => {
        const chosen = tabs.find((tab) => tab.id === key);
        if (chosen !== undefined) onSelect(chosen.id);
      }}
      className={`flex min-h-0 flex-col ${className}`}
    >
      <TabList aria-label={label} className="flex flex-none overflow-x-auto border-b border-hair bg-bg px-1.5">
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className={TAB}>
            {tab.label}
            {tab.count !== undefined && tab.count > 0 && (
              <span className="num rounded-l bg-accent-soft px-1.5 text-12 font-semibold text-accent-text">
                {tab.count}
              </span>
            )}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="min-h-0 flex-1 overflow-auto">
          {tab.panel}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
