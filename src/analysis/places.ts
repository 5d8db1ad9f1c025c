import type { Module } from '../python/module.js';
import type { Range } from '../text.js';

/** A place inside a message: `12`, in a notebook `3 of cell 4`. */
export function spellPlace(at: Range, module: Module): string {
  const { line, cell } = module.document.locate(at.start);
  return cell === undefined ? `${line}` : `${line} of cell ${cell}`;
}
