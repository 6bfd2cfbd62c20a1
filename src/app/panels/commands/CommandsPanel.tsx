import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '#sim/scenario/scenario.ts';
import { useRun } from '../../session/session.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { CommandDialog } from './CommandDialog.tsx';
import { OwnEntries } from './OwnEntries.tsx';

/** What a client can send, with values one may change; and what the reader has added to the plan so far. */
export function CommandsPanel() {
  const { t } = useTranslation('player');
  const commands = useRun((run) => run.scenario.commands);
  const [open, setOpen] = useState<Command | null>(null);
  return (
    <section aria-labelledby="commands" className="flex flex-col gap-2">
      <h2 id="commands" className="kick">
        {t('commands.title')}
      </h2>
      <ul className="m-0 flex list-none flex-col gap-1 p-0">
        {Object.values(commands).map((command) => (
          <li key={command.name}>
            <button
              type="button"
              aria-haspopup="dialog"
              className="flex min-h-8 w-full items-center gap-2 rounded border border-hair bg-raise px-2 text-left text-13 hover:bg-sunk"
              onClick={() => {
                setOpen(command);
              }}
            >
              <Icon name="plus" size={14} className="text-muted" />
              <span className="max-w-[70%] flex-none truncate">
                {command.client} · <span className="font-mono">{command.name}</span>
              </span>
              <span className="min-w-0 flex-1 truncate text-right font-mono text-12 text-muted">
                {command.operation}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <OwnEntries />
      {open !== null && (
        <CommandDialog
          command={open}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
    </section>
  );
}
