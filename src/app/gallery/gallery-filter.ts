import type { Card, Level } from '../catalogue/card.ts';

export type LevelFilter = 'any' | Level;
export type LengthFilter = 'any' | 'short' | 'long';
export type EngineFilter = 'any' | 'postgres' | 'document' | 'sqlite' | 'memory';

export const LEVELS = ['any', 'easy', 'medium', 'hard'] as const satisfies readonly LevelFilter[];
export const LENGTHS = ['any', 'short', 'long'] as const satisfies readonly LengthFilter[];
export const ENGINES = ['any', 'postgres', 'document', 'sqlite', 'memory'] as const satisfies readonly EngineFilter[];

const SHORT_MINUTES = 8;

export interface Filter {
  readonly words: string;
  readonly level: LevelFilter;
  readonly length: LengthFilter;
  readonly engine: EngineFilter;
}

export const NO_FILTER: Filter = { words: '', level: 'any', length: 'any', engine: 'any' };

export const isFiltering = ({ words, level, length, engine }: Filter): boolean =>
  words.trim() !== '' || level !== 'any' || length !== 'any' || engine !== 'any';

/** The cards that fit: every word of the search somewhere in the card, and level, length and engine as asked. */
export function fitting(cards: readonly Card[], filter: Filter): readonly Card[] {
  const words = filter.words.toLowerCase().split(/\s+/u).filter(Boolean);
  return cards.filter((card) => {
    const text = textOf(card);
    return (
      words.every((word) => text.includes(word)) &&
      (filter.level === 'any' || card.level === filter.level) &&
      (filter.length === 'any' || card.minutes <= SHORT_MINUTES === (filter.length === 'short')) &&
      (filter.engine === 'any' || card.services.some(({ engine }) => engine === filter.engine))
    );
  });
}

function textOf({ id, title, question, objective, choices, services, bloom }: Card): string {
  const parts = [id.replaceAll('-', ' '), title, question, objective, bloom, ...choices];
  return [...parts, ...services.flatMap((service) => [service.title, service.engine ?? ''])].join('\n').toLowerCase();
}
