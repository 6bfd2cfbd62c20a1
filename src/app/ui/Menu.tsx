import type { ReactElement } from 'react';
import { Menu as AriaMenu, MenuItem as AriaMenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import type { IconName } from './icon-paths.ts';
import { Icon } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName;
  readonly hotkey?: string | undefined;
  readonly disabled?: boolean;
  readonly run: () => void;
}

export interface MenuProps {
  readonly label: string;
  /** The button that opens it. */
  readonly trigger: ReactElement;
  readonly entries: readonly MenuEntry[];
}

export const MENU_ITEM =
  'flex min-h-8 cursor-pointer items-center gap-2 rounded-s px-2 text-13 outline-none data-[focused]:bg-accent-soft data-[disabled]:text-faint';

export function Menu({ label, trigger, entries }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover offset={4} className="z-50 min-w-48 rounded-l border border-rule bg-raise p-1 shadow-pop">
        <AriaMenu
          aria-label={label}
          className="outline-none"
          onAction={(key) => {
            entries.find((entry) => entry.id === key)?.run();
          }}
          disabledKeys={entries.filter((entry) => entry.disabled === true).map((entry) => entry.id)}
        >
          {entries.map((entry) => (
            <AriaMenuItem key={entry.id} id={entry.id} textValue={entry.label} className={MENU_ITEM}>
              {entry.icon !== undefined && <Icon name={entry.icon} className="text-muted" />}
              <span className="flex-1">{entry.label}</span>
              {entry.hotkey !== undefined && <Kbd keys={entry.hotkey} />}
            </AriaMenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
