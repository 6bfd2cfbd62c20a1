import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { acting } from '../commands/command-store.ts';
import { hotkeyOf } from '../commands/key-names.ts';
import { type Theme, useSettings } from '../stores/settings.ts';
import type { IconName } from '../ui/icon-paths.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Logo } from './Logo.tsx';

const THEME_ICON = { system: 'system', light: 'sun', dark: 'moon', contrast: 'contrast' } as const satisfies Record<
  Theme,
  IconName
>;

interface HeaderProps {
  /** What the page itself puts beside the logo. */
  readonly children?: ReactNode;
  /** Hides the name and the page's own buttons, where the children need the room. */
  readonly dense?: boolean;
}

/** The bar over every page: the way home, what the page adds, language, theme, settings and help. */
export function Header({ children, dense = false }: HeaderProps) {
  return (
    <header className="flex min-h-14 flex-none items-center gap-3 border-b border-hair bg-bg px-4 py-1.5 max-sm:gap-2 max-sm:px-3">
      <Logo short={dense} />
      <div className="flex min-w-0 flex-1 items-center gap-3">{children}</div>
      <PageButtons dense={dense} />
    </header>
  );
}

function PageButtons({ dense }: { readonly dense: boolean }) {
  const { t } = useTranslation();
  const theme = useSettings((settings) => settings.theme);
  const label = t('theme.now', { theme: t(`theme.${theme}`) });
  return (
    <nav aria-label={t('nav.label')} className={`flex flex-none items-center gap-1 ${dense ? 'max-lg:hidden' : ''}`}>
      <LanguageButton />
      <IconButton icon={THEME_ICON[theme]} label={label} onPress={() => acting(['theme'])?.run()} />
      <IconButton
        icon="gear"
        label={t('nav.settings')}
        className="max-sm:hidden"
        onPress={() => acting(['settings'])?.run()}
      />
      <IconButton
        icon="help"
        label={t('nav.help')}
        hotkey={hotkeyOf('shortcuts')}
        onPress={() => acting(['shortcuts'])?.run()}
      />
    </nav>
  );
}

/** Says the other language in that language: whoever needs the button can read it. */
function LanguageButton() {
  const { t } = useTranslation();
  const language = useSettings((settings) => settings.language);
  const other = language === 'en' ? 'de' : 'en';
  return (
    <button
      type="button"
      lang={other}
      className="btn btn-ghost min-w-9 px-2"
      title={t('language.other')}
      onClick={() => acting(['language'])?.run()}
    >
      <span aria-hidden="true">{other.toUpperCase()}</span>
      <span className="sr-only">{t('language.other')}</span>
    </button>
  );
}
