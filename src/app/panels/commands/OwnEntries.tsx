import { useTranslation } from 'react-i18next';
import { printPlanEntry } from '#sim/scenario/plan-line.ts';
import { useCommand } from '../../commands/use-command.ts';
import { hotkeyOf } from '../../commands/key-names.ts';
import { useRun } from '../../session/session.tsx';
import { IconButton } from '../../ui/IconButton.tsx';

/** The reader's own entries of the plan, each with a way to take it out, and the way back to the run before. */
export function OwnEntries() {
  const { t } = useTranslation('player');
  const entries = useRun((run) => run.request.entries);
  const removeEntry = useRun((run) => run.removeEntry);
  const undo = useRun((run) => run.undo);
  const canUndo = useRun((run) => run.past.length > 0);
  useCommand({ id: 'undo', run: undo, enabled: canUndo });
  if (entries.length === 0 && !canUndo) return null;
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-center justify-between gap-2">
        <h3 className="kick">{t('commands.plan')}</h3>
        <IconButton
          icon="undo"
          size="small"
          label={t('commands.undo')}
          hotkey={hotkeyOf('undo')}
          isDisabled={!canUndo}
          onPress={undo}
        />
      </div>
      {entries.length === 0 ? (
        <p className="m-0 text-13 text-muted">{t('commands.planEmpty')}</p>
      ) : (
        <ul className="m-0 flex list-none flex-col gap-1 p-0">
          {entries.map((entry, index) => (
            <li key={index} className="flex items-start gap-1 rounded border border-hair py-0.5 pr-0.5 pl-2">
              <code className="min-w-0 flex-1 py-1 text-12 break-words">{printPlanEntry(entry)}</code>
              <IconButton
                icon="cross"
                size="small"
                label={t('commands.removeEntry', { entry: printPlanEntry(entry) })}
                onPress={() => {
                  removeEntry(index);
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
