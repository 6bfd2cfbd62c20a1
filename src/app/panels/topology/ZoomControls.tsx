import { useReactFlow } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/IconButton.tsx';

const GROW_MS = 120;

interface ZoomControlsProps {
  readonly onFit: () => void;
  /** Under a finger: whether dragging moves the picture or the page. Null under a mouse, which scrolls by other means. */
  readonly move: { readonly on: boolean; readonly toggle: () => void } | null;
}

/** Closer, further, all of it. */
export function ZoomControls({ onFit, move }: ZoomControlsProps) {
  const { t } = useTranslation('stage');
  const { zoomIn, zoomOut } = useReactFlow();
  return (
    <div
      role="group"
      aria-label={t('zoom.label')}
      className="absolute bottom-4 left-4 z-10 flex flex-col overflow-hidden rounded border border-rule bg-raise *:not-first:border-t *:not-first:border-hair"
    >
      <IconButton
        size="small"
        icon="plus"
        label={t('zoom.in')}
        onPress={() => {
          void zoomIn({ duration: GROW_MS });
        }}
      />
      <IconButton
        size="small"
        icon="minus"
        label={t('zoom.out')}
        onPress={() => {
          void zoomOut({ duration: GROW_MS });
        }}
      />
      {move !== null && (
        <IconButton size="small" icon="move" label={t('zoom.move')} aria-pressed={move.on} onPress={move.toggle} />
      )}
      <IconButton size="small" icon="fit" label={t('zoom.fit')} hotkey="F" onPress={onFit} />
    </div>
  );
}
