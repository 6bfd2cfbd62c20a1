import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { isList, isMap, type Json } from '#sim/model/json.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { anotherItem } from './command-body.ts';

interface JsonFieldProps {
  readonly name: string;
  readonly value: Json;
  readonly onChange: (value: Json) => void;
}

/** A field for a value of any shape: text, whole number, yes or no, and lists and groups of such. */
export function JsonField({ name, value, onChange }: JsonFieldProps) {
  if (isList(value)) return <ListField name={name} items={value} onChange={onChange} />;
  if (isMap(value)) {
    return (
      <fieldset className="m-0 flex flex-col gap-2 rounded border border-hair px-3 pt-1 pb-3">
        <legend className="px-1 font-mono text-12 text-muted">{name}</legend>
        {Object.entries(value).map(([key, inner]) => (
          <JsonField
            key={key}
            name={key}
            value={inner}
            onChange={(next) => {
              onChange({ ...value, [key]: next });
            }}
          />
        ))}
      </fieldset>
    );
  }
  return <LeafField name={name} value={value} onChange={onChange} />;
}

interface ListFieldProps {
  readonly name: string;
  readonly items: readonly Json[];
  readonly onChange: (items: readonly Json[]) => void;
}

function ListField({ name, items, onChange }: ListFieldProps) {
  const { t } = useTranslation('player');
  return (
    <fieldset className="m-0 flex flex-col gap-2 rounded border border-hair px-3 pt-1 pb-3">
      <legend className="px-1 font-mono text-12 text-muted">{name}</legend>
      {items.map((item, index) => (
        <div key={index} className="flex items-start gap-1">
          <div className="min-w-0 flex-1">
            <JsonField
              name={String(index + 1)}
              value={item}
              onChange={(next) => {
                onChange(items.with(index, next));
              }}
            />
          </div>
          <IconButton
            icon="cross"
            label={`${t('commands.remove')}: ${name} ${String(index + 1)}`}
            onPress={() => {
              onChange(items.toSpliced(index, 1));
            }}
          />
        </div>
      ))}
      <Button
        size="small"
        icon="plus"
        className="self-start"
        onPress={() => {
          onChange([...items, anotherItem(items)]);
        }}
      >
        {t('commands.addItem')}
      </Button>
    </fieldset>
  );
}

function LeafField({ name, value, onChange }: JsonFieldProps) {
  const id = useId();
  return (
    <div className="flex items-center gap-3">
      <label htmlFor={id} className="min-w-16 font-mono text-13 text-muted">
        {name}
      </label>
      <Leaf id={id} value={value} onChange={onChange} />
    </div>
  );
}

interface LeafProps {
  readonly id: string;
  readonly value: Json;
  readonly onChange: (value: Json) => void;
}

/** Numbers stay whole numbers: money and amounts are counted in cents and pieces. */
function Leaf({ id, value, onChange }: LeafProps) {
  if (typeof value === 'boolean') {
    return (
      <input
        id={id}
        type="checkbox"
        className="size-5"
        checked={value}
        onChange={(event) => {
          onChange(event.currentTarget.checked);
        }}
      />
    );
  }
  const isNumber = typeof value === 'number';
  return (
    <input
      id={id}
      type={isNumber ? 'number' : 'text'}
      step={isNumber ? 1 : undefined}
      required={isNumber}
      className="field num min-w-0 flex-1"
      defaultValue={isNumber || typeof value === 'string' ? value : ''}
      onChange={(event) => {
        const { value: text, valueAsNumber } = event.currentTarget;
        if (!isNumber) onChange(text);
        else if (Number.isSafeInteger(valueAsNumber)) onChange(valueAsNumber);
      }}
    />
  );
}
