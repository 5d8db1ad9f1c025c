/**
 * The encoding that a PEP 263 cookie names, in one spelling: UTF-8 or one in which every byte is a character and the
 * ASCII ones are ASCII. `undefined` for all others: multi-byte encodings (Shift JIS, GBK, UTF-16), whose bytes may look like
 * quotes and backslashes, and names that Python does not know either.
 */
export function findCodec(cookie: string): string | undefined {
  const name = cookie.toLowerCase().replace(/[^a-z\d.]+/g, '_');
  if (/^utf_8(?:_|$)/.test(name) || UTF_8.has(name)) return 'utf-8';
  if (/^(?:latin_1|iso_8859_1|iso_latin_1)(?:_|$)/.test(name) || LATIN_1.has(name)) return 'iso8859-1';
  const alias = ALIASES[name];
  if (alias !== undefined) return alias;
  const page = /^(?:cp|windows_|ibm|csibm)?(\d{3,4})$/.exec(name)?.[1];
  if (page !== undefined) return CODE_PAGES.has(page) ? `cp${page}` : undefined;
  const part = /^iso_?8859_(\d\d?)(?:_\d{4})?$/.exec(name)?.[1];
  if (part !== undefined) return ISO_PARTS.has(part) ? `iso8859-${part}` : undefined;
  const latin = /^(?:latin_?|l|csisolatin)(\d\d?)$/.exec(name)?.[1];
  if (latin !== undefined) return LATIN_PARTS[latin];
  return OTHERS.has(name) ? name : undefined;
}

const UTF_8: ReadonlySet<string> = new Set(['utf8', 'u8', 'utf', 'utf8_ucs2', 'utf8_ucs4', 'cp65001']);

const LATIN_1: ReadonlySet<string> = new Set([
  '8859',
  'cp819',
  'csisolatin1',
  'ibm819',
  'iso8859',
  'iso8859_1',
  'iso_ir_100',
  'l1',
  'latin',
  'latin1',
]);

const CODE_PAGES: ReadonlySet<string> = new Set(
  `437 720 737 775 850 852 855 856 857 858 860 861 862 863 865 866 869 874
   1006 1125 1250 1251 1252 1253 1254 1255 1256 1257 1258`.split(/\s+/),
);

const ISO_PARTS: ReadonlySet<string> = new Set('2 3 4 5 6 7 8 9 10 11 13 14 15 16'.split(' '));

const LATIN_PARTS: Readonly<Record<string, string>> = {
  2: 'iso8859-2',
  3: 'iso8859-3',
  4: 'iso8859-4',
  5: 'iso8859-9',
  6: 'iso8859-10',
  7: 'iso8859-13',
  8: 'iso8859-14',
  9: 'iso8859-15',
  10: 'iso8859-16',
};

const ALIASES: Readonly<Record<string, string>> = {
  us_ascii: 'ascii',
  us: 'ascii',
  646: 'ascii',
  cskoi8r: 'koi8_r',
  cyrillic: 'iso8859-5',
  csisolatincyrillic: 'iso8859-5',
  arabic: 'iso8859-6',
  greek: 'iso8859-7',
  hebrew: 'iso8859-8',
  thai: 'iso8859-11',
  macintosh: 'mac_roman',
  macroman: 'mac_roman',
  maccyrillic: 'mac_cyrillic',
  macgreek: 'mac_greek',
  maciceland: 'mac_iceland',
  maclatin2: 'mac_latin2',
  macturkish: 'mac_turkish',
  roman8: 'hp_roman8',
  tis620: 'tis_620',
  kz_1048: 'kz1048',
};

const OTHERS: ReadonlySet<string> = new Set(
  `ascii koi8_r koi8_t koi8_u kz1048 ptcp154 palmos tis_620 hp_roman8 mac_arabic mac_croatian mac_cyrillic mac_farsi
   mac_greek mac_iceland mac_latin2 mac_roman mac_romanian mac_turkish`.split(/\s+/),
);
