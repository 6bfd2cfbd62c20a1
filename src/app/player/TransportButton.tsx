import { Button } from 'react-aria-components/Button';
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import type { CommandId } from '../commands/key-map.ts';
import { hotkeyOf } from '../commands/key-names.ts';
import type { IconName } from '../ui/icon-paths.ts';
import { Icon } from '../ui/Icon.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import type { MoveControl } from './use-moves.ts';

interface TransportButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly command: CommandId;
  readonly move: MoveControl;
  /** The one in ink: play. */
  readonly strong?: boolean;
  /** It is on or off, and on now. */
  readonly pressed?: boolean;
}

/** One key of the transport, 44 px for a thumb, named by its tooltip with the key that does the same. */
export function TransportButton({ icon, label, command, move, strong = false, pressed }: TransportButtonProps) {
  const hotkey = hotkeyOf(command);
  const look = strong
    ? 'w-13 bg-ink text-bg data-[disabled]:bg-idle data-[disabled]:text-faint'
    : 'w-11 data-[hovered]:bg-sunk data-[disabled]:text-faint data-[disabled]:opacity-60';
  return (
    <TooltipTrigger delay={500}>
      <Button
        aria-label={label}
        {...(pressed !== undefined && { 'aria-pressed': pressed })}
        isDisabled={move.to === null}
        onPress={move.go}
        className={`grid h-11 flex-none place-items-center outline-offset-[-3px] ${look} ${pressed === true ? 'text-accent-text' : ''}`}
      >
        <Icon name={icon} size={18} />
      </Button>
      <Tooltip offset={6} className="z-50 flex items-center gap-2 rounded bg-ink px-2 py-1 text-12 text-bg shadow-pop">
        {label}
        {hotkey !== undefined && <Kbd keys={hotkey} />}
      </Tooltip>
    </TooltipTrigger>
  );
}
