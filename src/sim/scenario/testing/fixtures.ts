import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LessonSource } from '../lesson-parse.ts';
import type { ScenarioSource } from '../parse.ts';

export const fixtureText = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');

/** The shop every later fixture stands on. */
export const bases = { shop: fixtureText('shop.yaml') };

/** One order through three services, without a base: the first story. */
export const oneOrder: ScenarioSource = { file: 'scenario.yaml', text: fixtureText('one-order.yaml'), bases: {} };
export const oneOrderLesson: LessonSource = { file: 'lesson.yaml', text: fixtureText('one-order.lesson.yaml') };

/** Two services in forty lines: what thousands of spoiled files are made from. */
export const tiny: ScenarioSource = { file: 'scenario.yaml', text: fixtureText('tiny.yaml'), bases: {} };

/** A file of its own on the shop's base, with choices, versions and cases. */
export const designs: ScenarioSource = { file: 'scenario.yaml', text: fixtureText('designs.yaml'), bases };

/** Everything of the format that a later version will run. */
export const later: ScenarioSource = { file: 'scenario.yaml', text: fixtureText('later.yaml'), bases };
