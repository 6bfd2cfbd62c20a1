import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { JsonMap } from '#sim/model/json.ts';
import { lessonSchema, scenarioSchema } from '#sim/scenario/schema/publish.ts';

/** Where the schemas are served from. */
export const SCHEMA_FOLDER = resolve(import.meta.dirname, '../../public/schema');

/** File name → text of every published schema. */
export function schemaFiles(): Readonly<Record<string, string>> {
  return { 'scenario-1.json': printed(scenarioSchema()), 'lesson-1.json': printed(lessonSchema()) };
}

const printed = (schema: JsonMap): string => `${JSON.stringify(schema, null, 1)}\n`;

if (process.argv[1] === import.meta.filename) {
  mkdirSync(SCHEMA_FOLDER, { recursive: true });
  for (const [name, text] of Object.entries(schemaFiles())) writeFileSync(join(SCHEMA_FOLDER, name), text);
}
