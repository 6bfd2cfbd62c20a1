import type { HandlerLine } from '../trace/step.ts';
import type { Context } from './context.ts';

/** The line of the handler that a step of the trace stands for. */
export function lineOf(context: Context, path: string): HandlerLine {
  return { handler: context.handler, path };
}
