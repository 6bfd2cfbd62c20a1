export type ButtonTone = 'plain' | 'primary' | 'ghost' | 'link';
export type ButtonSize = 'small' | 'medium' | 'large';

const TONE = { plain: '', primary: 'btn-primary', ghost: 'btn-ghost', link: 'btn-link' } satisfies Record<
  ButtonTone,
  string
>;
const SIZE = { small: 'btn-small', medium: '', large: 'btn-large' } satisfies Record<ButtonSize, string>;

/** The classes of a button, for a link that looks like one too. */
export function buttonClass(tone: ButtonTone = 'plain', size: ButtonSize = 'medium', more = ''): string {
  return ['btn', TONE[tone], SIZE[size], more].filter(Boolean).join(' ');
}
