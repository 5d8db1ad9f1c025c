import type { Range } from '../text.js';
import type { DocumentNote, Magic } from './document.js';
import type { MaskOptions } from './masking.js';

export interface MaskedCell {
  readonly masked: string;
  readonly python: boolean;
  readonly magics: readonly Magic[];
  readonly notes: readonly DocumentNote[];
}

export function maskCell(code: string, cell: Range, _options: MaskOptions): MaskedCell {
  return { masked: code.slice(cell.start, cell.end), python: true, magics: [], notes: [] };
}
