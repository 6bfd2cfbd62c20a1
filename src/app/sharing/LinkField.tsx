import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';

interface LinkFieldProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly link: string;
}

/** The link as text to be selected: the way that works where the clipboard does not. */
export function LinkField({ field, link }: LinkFieldProps) {
  const { t } = useTranslation('sharing');
  return (
    <label className="flex flex-col gap-1 text-13 text-muted">
      {t('link')}
      <input
        ref={field}
        readOnly
        value={link}
        className="field font-mono text-12"
        onFocus={(event) => {
          event.currentTarget.select();
        }}
      />
    </label>
  );
}
