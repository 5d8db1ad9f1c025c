import type { Document, Magic } from '../documents/document.js';

/** What awaits a cell: the last `%autoawait` in front of it says so (semantics.md §1.82-§1.84, rule 30). */
export interface Autoawait {
  readonly on: boolean;
  /** `asyncio`, `trio`, `curio`, or the name of a runner of the notebook's own. */
  readonly runner: string;
  /** The magic that says so; absent where none has been met. */
  readonly magic: Magic | undefined;
}

/**
 * How cells await at a place, as IPython reads the magic:
 *
 *     %autoawait off      nothing may await      %autoawait on       the last runner again
 *     %autoawait trio     trio's loop            %autoawait asyncio  the kernel's loop
 */
export function getAutoawait(document: Document, offset: number): Autoawait {
  let state: Autoawait = { on: true, runner: 'asyncio', magic: undefined };
  for (const magic of document.magics) {
    if (magic.start >= offset) break;
    if (magic.name !== 'autoawait' || (magic.kind !== 'line' && magic.kind !== 'automagic')) continue;
    const argument = magic.argument.replace(/#.*/, '').trim();
    if (argument === '') continue;
    if (/^(?:off|false)$/i.test(argument)) state = { ...state, on: false, magic };
    else if (/^(?:on|true)$/i.test(argument)) state = { ...state, on: true, magic };
    else state = { on: argument !== 'sync', runner: argument, magic };
  }
  return state;
}

/** The kernel's own loop awaits, as it does where nothing else is said. */
export function isPlain(autoawait: Autoawait): boolean {
  return autoawait.on && autoawait.runner === 'asyncio';
}
