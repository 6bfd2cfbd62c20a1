import { useTranslation } from 'react-i18next';
import type { Diagnostic } from '#sim/scenario/diagnostic.ts';
import { Button } from '../ui/Button.tsx';
import { StateWord } from '../ui/Chip.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { InlineCode } from '../ui/InlineCode.tsx';
import type { FileTrouble } from './open-file.ts';

interface FileProblemsProps {
  readonly trouble: FileTrouble;
  readonly onAnother: () => void;
  readonly onClose: () => void;
}

/** Why a file cannot be played: every finding with its place, its sentence and the way out. */
export function FileProblems({ trouble, onAnother, onClose }: FileProblemsProps) {
  const { t } = useTranslation('gallery');
  const { t: shell } = useTranslation();
  const { name } = trouble;
  const count = trouble.kind === 'invalid' ? trouble.findings.length : 1;
  return (
    <Dialog
      title={t('problems.title', { name, count })}
      closeLabel={shell('close')}
      onClose={onClose}
      width="wide"
      footer={
        <Button tone="primary" icon="folder" onPress={onAnother}>
          {t('problems.another')}
        </Button>
      }
    >
      {trouble.kind === 'too-large' && <p role="alert">{t('problems.tooLarge', { name })}</p>}
      {trouble.kind === 'unreadable' && <p role="alert">{t('problems.unreadable', { name })}</p>}
      {trouble.kind === 'invalid' && (
        <ol className="flex flex-col gap-3">
          {trouble.findings.map((finding, index) => (
            <Finding key={index} finding={finding} />
          ))}
        </ol>
      )}
    </Dialog>
  );
}

function Finding({ finding }: { readonly finding: Diagnostic }) {
  const { t } = useTranslation('gallery');
  const { severity, message, suggestion, line, column } = finding;
  return (
    <li className="border-b border-hair-2 pb-3 text-14 last:border-0 last:pb-0">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <StateWord status={severity === 'error' ? 'fail' : 'wait'}>{t(`problems.${severity}`)}</StateWord>
        <span className="num text-13 text-muted">{t('problems.place', { line, column })}</span>
      </p>
      <p>
        <InlineCode text={message} />
      </p>
      {suggestion !== null && (
        <p className="text-13 text-muted">
          <InlineCode text={t('problems.suggestion', { text: suggestion })} />
        </p>
      )}
    </li>
  );
}
