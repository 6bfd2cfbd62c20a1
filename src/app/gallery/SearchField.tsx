import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../commands/use-command.ts';
import { Icon } from '../ui/Icon.tsx';
import { Kbd } from '../ui/Kbd.tsx';

interface SearchFieldProps {
  readonly words: string;
  readonly onChange: (words: string) => void;
}

export function SearchField({ words, onChange }: SearchFieldProps) {
  const { t } = useTranslation('gallery');
  const field = useRef<HTMLInputElement>(null);
  useCommand({ id: 'search', run: () => field.current?.focus() });
  return (
    <div role="search" className="relative w-full max-w-[420px] lg:ml-10">
      <Icon name="search" className="pointer-events-none absolute top-2.5 left-3 text-muted" />
      <input
        id="search"
        ref={field}
        type="search"
        className="field w-full pl-9"
        aria-label={t('search')}
        placeholder={t('search')}
        autoComplete="off"
        spellCheck={false}
        value={words}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onChange('');
        }}
      />
      {words === '' && (
        <span className="pointer-events-none absolute top-2 right-2.5 max-sm:hidden">
          <Kbd keys="/" />
        </span>
      )}
    </div>
  );
}
