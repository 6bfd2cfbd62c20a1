import { useTranslation } from 'react-i18next';
import { calls, callsInOrder, type Call } from '#sim/projections/calls.ts';
import { messages, messageOf, messagesInOrder } from '#sim/projections/messages.ts';
import { useCursor, useProjection, useSelection, useStep } from '../../session/session.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { CallView } from './CallView.tsx';
import { MessageView } from './MessageView.tsx';
import { type Shown, shownItem } from './shown-item.ts';
import { ItemPicker } from './ItemPicker.tsx';

/** The message or the request the step is about: its envelope, what it carries, and where each of its copies is. */
export function MessagePanel() {
  const { t } = useTranslation('inspector');
  const view = useProjection(messages);
  const requests = useProjection(calls);
  const selected = useSelection((selection) => selection.selected);
  const step = useStep();
  const cursor = useCursor();
  const lives = messagesInOrder(view);
  const open = callsInOrder(requests);
  const shown = shownItem({ selected, step, lives, calls: open });

  if (shown === null) {
    return (
      <EmptyState icon="share" title={t('message.none', { step: cursor })}>
        {t('message.noneHint')}
      </EmptyState>
    );
  }
  return (
    <section aria-label={t('tab.message')} className="flex flex-col gap-4 p-4">
      <ItemPicker shown={shown} lives={lives} calls={open} />
      <Item shown={shown} life={shown.kind === 'message' ? messageOf(view, shown.id) : undefined} calls={open} />
    </section>
  );
}

interface ItemProps {
  readonly shown: Shown;
  readonly life: ReturnType<typeof messageOf>;
  readonly calls: readonly Call[];
}

function Item({ shown, life, calls: open }: ItemProps) {
  if (life !== undefined) return <MessageView life={life} />;
  const call = open.find(({ id }) => id === shown.id);
  return call === undefined ? null : <CallView call={call} />;
}
