import type { AriaAttributes } from 'react';
import { type ButtonSize, buttonClass, type ButtonTone } from './button-class.ts';
import type { IconName } from './icon-paths.ts';
import { Icon } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';
import { useTip } from './use-tip.ts';

interface Look {
  readonly tone?: ButtonTone;
  readonly size?: ButtonSize;
  readonly className?: string;
}

export interface IconButtonProps
  extends Look, Pick<AriaAttributes, 'aria-pressed' | 'aria-expanded' | 'aria-controls'> {
  readonly icon: IconName;
  /** The name a screen reader says and the tooltip shows, on hover and on focus. */
  readonly label: string;
  /** The key that does the same, as the tooltip shows it: `→`. */
  readonly hotkey?: string | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly onPress?: (() => void) | undefined;
}

/** A button with a picture for a face. What it does is in its tooltip and in its name. */
export function IconButton(props: IconButtonProps) {
  const { icon, label, hotkey, isDisabled = false, onPress, tone = 'ghost', size, className = '', ...aria } = props;
  const { owner, tip, handlers } = useTip();
  return (
    <span className="inline-flex" {...handlers}>
      <button
        {...aria}
        ref={owner}
        type="button"
        aria-label={label}
        disabled={isDisabled}
        className={buttonClass(tone, size, `btn-icon ${className}`)}
        onClick={onPress}
      >
        <Icon name={icon} size={size === 'large' ? 18 : 16} />
      </button>
      <span ref={tip} popover="manual" aria-hidden="true" className="tip">
        {label}
        {hotkey !== undefined && <Kbd keys={hotkey} />}
      </span>
    </span>
  );
}
