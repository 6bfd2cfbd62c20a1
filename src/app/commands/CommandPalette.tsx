import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { MenuEntry } from '../ui/menu-entry.ts';
import { SearchMenu } from '../ui/SearchMenu.tsx';
import { acting, commandStore } from './command-store.ts';
import { COMMAND_IDS } from './key-map.ts';
import { hotkeyOf } from './key-names.ts';

interface CommandPaletteProps {
  /** Where one can go besides: the scenarios, by their question. */
  readonly places: readonly MenuEntry[];
  readonly onClose: () => void;
}

/** Type a few letters of what you want, press Enter: the commands that can act now, and all scenarios. */
export function CommandPalette({ places, onClose }: CommandPaletteProps) {
  const { t } = useTranslation('shortcuts');
  const commands = useStore(commandStore);
  const possible = COMMAND_IDS.filter((id) => id !== 'palette' && acting([id], commands) !== undefined);
  const entries = possible.map((id) => ({
    id,
    label: t(`command.${id}`),
    hotkey: hotkeyOf(id),
    run: () => acting([id])?.run(),
  }));
  return (
    <SearchMenu
      title={t('palette.title')}
      placeholder={t('palette.search')}
      empty={t('palette.empty')}
      groups={[
        { title: t('palette.commands'), entries },
        { title: t('palette.scenarios'), entries: places },
      ]}
      onClose={onClose}
    />
  );
}
