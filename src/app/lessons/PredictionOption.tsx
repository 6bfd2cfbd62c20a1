import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/Icon.tsx';
import { InlineCode } from '../ui/InlineCode.tsx';
import { useLessonLanguage } from './use-lesson-language.ts';

export type OptionLook = 'open' | 'chosen' | 'other' | 'right' | 'wrong';

const BOX = {
  open: 'border-rule has-checked:border-accent has-checked:bg-accent-soft',
  chosen: 'border-accent bg-accent-soft font-medium',
  other: 'border-hair text-muted',
  right: 'border-ok bg-ok-soft',
  wrong: 'border-fail bg-fail-soft',
} satisfies Record<OptionLook, string>;

const DOT = {
  open: 'checked:border-accent',
  chosen: 'checked:border-accent',
  other: '',
  right: 'border-[4.5px] border-ok',
  wrong: 'border-[4.5px] border-fail',
} satisfies Record<OptionLook, string>;

interface PredictionOptionProps {
  /** The group it belongs to. */
  readonly name: string;
  readonly text: string;
  readonly look: OptionLook;
  readonly checked: boolean;
  /** Null once the choice stands. */
  readonly onPick: (() => void) | null;
}

export function PredictionOption({ name, text, look, checked, onPick }: PredictionOptionProps) {
  const { t } = useTranslation('lessons');
  return (
    <label
      className={`grid min-h-[30px] grid-cols-[16px_1fr_auto] items-center gap-2 rounded border px-2.5 py-1 text-13 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus max-lg:min-h-[34px] ${BOX[look]}`}
    >
      <input
        type="radio"
        name={name}
        checked={checked}
        disabled={onPick === null}
        onChange={() => onPick?.()}
        className={`m-0 size-3.5 cursor-pointer appearance-none rounded-full border-[1.5px] border-border bg-raise checked:border-[4.5px] focus-visible:outline-none disabled:cursor-default ${DOT[look]}`}
      />
      <span lang={useLessonLanguage()}>
        <InlineCode text={text} />
      </span>
      {look === 'right' && <Icon name="check" label={t('right')} className="text-ok-text" />}
      {look === 'wrong' && <Icon name="cross" label={t('wrong')} className="text-fail-text" />}
    </label>
  );
}
