import { Autocomplete, useFilter } from 'react-aria-components/Autocomplete';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Header } from 'react-aria-components/Header';
import { Input } from 'react-aria-components/Input';
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { SearchField } from 'react-aria-components/SearchField';
import { Kbd } from './Kbd.tsx';
import type { MenuEntry } from './menu-entry.ts';

export interface MenuGroup {
  readonly title: string;
  readonly entries: readonly MenuEntry[];
}

export interface SearchMenuProps {
  readonly title: string;
  readonly placeholder: string;
  /** What it says when nothing has that name. */
  readonly empty: string;
  readonly groups: readonly MenuGroup[];
  readonly onClose: () => void;
}

const ITEM =
  'flex min-h-8 cursor-pointer items-center gap-2 rounded-s px-2 text-13 outline-none data-[focused]:bg-accent-soft';

/** A menu over the page that one finds by typing: arrows choose, Enter does it, Esc leaves. */
export function SearchMenu({ title, placeholder, empty, groups, onClose }: SearchMenuProps) {
  const { contains } = useFilter({ sensitivity: 'base' });
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={onClose}
      className="fixed inset-0 z-40 flex items-start justify-center overflow-y-auto bg-[rgb(11_14_19/55%)] p-4 sm:pt-[12vh]"
    >
      <Modal className="w-full max-w-xl rounded-l border border-rule bg-raise shadow-pop">
        <AriaDialog aria-label={title} className="flex flex-col outline-none">
          <Autocomplete filter={contains}>
            <SearchField
              aria-label={placeholder}
              autoFocus
              className="sticky top-0 z-10 rounded-t-l border-b border-hair bg-raise p-2"
            >
              <Input placeholder={placeholder} className="field min-h-11 w-full border-transparent text-15" />
            </SearchField>
            <Menu
              aria-label={title}
              className="p-1 outline-none"
              renderEmptyState={() => <p className="p-4 text-center text-13 text-muted">{empty}</p>}
            >
              {groups.map((group) => (
                <Group key={group.title} group={group} onClose={onClose} />
              ))}
            </Menu>
          </Autocomplete>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

function Group({ group, onClose }: { readonly group: MenuGroup; readonly onClose: () => void }) {
  return (
    <MenuSection>
      <Header className="kick px-2 pt-2 pb-1">{group.title}</Header>
      {group.entries.map(({ id, label, hotkey, run }) => (
        <MenuItem
          key={id}
          id={id}
          textValue={label}
          className={ITEM}
          onAction={() => {
            onClose();
            /* The dialog gives the focus back first, so that what the command focuses keeps it. */
            setTimeout(run);
          }}
        >
          <span className="flex-1">{label}</span>
          {hotkey !== undefined && <Kbd keys={hotkey} />}
        </MenuItem>
      ))}
    </MenuSection>
  );
}
