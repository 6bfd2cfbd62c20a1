import { useTranslation } from 'react-i18next';
import { LANGUAGES, MOTIONS, THEMES, useSettings } from '../stores/settings.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { Switch } from '../ui/Switch.tsx';

const MOTION_WORD = { system: 'motionSystem', full: 'motionFull', reduced: 'motionReduced' } as const;

export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const settings = useSettings((all) => all);
  return (
    <Dialog title={t('settings.title')} closeLabel={t('close')} onClose={onClose}>
      <div className="flex flex-col gap-5">
        <Choice
          label={t('settings.theme')}
          values={THEMES}
          word={(theme) => t(`theme.${theme}`)}
          value={settings.theme}
          onChange={(theme) => settings.change({ theme })}
        />
        <Choice
          label={t('settings.language')}
          values={LANGUAGES}
          word={(language) => t(`language.${language}`)}
          value={settings.language}
          onChange={(language) => settings.change({ language })}
        />
        <Choice
          label={t('settings.motion')}
          values={MOTIONS}
          word={(motion) => t(`settings.${MOTION_WORD[motion]}`)}
          value={settings.motion}
          onChange={(motion) => settings.change({ motion })}
        />
        <Switch
          label={t('settings.singleKeys')}
          hint={t('settings.singleKeysHint')}
          on={settings.singleKeys}
          onChange={(singleKeys) => settings.change({ singleKeys })}
        />
        <Switch
          label={t('settings.announcements')}
          hint={t('settings.announcementsHint')}
          on={settings.announcements}
          onChange={(announcements) => settings.change({ announcements })}
        />
        <p className="text-13 text-muted">{t('settings.kept')}</p>
      </div>
    </Dialog>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly values: readonly Value[];
  readonly word: (value: Value) => string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

function Choice<Value extends string>({ label, values, word, value, onChange }: ChoiceProps<Value>) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <span className="text-14" aria-hidden="true">
        {label}
      </span>
      <SegmentedControl
        label={label}
        segments={values.map((id) => ({ id, label: word(id) }))}
        value={value}
        onChange={onChange}
      />
    </div>
  );
}
