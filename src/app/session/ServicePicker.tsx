import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { Select } from '../ui/Select.tsx';
import type { Focus } from './focus.ts';
import { useRun, useSelection } from './session.tsx';
import { titlesOf } from './sentences/use-say.ts';

interface ServicePickerProps {
  readonly candidates: readonly string[];
  readonly focus: Focus;
}

/** Says whose inside a tab shows, lets the reader pick another, and lead back to following the story. */
export function ServicePicker({ candidates, focus }: ServicePickerProps) {
  const { t } = useTranslation('inspector');
  const opening = useRun((run) => run.trace.opening);
  const select = useSelection((selection) => selection.select);
  const clear = useSelection((selection) => selection.clear);
  const title = titlesOf(opening);
  return (
    <>
      <Select
        label={t('service')}
        options={candidates.map((id) => ({ id, label: title(id) }))}
        value={focus.service ?? ''}
        onChange={(service) => {
          select({ kind: 'service', service });
        }}
      />
      {focus.picked && (
        <Button tone="link" size="small" onPress={clear}>
          {t('follow')}
        </Button>
      )}
    </>
  );
}
