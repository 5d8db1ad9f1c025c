import type { Offer } from '../options.js';
import type { Result } from '../result.js';
import { readableDiff } from './diff.js';
import type { Paint } from './paint.js';
import { place } from './place.js';
import { printable } from './printable.js';
import { type Remark, remarks } from './remarks.js';
import { note, siteLines } from './text.js';

/**
 * What a person decides about: the sites that hang together and what becomes async with them, what to mind, and the diff.
 *
 *     demo.py:9:7: run-until-complete (module) -> await
 *     demo.py:10:7: run-until-complete (module) -> await
 *     together or not at all: the loop `loop`
 *
 * @param after the file with what was accepted so far, and with this one
 * @param whole the file with everything that was not turned down: what it does not say holds only until the next answer
 * @param step what this one adds
 */
export function question(offer: Offer, { before, after, whole, step }: Views, paint: Paint): string {
  const own = after.sites.filter(({ group, status }) => offer.group === group && status === 'converted');
  const [first] = offer.sites;
  const at = after.document?.locate(first ?? 0);
  const title =
    own.length > 0
      ? siteLines(own, true, paint)
      : `${paint.bold(at === undefined ? printable(after.source.path) : place(at))}: ${printable(offer.summary)}\n`;
  const tie = own.length > 1 && offer.tie ? paint.dim(`together or not at all: ${printable(offer.tie)}\n`) : '';
  const [known, lasting] = [before, whole].map((result) => new Set(remarks(result).map(keyOf)));
  const added = remarks(after).filter((remark) => lasting?.has(keyOf(remark)) && !known?.has(keyOf(remark)));
  const diff = readableDiff(step, 'cell', paint);
  return `\n${title}${tie}${added.map((remark) => note(remark, paint)).join('')}${diff}`;
}

interface Views {
  readonly before: Result;
  readonly after: Result;
  readonly whole: Result;
  readonly step: Result;
}

function keyOf({ at, code, message }: Remark): string {
  return `${at.start} ${code} ${message}`;
}
