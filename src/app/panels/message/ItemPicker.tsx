import { useTranslation } from 'react-i18next';
import type { Call } from '#sim/projections/calls.ts';
import type { MessageLife } from '#sim/projections/messages.ts';
import { useSelection } from '../../session/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import type { Shown } from './shown-item.ts';

interface ItemPickerProps {
  readonly shown: Shown;
  readonly lives: readonly MessageLife[];
  readonly calls: readonly Call[];
}

/** Every message and request so far, by name; a way back to the one of the step. */
export function ItemPicker({ shown, lives, calls }: ItemPickerProps) {
  const { t } = useTranslation('inspector');
  const selected = useSelection((selection) => selection.selected);
  const select = useSelection((selection) => selection.select);
  const clear = useSelection((selection) => selection.clear);
  const options = [
    ...lives.map(({ id, message }) => ({ id: `message ${id}`, label: `${message.type} ${id}` })),
    ...calls.map(({ id, operation, from }) => ({ id: `call ${id}`, label: `${from}: ${operation}` })),
  ];
  const picked = selected?.kind === 'message' || selected?.kind === 'call';
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Select
        label={t('message.choose')}
        options={options}
        value={`${shown.kind} ${shown.id}`}
        onChange={(option) => {
          const id = option.slice(option.indexOf(' ') + 1);
          select(option.startsWith('call ') ? { kind: 'call', call: id } : { kind: 'message', messageId: id });
        }}
      />
      {picked && (
        <Button tone="link" size="small" onPress={clear}>
          {t('follow')}
        </Button>
      )}
    </div>
  );
}
